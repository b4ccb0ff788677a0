package dev.bellwether.sentiment.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Cuts a post into tokens the way people write posts: accounts, links, hashtags, emoji and
 * emoticons stay whole. Takes any string at all, broken UTF-16 included, in time linear in its
 * length.
 */
public final class PostTokenizer {

  /**
   * Characters read of a text; what comes after is ignored. The archive keeps no more of a mention.
   */
  public static final int MAX_CHARACTERS = 10_000;

  private static final int MAX_WORD = 40;
  private static final String APOSTROPHES = "'\u2019\u2018\u02bc";

  private final String text;
  private final List<Token> tokens = new ArrayList<>();
  private int at;

  private PostTokenizer(String text) {
    this.text = text;
  }

  /** The tokens of {@code text}, in order. */
  public static List<Token> tokenize(String text) {
    var bounded = text.length() > MAX_CHARACTERS ? text.substring(0, MAX_CHARACTERS) : text;
    return new PostTokenizer(unescape(bounded)).run();
  }

  /** Several collections carry the four entities that Twitter's API escaped. */
  private static String unescape(String text) {
    if (text.indexOf('&') < 0) {
      return text;
    }
    return text.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&amp;", "&");
  }

  private List<Token> run() {
    while (at < text.length()) {
      int codePoint = text.codePointAt(at);
      if (Character.isWhitespace(codePoint) || ignorable(codePoint)) {
        at += Character.charCount(codePoint);
      } else if (!account() && !link() && !hashtag() && !emoticon() && !emoji(codePoint)) {
        if (Character.isLetterOrDigit(codePoint)) {
          word(Token.Kind.WORD, wordEnd(at));
        } else {
          punctuation(codePoint);
        }
      }
    }
    return List.copyOf(tokens);
  }

  private static boolean ignorable(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.UNASSIGNED,
          Character.PRIVATE_USE,
          Character.NON_SPACING_MARK,
          Character.ENCLOSING_MARK,
          Character.COMBINING_SPACING_MARK,
          Character.SPACE_SEPARATOR ->
          true;
      default -> false;
    };
  }

  private boolean account() {
    if (text.charAt(at) != '@' || !nameAt(at + 1)) {
      return false;
    }
    at++;
    while (nameAt(at)) {
      at++;
    }
    tokens.add(Token.plain(Token.Kind.USER, "@user"));
    return true;
  }

  private boolean nameAt(int i) {
    return i < text.length()
        && (Character.isLetterOrDigit(text.charAt(i)) || text.charAt(i) == '_');
  }

  private boolean link() {
    boolean scheme = starts("http://") || starts("https://") || starts("www.");
    // data sets mask links as a bare "http"
    boolean masked = starts("http") && !nameAt(at + 4);
    if (!scheme && !masked) {
      return false;
    }
    while (at < text.length() && !Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    tokens.add(Token.plain(Token.Kind.URL, "url"));
    return true;
  }

  private boolean starts(String prefix) {
    return text.regionMatches(true, at, prefix, 0, prefix.length());
  }

  private boolean hashtag() {
    if (text.charAt(at) != '#' || !nameAt(at + 1)) {
      return false;
    }
    at++;
    int start = at;
    int end = at;
    while (nameAt(end)) {
      end++;
    }
    word(Token.Kind.HASHTAG, end);
    hashtagParts(start, end);
    return true;
  }

  private void hashtagParts(int start, int end) {
    var parts = new ArrayList<int[]>();
    int from = start;
    for (int i = start + 1; i <= end; i++) {
      if (i == end || boundary(i)) {
        if (i - from > 1) {
          parts.add(new int[] {from, i});
        }
        from = i;
      }
    }
    if (parts.size() == 1) {
      tokens.add(normalise(Token.Kind.HASHTAG_PART, start, end));
    } else {
      parts.forEach(part -> tokens.add(normalise(Token.Kind.HASHTAG_PART, part[0], part[1])));
    }
  }

  private boolean boundary(int i) {
    char before = text.charAt(i - 1);
    char here = text.charAt(i);
    return before == '_'
        || here == '_'
        || (Character.isLowerCase(before) && Character.isUpperCase(here))
        || Character.isDigit(before) != Character.isDigit(here);
  }

  private boolean emoticon() {
    int length = Emoticons.lengthAt(text, at);
    if (length == 0) {
      return false;
    }
    tokens.add(Token.plain(Token.Kind.EMOTICON, text.substring(at, at + length)));
    at += length;
    char mouth = text.charAt(at - 1);
    while (at < text.length() && text.charAt(at) == mouth) {
      at++;
    }
    return true;
  }

  /** Skin tones, joiners and variation selectors are dropped: the feeling is in the base sign. */
  private boolean emoji(int codePoint) {
    boolean regional = codePoint >= 0x1F1E6 && codePoint <= 0x1F1FF;
    boolean sign =
        Character.isExtendedPictographic(codePoint)
            || Character.isEmojiModifier(codePoint)
            || regional;
    if (!sign || codePoint == 0xA9 || codePoint == 0xAE || codePoint == 0x2122) {
      return false;
    }
    if (!Character.isEmojiModifier(codePoint)) {
      tokens.add(Token.plain(Token.Kind.EMOJI, Character.toString(codePoint)));
    }
    at += Character.charCount(codePoint);
    return true;
  }

  private int wordEnd(int start) {
    int i = start;
    while (i < text.length()) {
      int codePoint = text.codePointAt(i);
      boolean inner =
          Character.isLetterOrDigit(codePoint)
              || codePoint == '_'
              || Character.getType(codePoint) == Character.NON_SPACING_MARK
              || (APOSTROPHES.indexOf(codePoint) >= 0 && letterAt(i + 1));
      if (!inner) {
        break;
      }
      i += Character.charCount(codePoint);
    }
    return i;
  }

  private boolean letterAt(int i) {
    return i < text.length() && Character.isLetter(text.charAt(i));
  }

  private void word(Token.Kind kind, int end) {
    tokens.add(normalise(kind, at, end));
    at = end;
  }

  private Token normalise(Token.Kind kind, int start, int end) {
    var word = new StringBuilder(end - start);
    int letters = 0;
    int upper = 0;
    int repeated = 0;
    boolean elongated = false;
    boolean digits = true;
    for (int i = start; i < end && word.length() < MAX_WORD; ) {
      int codePoint = text.codePointAt(i);
      i += Character.charCount(codePoint);
      if (Character.getType(codePoint) == Character.NON_SPACING_MARK) {
        continue;
      }
      int folded = APOSTROPHES.indexOf(codePoint) >= 0 ? '\'' : Character.toLowerCase(codePoint);
      digits &= Character.isDigit(codePoint);
      if (Character.isLetter(codePoint)) {
        letters++;
        upper += Character.isUpperCase(codePoint) ? 1 : 0;
      }
      repeated =
          !word.isEmpty() && word.codePointBefore(word.length()) == folded ? repeated + 1 : 0;
      if (repeated >= 2 && Character.isLetter(folded)) {
        elongated = true;
      } else {
        word.appendCodePoint(folded);
      }
    }
    var actual = digits && kind == Token.Kind.WORD ? Token.Kind.NUMBER : kind;
    return new Token(
        actual,
        word.toString().toLowerCase(Locale.ROOT),
        elongated,
        letters >= 2 && upper == letters);
  }

  /**
   * A run of the same sign is one token of at most two signs: {@code !!!!} says what {@code !!}
   * says.
   */
  private void punctuation(int codePoint) {
    int run = 0;
    while (at < text.length() && text.codePointAt(at) == codePoint) {
      at += Character.charCount(codePoint);
      run++;
    }
    var sign = Character.toString(codePoint);
    tokens.add(Token.plain(Token.Kind.PUNCTUATION, run > 1 ? sign + sign : sign));
  }
}
