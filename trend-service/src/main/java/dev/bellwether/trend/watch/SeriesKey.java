package dev.bellwether.trend.watch;

import dev.bellwether.contracts.kafka.RecordKey;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * Which series.
 *
 * @param subject the monitor's id, or the ad account's
 * @param campaign null in a series of posts
 * @param step between two values; null in a series of posts, whose step is the topology's bucket
 */
public record SeriesKey(
    String workspace, SeriesKind kind, String subject, String campaign, Duration step) {

  private static final int OF_POSTS = 3;
  private static final int OF_ADS = 5;

  static SeriesKey ofPosts(String workspace, SeriesKind kind, String monitor) {
    return new SeriesKey(workspace, kind, monitor, null, null);
  }

  static SeriesKey ofAds(
      String workspace, SeriesKind kind, String account, String campaign, Duration step) {
    return new SeriesKey(workspace, kind, account, campaign, step);
  }

  /** The key in stores and on inner topics. */
  public String encode() {
    return campaign == null
        ? RecordKey.of(workspace, kind.wireName(), subject).encode()
        : RecordKey.of(workspace, kind.wireName(), subject, campaign, step.toString()).encode();
  }

  /** As it stands in URLs: without the workspace, which comes from the caller's identity. */
  public String id() {
    var parts = RecordKey.decode(encode()).parts();
    var plain = new RecordKey(parts.subList(1, parts.size())).encode();
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(plain.getBytes(StandardCharsets.UTF_8));
  }

  /** Reads what {@link #encode()} wrote. */
  public static SeriesKey decode(String key) {
    return of(RecordKey.decode(key).parts())
        .orElseThrow(() -> new IllegalArgumentException("not the key of a series"));
  }

  /** Reads what {@link #id()} wrote; empty where it is no id of ours. */
  public static Optional<SeriesKey> ofId(String workspace, String id) {
    try {
      var plain = new String(Base64.getUrlDecoder().decode(id), StandardCharsets.UTF_8);
      return of(RecordKey.decode(RecordKey.of(workspace).encode() + "|" + plain).parts());
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Optional<SeriesKey> of(List<String> parts) {
    if (parts.size() != OF_POSTS && parts.size() != OF_ADS) {
      return Optional.empty();
    }
    boolean posts = parts.size() == OF_POSTS;
    try {
      return SeriesKind.of(parts.get(1))
          .filter(kind -> kind.isOfPosts() == posts)
          .map(
              kind ->
                  posts
                      ? ofPosts(parts.get(0), kind, parts.get(2))
                      : ofAds(
                          parts.get(0),
                          kind,
                          parts.get(2),
                          parts.get(3),
                          Duration.parse(parts.get(4))));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
