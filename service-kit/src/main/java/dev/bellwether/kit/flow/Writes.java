package dev.bellwether.kit.flow;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Whether Kafka takes what this service writes. Safe to use from any thread. */
public final class Writes {

  /** After this a failure is no news any more: whether writes work is then found out by writing. */
  private static final Duration MEMORY = Duration.ofSeconds(30);

  private final InstantSource clock;
  private String failure;
  private Instant failedAt;

  Writes(InstantSource clock) {
    this.clock = clock;
  }

  /**
   * Kafka has acknowledged a record.
   *
   * @return whether it had refused the one before
   */
  public synchronized boolean acknowledged() {
    boolean again = failure != null;
    failure = null;
    failedAt = null;
    return again;
  }

  /**
   * Kafka did not take a record.
   *
   * @return whether it had taken the one before
   */
  public synchronized boolean refused(Throwable why) {
    boolean first = failure == null;
    failure = FailureKind.of(why);
    failedAt = clock.instant();
    return first;
  }

  /** The kind of the last failure, while it says something of the next write; else null. */
  synchronized String failure() {
    boolean fresh = failedAt != null && failedAt.plus(MEMORY).isAfter(clock.instant());
    return fresh ? failure : null;
  }
}
