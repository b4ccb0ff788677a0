package dev.bellwether.ingest.hygiene.duplicate;

import java.text.Normalizer;
import java.util.Optional;

/**
 * Takes a post apart into words that can be compared: without links, handles, {@code RT @name:} and
 * {@code via @name}, without case, diacritics and characters nobody sees, with the look-alikes of
 * another alphabet read as what they look like. A word that an ellipsis has cut off at the end is
 * left out. Scripts without blanks between words give one word a character.
 */
public final class WordScanner {

  /** A text of fewer is too short to say whether another is a copy of it. */
  public static final int FEWEST_WORDS = 4;

  private final CharSequence text;
  private final boolean latin;
  private final WordList words = new WordList();
  private int at;
  private boolean breakBefore;
  private boolean tagNext;

  /** How many words stood before the ellipsis that nothing but tags and links has followed. */
  private int cutAt = -1;

  private int characters;

  private WordScanner(String text) {
    this.text = text;
    this.latin = LookAlikes.isMostlyLatin(text);
  }

  /**
   * @return nothing where the text has fewer than {@link #FEWEST_WORDS} words (of scripts without
   *     blanks two characters count as one)
   */
  public static Optional<Words> words(String text) {
    WordScanner scanner = new WordScanner(isAscii(text) ? text : decomposed(text));
    scanner.scan();
    int count = scanner.words.size() - scanner.characters / 2;
    return count < FEWEST_WORDS ? Optional.empty() : Optional.of(scanner.words.toWords());
  }

  private static String decomposed(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKD);
  }

  private static boolean isAscii(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= 0x80) {
        return false;
      }
    }
    return true;
  }

  private void scan() {
    while (at < text.length() && !words.isFull()) {
      int c = Character.codePointAt(text, at);
      if (isInWord(c)) {
        if (!skipLink()) {
          word();
        }
      } else {
        between(c);
      }
    }
    if (cutAt > 0) {
      words.remove(cutAt - 1);
    }
  }

  private void between(int c) {
    int next = at + Character.charCount(c);
    switch (c) {
      case '@' -> handle();
      case '#', '＃' -> {
        tagNext = next < text.length() && isInWord(Character.codePointAt(text, next));
        at = next;
      }
      case '&' -> entity();
      case '.' -> dots();
      case '-' -> {
        breakBefore |= isBreakingDash();
        at = next;
      }
      case ':', ',' -> {
        breakBefore |= c == ':' && !(next < text.length() && isInWord(text.charAt(next)));
        at = next;
      }
      case ';', '|', '»', '•', '–', '—', '!', '?', '(', ')', '[', ']', '\n' -> {
        breakBefore = true;
        at = next;
      }
      default -> at = next;
    }
  }

  private boolean isBreakingDash() {
    char before = at > 0 ? text.charAt(at - 1) : ' ';
    char after = at + 1 < text.length() ? text.charAt(at + 1) : ' ';
    return before == ' ' && after == ' ' || after == '-';
  }

  private void dots() {
    int end = at;
    while (end < text.length() && text.charAt(end) == '.') {
      end++;
    }
    if (end - at >= 3) {
      cutAt = words.size();
      breakBefore = true;
    } else if (end >= text.length() || !isInWord(Character.codePointAt(text, end))) {
      breakBefore = true;
    }
    at = end;
  }

  /** An account's name; with it goes the word that only says that it is quoted. */
  private void handle() {
    int end = at + 1;
    while (end < text.length() && isInHandle(text.charAt(end))) {
      end++;
    }
    if (end > at + 1) {
      words.removeLastIf(Vocabulary::introducesHandle);
    }
    at = end;
  }

  private static boolean isInHandle(char c) {
    return c == '_' || c < 0x80 && Character.isLetterOrDigit(c);
  }

  private void entity() {
    int end = at + 1;
    while (end < text.length()
        && end - at < 7
        && (text.charAt(end) == '#' || Character.isLetterOrDigit(text.charAt(end)))) {
      end++;
    }
    at = end < text.length() && text.charAt(end) == ';' ? end + 1 : at + 1;
  }

  private boolean skipLink() {
    int c = text.charAt(at) | 0x20;
    if (c != 'h' && c != 'w') {
      return false;
    }
    if (startsWith("http://") || startsWith("https://") || startsWith("www.")) {
      while (at < text.length() && !endsLink(text.charAt(at))) {
        at++;
      }
      tagNext = false;
      return true;
    }
    return c == 'h' && skipCutLink();
  }

  private static boolean endsLink(char c) {
    return Character.isWhitespace(c) || c == '"' || c == '”' || c == '<' || c == '>';
  }

  /** Retweets end in "http:…" and the like. */
  private boolean skipCutLink() {
    String scheme = "https://";
    int length = 1;
    while (length < scheme.length()
        && at + length < text.length()
        && (text.charAt(at + length) | 0x20) == (scheme.charAt(length) | 0x20)) {
      length++;
    }
    int end = at + length;
    if (length == 4 && end < text.length() && text.charAt(end) == ':') {
      end++;
      while (end < text.length() && text.charAt(end) == '/') {
        end++;
      }
    }
    int after = end;
    while (after < text.length() && text.charAt(after) == ' ') {
      after++;
    }
    boolean cut = after >= text.length() || text.length() - after >= 3 && isEllipsis(after);
    if (cut && (length > 1 || after < text.length())) {
      at = end;
      return true;
    }
    return false;
  }

  private boolean isEllipsis(int from) {
    return text.charAt(from) == '.' && text.charAt(from + 1) == '.' && text.charAt(from + 2) == '.';
  }

  private boolean startsWith(String prefix) {
    if (text.length() - at < prefix.length()) {
      return false;
    }
    for (int i = 0; i < prefix.length(); i++) {
      if (Character.toLowerCase(text.charAt(at + i)) != prefix.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private void word() {
    boolean tag = tagNext;
    tagNext = false;
    int hash = WordList.EMPTY;
    int letters = 0;
    int length = 0;
    int first = 0;
    while (at < text.length()) {
      int c = Character.codePointAt(text, at);
      int next = at + Character.charCount(c);
      if (Scripts.isHidden(c)) {
        at = next;
      } else if (Scripts.standsAlone(c)) {
        emit(hash, letters, length, first, tag);
        character(c, tag);
        at = next;
        return;
      } else if (isInWord(c)) {
        int folded = LookAlikes.fold(Character.toLowerCase(c), latin);
        first = length == 0 ? folded : first;
        hash = WordList.add(hash, folded);
        letters |= WordList.letter(folded);
        length++;
        at = next;
      } else if (isJoiner(c, next, first) || c == '.' && isInitials(length, next)) {
        at = next;
      } else {
        break;
      }
    }
    emit(hash, letters, length, first, tag);
  }

  /** An apostrophe or underscore in a word, a comma before three digits. */
  private boolean isJoiner(int c, int next, int first) {
    if (next >= text.length() || !isInWord(Character.codePointAt(text, next))) {
      return false;
    }
    if (c == '\'' || c == '’' || c == '_') {
      return true;
    }
    return c == ',' && Character.isDigit(first) && isThousands(next);
  }

  /** U.S. is US: after one letter, another and a full stop. */
  private boolean isInitials(int length, int next) {
    boolean dotted = at >= 2 && text.charAt(at - 2) == '.';
    return (length == 1 || dotted)
        && next + 1 < text.length()
        && Character.isLetter(text.charAt(next))
        && text.charAt(next + 1) == '.';
  }

  private boolean isThousands(int from) {
    int digits = 0;
    while (from + digits < text.length() && Character.isDigit(text.charAt(from + digits))) {
      digits++;
    }
    return digits == 3;
  }

  private void emit(int hash, int letters, int length, int first, boolean tag) {
    if (length > 0) {
      words.add(Vocabulary.word(hash, letters, Character.isDigit(first)), tag, breakBefore);
      emitted(tag);
    }
  }

  private void character(int c, boolean tag) {
    if (Character.isLetterOrDigit(c)) {
      int hash = WordList.add(WordList.EMPTY, c);
      words.add(WordList.word(hash, WordList.letter(c), false), tag, breakBefore);
      characters++;
      emitted(tag);
    }
  }

  private void emitted(boolean tag) {
    breakBefore = false;
    if (!tag) {
      cutAt = -1;
    }
  }

  private static boolean isInWord(int c) {
    return c < 0x80
        ? Character.isLetterOrDigit(c)
        : Character.isLetterOrDigit(c) || Scripts.isMark(c) || Scripts.isHidden(c);
  }
}
