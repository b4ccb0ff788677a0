package dev.bellwether.sentiment.text;

/**
 * One piece of a post.
 *
 * @param text normalised: lower case, letters repeated three times or more cut to two;
 *     {@code @user} for every account and {@code url} for every link, so that nobody's name becomes
 *     a feature; a hashtag without its {@code #}
 * @param elongated whether letters were cut ({@code sooo})
 * @param capitals whether it was written in capitals only, two letters or more
 * @param start where it begins in the text given, in UTF-16 units, included
 * @param end where it ends in the text given, excluded; a hashtag's parts lie within the hashtag
 */
public record Token(
    Kind kind, String text, boolean elongated, boolean capitals, int start, int end) {

  /** What a token is. */
  public enum Kind {
    WORD,
    NUMBER,
    USER,
    URL,
    HASHTAG,
    /**
     * A word inside a hashtag that its capitals or digits set apart; follows the {@link #HASHTAG}
     * it came from.
     */
    HASHTAG_PART,
    EMOJI,
    EMOTICON,
    PUNCTUATION;

    /** Whether it is a word, be it inside a hashtag. */
    public boolean word() {
      return this == WORD || this == HASHTAG_PART;
    }
  }
}
