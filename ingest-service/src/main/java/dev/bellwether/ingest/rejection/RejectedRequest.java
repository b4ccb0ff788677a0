package dev.bellwether.ingest.rejection;

/**
 * The request that something was refused of.
 *
 * @param kind the path's last part: {@code mentions} or {@code ad-performance}
 * @param key its Idempotency-Key, or null
 * @param id its X-Request-Id, or null
 */
public record RejectedRequest(String workspace, String kind, String key, String id) {

  /** A longer one is no key that anybody would look for, and more than an index takes. */
  private static final int LONGEST = 255;

  public RejectedRequest {
    key = bounded(key);
    id = bounded(id);
  }

  private static String bounded(String text) {
    return text == null || text.isBlank() || text.length() > LONGEST ? null : text;
  }
}
