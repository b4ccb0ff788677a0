package dev.bellwether.contracts.sentiment;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;

/**
 * The score of one revision of a mention. Value of the topic {@code scored-mentions}; identity is
 * (workspace, mentionId).
 *
 * @param revision the mention's revision that was scored
 * @param probabilities null for {@link SentimentLabel#UNKNOWN}
 * @param model which model and version spoke, for example {@code en-linear-1}; null for unknown
 * @param monitors as in the mention, so that a reader needs no join to count by monitor
 * @param createdAt the mention's event time
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ScoredMention(
    int schemaVersion,
    String workspace,
    String mentionId,
    int revision,
    SentimentLabel label,
    Probabilities probabilities,
    String model,
    List<String> monitors,
    Instant createdAt) {

  public static final int SCHEMA_VERSION = 1;

  public ScoredMention {
    monitors = monitors == null ? List.of() : List.copyOf(monitors);
  }

  /** Each from 0 to 1, together 1. */
  public record Probabilities(double negative, double neutral, double positive) {}
}
