package dev.bellwether.local.demo;

import dev.bellwether.local.suite.SuiteException;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** Waiting for the services, with an end. */
final class Patience {
  private static final Duration POLL = Duration.ofMillis(400);

  private Patience() {}

  static void pause(Duration pause) {
    try {
      Thread.sleep(pause);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new SuiteException("interrupted", e);
    }
  }

  /**
   * Waits until a count has reached its goal.
   *
   * @param stalled how long the count may stand still
   * @param seen hears of each look
   * @throws SuiteException when it stands still for longer; the message tells how far it came
   */
  static void untilReached(
      String what, long goal, Duration stalled, LongSupplier count, LongConsumer seen) {
    long best = -1;
    long moved = System.nanoTime();
    while (true) {
      long now = count.getAsLong();
      seen.accept(now);
      if (now >= goal) {
        return;
      }
      if (now > best) {
        best = now;
        moved = System.nanoTime();
      } else if (System.nanoTime() - moved > stalled.toNanos()) {
        throw new SuiteException(
            String.format(
                Locale.ENGLISH,
                "%s: stands at %,d of %,d for %d s; see ./bellwether logs",
                what,
                now,
                goal,
                stalled.toSeconds()));
      }
      pause(POLL);
    }
  }

  /**
   * Waits until what is looked at has not changed for a while.
   *
   * @return what it then is
   * @throws SuiteException when it still changes at the deadline
   */
  static <T> T untilStill(String what, Duration still, Duration deadline, Supplier<T> look) {
    long began = System.nanoTime();
    T last = look.get();
    long changed = System.nanoTime();
    while (System.nanoTime() - changed < still.toNanos()) {
      if (System.nanoTime() - began > deadline.toNanos()) {
        throw new SuiteException(
            "%s still change after %d s".formatted(what, deadline.toSeconds()));
      }
      pause(POLL);
      T now = look.get();
      if (!Objects.equals(now, last)) {
        last = now;
        changed = System.nanoTime();
      }
    }
    return last;
  }
}
