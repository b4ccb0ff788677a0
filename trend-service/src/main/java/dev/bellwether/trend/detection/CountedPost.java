package dev.bellwether.trend.detection;

import dev.bellwether.contracts.mention.Mention;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * What counting keeps of a post until its bucket closes.
 *
 * @param author fingerprint of the author's pseudonym; where nobody is named, see {@link #unnamed}
 * @param content fingerprint of what near copies of one text share; 0 where only the text tells
 * @param text with the hashtags and accounts that the source gives apart from it
 */
public record CountedPost(
    String id, Instant createdAt, long author, long content, List<String> monitors, String text) {

  public CountedPost {
    monitors = List.copyOf(monitors);
  }

  public static CountedPost of(Mention mention) {
    var pseudonym = mention.author() == null ? null : mention.author().pseudonym();
    var cluster = mention.flags() == null ? null : mention.flags().cluster();
    return new CountedPost(
        mention.id(),
        eventTime(mention),
        pseudonym == null ? unnamed(mention.id(), mention.text()) : Fingerprint.of(pseudonym),
        cluster == null ? 0 : Fingerprint.of(cluster),
        mention.monitors(),
        text(mention));
  }

  /**
   * Stands for an author whom nobody names: whoever answers one account again and again is most
   * likely one person in a conversation; every other post is its own author's.
   */
  public static long unnamed(String id, String text) {
    int end = 1;
    if (text != null && text.startsWith("@")) {
      while (end < text.length()
          && (Character.isLetterOrDigit(text.charAt(end)) || text.charAt(end) == '_')) {
        end++;
      }
    }
    return Fingerprint.of(
        end > 1 ? "to " + text.substring(1, end).toLowerCase(Locale.ROOT) : "post " + id);
  }

  /** A claimed time that lies ahead would carry the clock along, and all others were history. */
  public static Instant eventTime(Mention mention) {
    var observed = mention.observedAt();
    return observed != null && mention.createdAt().isAfter(observed)
        ? observed
        : mention.createdAt();
  }

  private static String text(Mention mention) {
    var text = mention.text() == null ? "" : mention.text();
    if (mention.hashtags().isEmpty() && mention.mentionedAccounts().isEmpty()) {
      return text;
    }
    var whole = new StringBuilder(text);
    mention.hashtags().forEach(tag -> addMissing(whole, text, '#', tag));
    mention.mentionedAccounts().forEach(account -> addMissing(whole, text, '@', account));
    return whole.toString();
  }

  private static void addMissing(StringBuilder whole, String text, char mark, String name) {
    for (int at = text.indexOf(mark); at >= 0; at = text.indexOf(mark, at + 1)) {
      if (text.regionMatches(true, at + 1, name, 0, name.length())) {
        return;
      }
    }
    whole.append(' ').append(mark).append(name);
  }
}
