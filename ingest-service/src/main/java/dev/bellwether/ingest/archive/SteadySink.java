package dev.bellwether.ingest.archive;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Lets whoever waits for an export hear of it every few seconds, however seldom something is found:
 * a gateway gives up on an answer that is silent for long.
 */
final class SteadySink {

  static final Duration SILENCE = Duration.ofSeconds(5);

  private final MentionSink sink;
  private final Clock clock;
  private Instant heard;

  SteadySink(MentionSink sink, Clock clock) {
    this.sink = sink;
    this.clock = clock;
    this.heard = clock.instant();
  }

  /**
   * @return true: there may be more
   * @throws UncheckedIOException when it cannot be written
   */
  boolean add(ArchivedMention mention) {
    try {
      sink.add(mention);
      pauseWhereDue();
      return true;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * A mention has been looked at that is not in the export.
   *
   * @throws UncheckedIOException when it cannot be written
   */
  void nothing() {
    try {
      pauseWhereDue();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void pauseWhereDue() throws IOException {
    Instant now = clock.instant();
    if (heard.plus(SILENCE).isBefore(now)) {
      sink.pause();
      heard = now;
    }
  }
}
