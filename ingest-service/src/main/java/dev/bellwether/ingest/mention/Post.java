package dev.bellwether.ingest.mention;

import dev.bellwether.contracts.mention.Engagement;
import dev.bellwether.contracts.mention.Mention;
import dev.bellwether.ingest.hygiene.PostText;
import dev.bellwether.ingest.rows.RowFields;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A post as a client sent it: every field checked, nothing yet concluded from it.
 *
 * @param nativeId the platform's own id
 * @param language ISO 639-1 as the client says, or null
 * @param author the account's name as the platform shows it, or null; never leaves ingest in the
 *     clear
 * @param text as it is kept ({@link PostText})
 * @param editedAt when this version was written, or null for the first
 * @param engagementAt of when the figures are, or null for now
 * @param kind what the client calls it, or what its form says it is
 * @param redacted codes of what {@link PostRedaction} took out of text and link
 */
public record Post(
    String platform,
    String nativeId,
    String text,
    Instant createdAt,
    String url,
    String language,
    String author,
    Figures figures,
    String inReplyTo,
    Instant editedAt,
    Instant engagementAt,
    String kind,
    List<String> redacted) {

  private static final Pattern PLATFORM = Pattern.compile("[a-z0-9][a-z0-9_.-]{0,31}");
  private static final long FNV_OFFSET = 0xcbf29ce484222325L;
  private static final long FNV_PRIME = 0x100000001b3L;
  private static final Pattern KIND = Pattern.compile("[a-z][a-z0-9-]{0,31}");
  private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}");

  public Engagement engagement() {
    return figures.engagement();
  }

  public Long followers() {
    return figures.followers();
  }

  /** FNV-1a of 64 bits: whether the same words come again. */
  public long textHash() {
    long hash = FNV_OFFSET;
    for (int i = 0; i < text.length(); i++) {
      hash = (hash ^ text.charAt(i)) * FNV_PRIME;
    }
    return hash;
  }

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
    String id = nativeId(row, platform);
    String text = text(row);
    String inReplyTo = row.optionalText("inReplyTo", 256);
    return new Post(
        platform,
        id,
        text,
        PostTime.read("createdAt", row.text("createdAt"), now),
        row.optionalText("url", 2_000),
        language(row),
        row.optionalText("author", 256),
        Figures.from(row),
        inReplyTo,
        optionalTime(row, "editedAt", now),
        optionalTime(row, "engagementAt", now),
        kind(row, text, inReplyTo),
        List.of());
  }

  private static String text(RowFields row) {
    String given = row.prose("text", Mention.MAX_TEXT);
    PostText.flaw(given)
        .ifPresent(
            flaw -> {
              throw RowFields.invalid("text", "text " + flaw);
            });
    String text = PostText.normalised(given);
    if (text.isEmpty()) {
      throw RowFields.invalid("text", "text holds no character that can be seen");
    }
    if (text.length() > Mention.MAX_TEXT) {
      throw RowFields.invalid(
          "text",
          "text has more than " + Mention.MAX_TEXT + " characters in Unicode's NFC; shorten it");
    }
    return text;
  }

  private static String kind(RowFields row, String text, String inReplyTo) {
    String kind = row.optionalText("kind", 32);
    if (kind == null) {
      return inReplyTo != null ? "reply" : text.startsWith("RT @") ? "repost" : "post";
    }
    if (!KIND.matcher(kind).matches()) {
      throw RowFields.invalid(
          "kind", "kind must be a short code in lower case such as post, reply, repost or quote");
    }
    return kind;
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
  Post redacted(String textLeft, String urlLeft, List<String> kinds) {
    return new Post(
        platform,
        nativeId,
        textLeft,
        createdAt,
        urlLeft,
        language,
        author,
        figures,
        inReplyTo,
        editedAt,
        engagementAt,
        kind,
        kinds);
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
