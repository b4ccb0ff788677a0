package dev.bellwether.sentiment.rollup;

import dev.bellwether.contracts.sentiment.SentimentLabel;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;

/**
 * One row of a rollup: mentions of a monitor, in an hour or a minute, with a label. The order is
 * the order in which rows are locked, the same in every consumer, so that two of them never wait
 * for each other.
 *
 * @param span how long it lasts
 * @param monitor a monitor's id, or {@link #WHOLE_WORKSPACE}
 * @param start of the hour or the minute, in UTC
 */
public record Cell(Span span, String monitor, Instant start, SentimentLabel label)
    implements Comparable<Cell> {

  /** What a rollup counts by. */
  public enum Span {
    HOUR(ChronoUnit.HOURS),
    MINUTE(ChronoUnit.MINUTES);

    private final ChronoUnit unit;

    Span(ChronoUnit unit) {
      this.unit = unit;
    }

    /** When the span began that {@code time} lies in. */
    public Instant startOf(Instant time) {
      return time.truncatedTo(unit);
    }
  }

  /**
   * Stands for all mentions of the workspace, whichever monitors they matched. No monitor has this
   * id.
   */
  public static final String WHOLE_WORKSPACE = "";

  private static final Comparator<Cell> ORDER =
      Comparator.comparing(Cell::span)
          .thenComparing(Cell::monitor)
          .thenComparing(Cell::start)
          .thenComparing(Cell::label);

  @Override
  public int compareTo(Cell other) {
    return ORDER.compare(this, other);
  }
}
