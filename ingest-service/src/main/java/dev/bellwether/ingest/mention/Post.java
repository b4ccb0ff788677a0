package dev.bellwether.ingest.mention;

import dev.bellwether.contracts.mention.Engagement;
import dev.bellwether.contracts.mention.Mention;
import dev.bellwether.ingest.rows.RowFields;
import java.time.Instant;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A post as a client sent it: every field checked, nothing yet concluded from it.
 *
 * @param nativeId the platform's own id
 * @param language ISO 639-1 as the client says, or null
 * @param author the account's name as the platform shows it, or null; never leaves ingest in the
 *     clear
 * @param editedAt when this version was written, or null for the first
 */
public record Post(
    String platform,
    String nativeId,
    String text,
    Instant createdAt,
    String url,
    String language,
    String author,
    Long followers,
    Engagement engagement,
    String inReplyTo,
    Instant editedAt) {

  private static final Pattern PLATFORM = Pattern.compile("[a-z0-9][a-z0-9_.-]{0,31}");
  private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}");

  /** Identity within a workspace. */
  public String id() {
    return platform + ":" + nativeId;
  }

  /**
   * Reads a post.
   *
   * @param now the latest moment a post may be of, but for a day of clock skew
   * @throws dev.bellwether.ingest.rows.InvalidRowException at the first field that cannot be taken
   */
  public static Post from(RowFields row, Instant now) {
    String platform = platform(row);
    return new Post(
        platform,
        nativeId(row, platform),
        row.prose("text", Mention.MAX_TEXT),
        PostTime.read("createdAt", row.text("createdAt"), now),
        row.optionalText("url", 2_000),
        language(row),
        row.optionalText("author", 256),
        row.count("followers", null),
        new Engagement(
            row.count("likes", 0L),
            row.count("reposts", 0L),
            row.count("replies", 0L),
            row.count("views", 0L)),
        row.optionalText("inReplyTo", 256),
        optionalTime(row, "editedAt", now));
  }

  /**
   * The {@link #id()} of a row of which the rest may not read.
   *
   * @throws dev.bellwether.ingest.rows.InvalidRowException when that does not read either
   */
  public static String idOf(RowFields row) {
    String platform = platform(row);
    return platform + ":" + nativeId(row, platform);
  }

  /** The same post with what redaction left of text and link. */
  Post withText(String redactedText, String redactedUrl) {
    return new Post(
        platform,
        nativeId,
        redactedText,
        createdAt,
        redactedUrl,
        language,
        author,
        followers,
        engagement,
        inReplyTo,
        editedAt);
  }

  private static String platform(RowFields row) {
    String platform = row.text("platform", 32).toLowerCase(Locale.ROOT);
    if (!PLATFORM.matcher(platform).matches()) {
      throw RowFields.invalid(
          "platform", "platform must be a short name such as x, bluesky or mastodon");
    }
    return platform;
  }

  private static String nativeId(RowFields row, String platform) {
    String id = row.text("id", 256);
    String prefix = platform + ":";
    return id.startsWith(prefix) && id.length() > prefix.length()
        ? id.substring(prefix.length())
        : id;
  }

  private static String language(RowFields row) {
    String tag = row.optionalText("language", 35);
    if (tag == null) {
      return null;
    }
    String language = tag.toLowerCase(Locale.ROOT).split("[-_]", 2)[0];
    if (!LANGUAGE.matcher(language).matches() || !LanguageCodes.isKnown(language)) {
      throw RowFields.invalid("language", "language must be an ISO 639-1 code such as en");
    }
    return language;
  }

  private static Instant optionalTime(RowFields row, String field, Instant now) {
    String text = row.optionalText(field);
    return text == null ? null : PostTime.read(field, text, now);
  }
}
