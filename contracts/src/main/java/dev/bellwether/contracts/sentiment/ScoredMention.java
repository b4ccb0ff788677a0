package dev.bellwether.contracts.sentiment;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.bellwether.contracts.kafka.Versioned;
import java.time.Instant;
import java.util.List;

/**
 * The score of one revision of a mention. Value of the topic {@code scored-mentions}; identity is
 * (workspace, mentionId).
 *
 * @param schemaVersion {@link #SCHEMA_VERSION} when written
 * @param workspace whose it is; first part of the key
 * @param mentionId {@code platform:nativeId}, as in the mention
 * @param revision the mention's revision that was scored
 * @param label what the mention feels
 * @param probabilities of each label; null for {@link SentimentLabel#UNKNOWN}
 * @param model which model and version spoke, for example {@code en-linear-1}; null for unknown
 * @param monitors as in the mention, so that a reader needs no join to count by monitor
 * @param createdAt the mention's event time
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ScoredMention(
    int schemaVersion,
    @JsonProperty(required = true) String workspace,
    @JsonProperty(required = true) String mentionId,
    int revision,
    @JsonProperty(required = true) SentimentLabel label,
    Probabilities probabilities,
    String model,
    List<String> monitors,
    @JsonProperty(required = true) Instant createdAt)
    implements Versioned {

  public static final int SCHEMA_VERSION = 1;

  public ScoredMention {
    monitors = monitors == null ? List.of() : List.copyOf(monitors);
  }

  /**
   * Together 1.
   *
   * @param negative from 0 to 1
   * @param neutral from 0 to 1
   * @param positive from 0 to 1
   */
  public record Probabilities(double negative, double neutral, double positive) {}
}
