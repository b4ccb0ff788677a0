package dev.bellwether.trend.watch;

import dev.bellwether.contracts.mention.Mention;
import dev.bellwether.trend.detection.CountedPost;
import dev.bellwether.trend.topology.Mood;
import dev.bellwether.trend.topology.ScoreReading;
import java.time.Instant;
import java.util.List;

/**
 * What series count of a post, or of its score.
 *
 * @param createdAt null where the post is to be forgotten
 * @param negative whether it is negative; false where nobody asked
 */
record SeriesPost(
    String workspace, String id, Instant createdAt, List<String> monitors, boolean negative) {

  private static final String NEGATIVE = Mood.NEGATIVE.name();

  SeriesPost {
    monitors = List.copyOf(monitors);
  }

  static SeriesPost of(Mention mention) {
    return new SeriesPost(
        mention.workspace(),
        mention.id(),
        CountedPost.eventTime(mention),
        mention.monitors(),
        false);
  }

  static SeriesPost of(ScoreReading.Feels score) {
    return new SeriesPost(
        score.workspace(),
        score.mention(),
        score.createdAt(),
        score.monitors(),
        score.mood() == Mood.NEGATIVE);
  }

  static SeriesPost forgotten(String workspace, String id) {
    return new SeriesPost(workspace, id, null, List.of(), false);
  }

  boolean isForgotten() {
    return createdAt == null;
  }

  /** As an event clock takes it, which may hold it back for a while. */
  CountedPost timed() {
    return new CountedPost(id, createdAt, 0, 0, monitors, negative ? NEGATIVE : "");
  }

  /** What an event clock gives back. */
  static SeriesPost of(String workspace, CountedPost timed) {
    return new SeriesPost(
        workspace, timed.id(), timed.createdAt(), timed.monitors(), NEGATIVE.equals(timed.text()));
  }

  /** Where it comes from: the platform, with which its id begins. */
  String source() {
    int end = id.indexOf(':');
    return end < 0 ? "" : id.substring(0, end);
  }
}
