package dev.bellwether.sentiment.rollup;

import dev.bellwether.contracts.sentiment.SentimentLabel;
import java.time.Instant;
import java.util.Comparator;

/**
 * One count: mentions of a monitor, in an hour, with a label. The order is the order in which rows
 * are locked, the same in every consumer, so that two of them never wait for each other.
 *
 * @param monitor a monitor's id, or {@link #WHOLE_WORKSPACE}
 */
public record Cell(String monitor, Instant hour, SentimentLabel label) implements Comparable<Cell> {

  /**
   * Stands for all mentions of the workspace, whichever monitors they matched. No monitor has this
   * id.
   */
  public static final String WHOLE_WORKSPACE = "";

  private static final Comparator<Cell> ORDER =
      Comparator.comparing(Cell::monitor).thenComparing(Cell::hour).thenComparing(Cell::label);

  @Override
  public int compareTo(Cell other) {
    return ORDER.compare(this, other);
  }
}
