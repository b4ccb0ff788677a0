package dev.bellwether.ingest.query;

import dev.bellwether.ingest.query.Expression.Place;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the words of one query, and keeps count of them. */
final class WordReading {

  static final int MAX_WORDS = 500;
  static final int MAX_WILDCARDS = 50;
  private static final int MAX_WILDCARDS_IN_WORD = 3;
  private static final int MIN_PREFIX = 3;
  // A letter of Korean is a syllable
  private static final int MIN_HANGUL_PREFIX = 2;

  private static final Pattern FIELD_LIKE = Pattern.compile("([A-Za-z_]+):(//)?.*");

  private int count;
  private int wildcards;

  void count(int column) throws QuerySyntaxException {
    if (++count > MAX_WORDS) {
      throw new QuerySyntaxException(
          column,
          "a query may hold "
              + MAX_WORDS
              + " words, and here is one more; split it in several queries.");
    }
  }

  /** A word that stands without quotes. */
  Place bare(String text, int column) throws QuerySyntaxException {
    checkNoField(text, column);
    if (text.startsWith("[")) {
      throw new QuerySyntaxException(
          column,
          "brackets hold a range of followers: write followers:[100 TO 5000], or ( ) to group.");
    }
    if (text.indexOf('~') > 0) {
      throw new QuerySyntaxException(
          column + text.codePointCount(0, text.indexOf('~')),
          "words are not compared loosely; write * for other endings, or \"two words\"~5 for nearness.");
    }
    PostTokens tokens = PostTokens.withWildcards(text);
    if (tokens.size() > 1 && text.indexOf('?') >= 0) {
      throw new QuerySyntaxException(
          column + text.codePointCount(0, text.indexOf('?')),
          "? stands for a character within a word without other signs; write the words apart, or quote them.");
    }
    return place(text, tokens, column);
  }

  /** What stood in quotes; a {@code ?} there is punctuation. */
  Place quoted(String text, int column) throws QuerySyntaxException {
    return place(text, PostTokens.withWildcards(text.replace('?', ' ')), column);
  }

  private static void checkNoField(String text, int column) throws QuerySyntaxException {
    Matcher field = FIELD_LIKE.matcher(text);
    if (!field.matches()) {
      return;
    }
    if (field.group(2) != null) {
      throw new QuerySyntaxException(
          column, "to find links write link: and the host, such as link:acme.com.");
    }
    throw new QuerySyntaxException(
        column,
        "there is no field "
            + field.group(1)
            + ":; the fields are "
            + QueryField.known()
            + ". Write \"…\" around it to search the text for it.");
  }

  private Place place(String text, PostTokens tokens, int column) throws QuerySyntaxException {
    for (int i = 0; i < tokens.size(); i++) {
      count(column);
      String word = tokens.word(i);
      if (word.indexOf('*') >= 0 || word.indexOf('?') >= 0) {
        checkWildcard(tokens, i, column);
      }
    }
    if (tokens.size() == 0) {
      throw new QuerySyntaxException(column, "\"" + text + "\"" + remedy(text));
    }
    return QueryWords.place(tokens);
  }

  private static String remedy(String text) {
    return switch (text) {
      case "&&", "&" -> " is no operator; write AND.";
      case "||", "|" -> " is no operator; write OR.";
      case "!", "-" -> " excludes nothing; write NOT, or - right before the word.";
      default -> " holds no letter, digit or emoji, so nothing could match it; remove it.";
    };
  }

  private void checkWildcard(PostTokens tokens, int position, int column)
      throws QuerySyntaxException {
    String word = tokens.word(position);
    if (++wildcards > MAX_WILDCARDS) {
      throw new QuerySyntaxException(
          column,
          "a query may hold " + MAX_WILDCARDS + " words with * or ?; split it in several queries.");
    }
    boolean unspaced =
        tokens.isAttached(position)
            || (position + 1 < tokens.size() && tokens.isAttached(position + 1));
    if (unspaced) {
      throw new QuerySyntaxException(
          column,
          "words of Chinese, Japanese and Thai are found within others; write \""
              + word
              + "\" without * or ?.");
    }
    String prefix = word.split("[*?]", 2)[0];
    int length = prefix.codePointCount(0, prefix.length());
    boolean hangul =
        prefix
            .codePoints()
            .allMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HANGUL);
    if (length < (hangul ? MIN_HANGUL_PREFIX : MIN_PREFIX)) {
      throw new QuerySyntaxException(
          column,
          "\""
              + word
              + "\" would look at too many words; write at least "
              + MIN_PREFIX
              + " characters before the first * or ?.");
    }
    if (word.chars().filter(c -> c == '*' || c == '?').count() > MAX_WILDCARDS_IN_WORD) {
      throw new QuerySyntaxException(
          column,
          "\""
              + word
              + "\" holds more than "
              + MAX_WILDCARDS_IN_WORD
              + " of * and ?; write it with fewer.");
    }
  }
}
