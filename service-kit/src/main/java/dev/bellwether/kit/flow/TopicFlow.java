package dev.bellwether.kit.flow;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Supplier;

/** How a service gets on with one topic that it reads. Safe to use from any thread. */
public final class TopicFlow {

  private final String topic;
  private final InstantSource clock;
  private final Instant since;
  private Supplier<ConsumerState> consumer;
  private Instant workingSince;
  private Instant waitingSince;
  private Instant lastDone;
  private String lastError;
  private Instant lastErrorAt;

  /**
   * @param lag records at the broker that the consumer has not fetched; null before it says
   * @param age since the last event was worked off; since the start where there was none
   * @param lastError the kind of what last failed, without its words, or null
   * @param errorAge since that failure, or null
   * @param stillFor how long records have been waiting without any being worked off; zero when none
   *     wait
   */
  public record Snapshot(
      Long lag, Duration age, String lastError, Duration errorAge, Duration stillFor) {}

  TopicFlow(String topic, InstantSource clock) {
    this.topic = topic;
    this.clock = clock;
    this.since = clock.instant();
  }

  public String topic() {
    return topic;
  }

  /** Names the consumer that reads the topic. */
  public synchronized void readBy(Supplier<ConsumerState> source) {
    consumer = source;
  }

  /** A batch is at work from now on. */
  public synchronized void taken() {
    workingSince = clock.instant();
  }

  /** What was at work has had its effect. */
  public synchronized void done() {
    workingSince = null;
    lastDone = clock.instant();
  }

  /** What was at work is given up: its records come again, or never. */
  public synchronized void givenUp(Throwable why) {
    workingSince = null;
    failed(why);
  }

  /** What is at work failed, and is tried again. */
  public synchronized void failed(Throwable why) {
    lastError = FailureKind.of(why);
    lastErrorAt = clock.instant();
  }

  synchronized boolean working() {
    return workingSince != null;
  }

  /** What its consumer says; null where none is known yet. */
  synchronized ConsumerState consumer() {
    return consumer == null ? null : consumer.get();
  }

  synchronized Snapshot now() {
    Instant now = clock.instant();
    ConsumerState state = consumer();
    boolean waiting = workingSince != null || (state != null && state.lag() > 0);
    if (!waiting) {
      waitingSince = null;
    } else if (waitingSince == null) {
      waitingSince = workingSince == null ? now : workingSince;
    }
    Instant last = lastDone == null ? since : lastDone;
    return new Snapshot(
        state == null ? null : state.lag(),
        Duration.between(last, now),
        lastError,
        lastErrorAt == null ? null : Duration.between(lastErrorAt, now),
        waiting
            ? Duration.between(waitingSince.isAfter(last) ? waitingSince : last, now)
            : Duration.ZERO);
  }
}
