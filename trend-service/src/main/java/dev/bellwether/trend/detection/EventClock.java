package dev.bellwether.trend.detection;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * How far a workspace's posts have come in event time, as one reader of them knows it. One post
 * with a wrong date must not drag the clock along, so a leap needs {@link #WITNESSES} posts in a
 * row; until then they are held back.
 *
 * @param now the latest event time; null before it is known
 * @param held posts from after the {@link #LEAP}, oldest arrival first
 */
public record EventClock(Instant now, List<CountedPost> held) {

  /** A step ahead that one post may make alone. */
  public static final Duration LEAP = Duration.ofDays(2);

  public static final int WITNESSES = 3;

  /** What lies further behind the clock is history: it raises no trend. */
  public static final Duration HISTORY = Duration.ofHours(6);

  public static final EventClock UNSET = new EventClock(null, List.of());

  public EventClock {
    held = List.copyOf(held);
  }

  /**
   * @param clock after the post
   * @param counted posts to count now, none or several
   * @param leapt whether the clock was set or made a leap: before {@code counted} lies a long
   *     silence
   */
  public record Reading(EventClock clock, List<CountedPost> counted, boolean leapt) {}

  public Reading read(CountedPost post) {
    var time = post.createdAt();
    if (now == null || time.isAfter(now.plus(LEAP))) {
      return hold(post);
    }
    if (time.isBefore(now.minus(HISTORY))) {
      return new Reading(this, List.of(), false);
    }
    return new Reading(
        new EventClock(time.isAfter(now) ? time : now, List.of()), List.of(post), false);
  }

  /**
   * Takes the held posts without further witnesses where the world's time vouches for them: called
   * when nothing more comes.
   */
  public Reading settle(Instant wallClock) {
    var earliest = now == null ? Instant.MIN : wallClock.minus(Duration.ofHours(1));
    var latest = wallClock.plus(Duration.ofHours(1));
    boolean vouched =
        !held.isEmpty()
            && held.stream()
                .allMatch(
                    post ->
                        !post.createdAt().isBefore(earliest) && !post.createdAt().isAfter(latest));
    return vouched ? leap(held) : new Reading(this, List.of(), false);
  }

  /** Without one that was held back, by its id. */
  public EventClock without(String id) {
    return new EventClock(now, held.stream().filter(post -> !post.id().equals(id)).toList());
  }

  /** Without any that is held back. */
  public EventClock withoutHeld() {
    return new EventClock(now, List.of());
  }

  private Reading hold(CountedPost post) {
    var waiting = Stream.concat(held.stream(), Stream.of(post)).toList();
    return waiting.size() < WITNESSES
        ? new Reading(new EventClock(now, waiting), List.of(), false)
        : leap(waiting);
  }

  private static Reading leap(List<CountedPost> witnesses) {
    var times = Comparator.comparing(CountedPost::createdAt);
    var start = witnesses.stream().min(times).orElseThrow().createdAt();
    var counted =
        witnesses.stream()
            .filter(post -> !post.createdAt().isAfter(start.plus(LEAP)))
            .sorted(times)
            .toList();
    return new Reading(new EventClock(counted.getLast().createdAt(), List.of()), counted, true);
  }
}
