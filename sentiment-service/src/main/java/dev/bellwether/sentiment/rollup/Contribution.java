package dev.bellwether.sentiment.rollup;

import dev.bellwether.contracts.sentiment.Emotion;
import dev.bellwether.contracts.sentiment.ScoredMention;
import dev.bellwether.contracts.sentiment.SentimentLabel;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * What one mention adds to the rollups.
 *
 * @param revision the newest revision seen
 * @param hour start of the hour it counts in; null once erased
 * @param createdAt its event time, in whole microseconds as the database keeps it; null once
 *     erased, and where only the version before has counted it: such a row counts in hours only
 * @param label a person's word, or else the model's; null once erased: it counts nowhere, but its
 *     revision is remembered
 * @param monitors each once, sorted
 * @param author pseudonym, or null where nobody knows
 * @param interactions likes, reposts and replies together
 * @param spam whether it looks like spam
 * @param score as the model has it, without a correction; null where {@code createdAt} is
 */
public record Contribution(
    int revision,
    Instant hour,
    Instant createdAt,
    SentimentLabel label,
    List<String> monitors,
    String author,
    long interactions,
    boolean spam,
    ScoredMention score) {

  public Contribution {
    monitors = monitors.stream().distinct().sorted().toList();
    createdAt = createdAt == null ? null : createdAt.truncatedTo(ChronoUnit.MICROS);
  }

  /**
   * A mention as the model scored it.
   *
   * @param author null where nobody knows
   */
  public static Contribution of(
      ScoredMention score, String author, long interactions, boolean spam) {
    return new Contribution(
        score.revision(),
        Cell.Span.HOUR.startOf(score.createdAt()),
        score.createdAt(),
        score.label(),
        score.monitors(),
        author,
        interactions,
        spam,
        score);
  }

  static Contribution erased(int revision) {
    return new Contribution(revision, null, null, null, List.of(), null, 0, false, null);
  }

  /** Whether it is in the rollups; an erased mention is not. */
  public boolean counts() {
    return label != null;
  }

  /** Null where no model spoke. */
  public Emotion emotion() {
    return score == null ? null : score.emotion();
  }

  /** Null where no model spoke. */
  public Boolean irony() {
    return score == null ? null : score.irony();
  }

  /** Null where no model spoke. */
  public Boolean offensive() {
    return score == null ? null : score.offensive();
  }

  Contribution labelled(SentimentLabel other) {
    return new Contribution(
        revision, hour, createdAt, other, monitors, author, interactions, spam, score);
  }

  /** Where it is counted; nowhere once erased. */
  List<Cell> cells() {
    var cells = new ArrayList<Cell>();
    if (counts()) {
      add(cells, Cell.WHOLE_WORKSPACE);
      monitors.forEach(monitor -> add(cells, monitor));
    }
    return cells;
  }

  private void add(List<Cell> cells, String monitor) {
    cells.add(new Cell(Cell.Span.HOUR, monitor, hour, label));
    if (createdAt != null) {
      cells.add(new Cell(Cell.Span.MINUTE, monitor, Cell.Span.MINUTE.startOf(createdAt), label));
    }
  }
}
