package dev.bellwether.local.simulator;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;

/**
 * A post in the flat form of {@code POST /v1/mentions}. Nulls are left out.
 *
 * @param createdAt ISO-8601, UTC
 * @param language ISO 639-1 where the platform tells it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonPropertyOrder({
  "id",
  "platform",
  "text",
  "createdAt",
  "url",
  "language",
  "author",
  "followers",
  "likes",
  "reposts",
  "replies",
  "views",
  "inReplyTo"
})
public record PostRow(
    String id,
    String platform,
    String text,
    String createdAt,
    String url,
    String language,
    String author,
    Long followers,
    Long likes,
    Long reposts,
    Long replies,
    Long views,
    String inReplyTo) {

  /** The id a mention made from it has. */
  public String mentionId() {
    return platform + ":" + id;
  }
}
