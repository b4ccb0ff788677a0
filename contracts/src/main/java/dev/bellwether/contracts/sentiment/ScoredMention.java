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
 * @param label what the mention feels; a person's word where there is one
 * @param probabilities of each label as the model has them; null where none speaks the language
 * @param model which model and version spoke, for example {@code en-linear-1}; null where none did
 * @param confidence how likely the label is right, from 0 to 1: the label's probability, lower
 *     where the mention looks ironic, 1 where a person said it; null for {@link
 *     SentimentLabel#UNKNOWN}
 * @param emotion the one it shows most; null where no model speaks the language
 * @param irony whether it looks ironic; null where no model speaks the language
 * @param offensive whether it is offensive; null where no model speaks the language
 * @param words those that made the label, the strongest first; at most {@link #MAX_WORDS}
 * @param targets what it feels about each brand and product of its monitors that it names
 * @param correctedAt when a person set the label; null where the label is the model's
 * @param modelLabel what the model says where a person said otherwise or the same; else null
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
    Double confidence,
    Emotion emotion,
    Boolean irony,
    Boolean offensive,
    List<WordContribution> words,
    List<TargetSentiment> targets,
    Instant correctedAt,
    SentimentLabel modelLabel,
    List<String> monitors,
    @JsonProperty(required = true) Instant createdAt)
    implements Versioned {

  public static final int SCHEMA_VERSION = 1;

  public static final int MAX_WORDS = 8;

  public ScoredMention {
    words = words == null ? List.of() : List.copyOf(words);
    targets = targets == null ? List.of() : List.copyOf(targets);
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
