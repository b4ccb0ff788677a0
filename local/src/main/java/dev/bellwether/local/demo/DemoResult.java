package dev.bellwether.local.demo;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.bellwether.local.suite.SuiteException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Everything a run of the demo found; {@code --json} writes it.
 *
 * @param figures how the rows of ad figures were answered
 * @param archived mentions the archive counts
 * @param scored mentions the sentiment summary counts
 * @param suggested what the storm led to; null where it led to nothing
 * @param languages mentions by language as the suite decided it
 * @param spamShare share of the posts that truly are spam
 * @param seconds from the command until the result stood, the start of the suite included
 * @param residentMegabytes of the suite, broker and database included, without the demo's own
 *     process; 0 where unknown
 */
record DemoResult(
    long seed,
    @JsonUnwrapped Taken posts,
    Taken figures,
    long archived,
    long scored,
    List<Mood> monitors,
    List<FoundTrend> trends,
    Moment storm,
    Moment launch,
    PlanCheck plan,
    Suggested suggested,
    Map<String, Long> languages,
    double spamShare,
    double startSeconds,
    double seconds,
    long residentMegabytes) {

  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .enable(SerializationFeature.INDENT_OUTPUT)
          .build();

  /**
   * What was said of a monitor.
   *
   * @param netSentiment -100 to 100 over both weeks; {@code before} until the storm, {@code
   *     stormDay} in its first 24 hours
   */
  record Mood(
      String name, String id, long mentions, double netSentiment, double before, double stormDay) {}

  /**
   * When an event truly began, and when a trend of it was first found; null where none was.
   *
   * @param startedAt true start, simulated time
   */
  record Moment(Instant startedAt, Instant detectedAt) {}

  /**
   * @throws SuiteException when the file cannot be written
   */
  void write(Path file) {
    try {
      JSON.writeValue(file.toFile(), this);
    } catch (IOException e) {
      throw new SuiteException("cannot write " + file + ": " + e.getMessage(), e);
    }
  }
}
