package dev.bellwether.trend.topology;

import dev.bellwether.contracts.kafka.RecordKey;
import dev.bellwether.contracts.sentiment.ScoredMention;
import dev.bellwether.kit.event.EventBinding;
import dev.bellwether.kit.event.UnreadableEventException;
import java.time.Instant;
import java.util.List;

/** What a record of {@code scored-mentions} turned out to be. */
public sealed interface ScoreReading extends Reading {

  /**
   * A mention whose mood is known; a later one of the same mention takes its place.
   *
   * @param monitors at least one
   */
  record Feels(
      String workspace, String mention, Instant createdAt, List<String> monitors, Mood mood)
      implements ScoreReading {

    public Feels {
      monitors = List.copyOf(monitors);
    }
  }

  /** There is no such score any more. */
  record Removed(String workspace, String mention) implements ScoreReading {}

  /** A score that says nothing of a mood, or of no monitor. */
  record Passes() implements ScoreReading {}

  /**
   * @param reason what is wrong with it
   */
  record Unreadable(byte[] value, String reason) implements ScoreReading {

    @Override
    public Refused refused() {
      return new Refused(value, reason);
    }
  }

  static ScoreReading of(String key, byte[] value, EventBinding<ScoredMention> scores) {
    if (value == null) {
      var parts = key == null ? List.<String>of() : RecordKey.decode(key).parts();
      return parts.size() == 2 ? new Removed(parts.get(0), parts.get(1)) : new Passes();
    }
    try {
      var score = scores.read(value);
      if (score.workspace() == null || score.mentionId() == null) {
        return new Unreadable(value, "workspace or mentionId is null");
      }
      if (!MentionReading.canBeCounted(score.createdAt())) {
        return new Unreadable(value, MentionReading.NO_TIME);
      }
      return of(score);
    } catch (UnreadableEventException e) {
      return new Unreadable(value, e.getMessage());
    }
  }

  private static ScoreReading of(ScoredMention score) {
    var mood = Mood.of(score.label());
    return mood == Mood.UNKNOWN || score.monitors().isEmpty()
        ? new Passes()
        : new Feels(
            score.workspace(), score.mentionId(), score.createdAt(), score.monitors(), mood);
  }
}
