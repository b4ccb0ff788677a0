package dev.bellwether.contracts.sentiment;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * What a mention feels about one brand or product that it names.
 *
 * @param name as the monitor has it, whichever alias the mention used
 * @param label what the mention feels about it; never {@link SentimentLabel#UNKNOWN}
 * @param confidence how likely the label is right, from 0 to 1
 * @param monitors ids of the mention's monitors that know the name
 */
public record TargetSentiment(
    @JsonProperty(required = true) String name,
    @JsonProperty(required = true) SentimentLabel label,
    double confidence,
    List<String> monitors) {

  public TargetSentiment {
    monitors = monitors == null ? List.of() : List.copyOf(monitors);
  }
}
