package dev.bellwether.trend.detection;

import java.time.Instant;
import java.util.List;

/**
 * What counting keeps of a post until its bucket closes.
 *
 * @param author fingerprint of the author's pseudonym; of the post's id where nobody is named, so
 *     that each counts
 * @param terms each once
 */
public record CountedPost(
    String id, Instant createdAt, long author, List<String> monitors, List<String> terms) {

  public CountedPost {
    monitors = List.copyOf(monitors);
    terms = List.copyOf(terms);
  }
}
