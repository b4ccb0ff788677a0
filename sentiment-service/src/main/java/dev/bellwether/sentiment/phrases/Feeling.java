package dev.bellwether.sentiment.phrases;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The five classes of the Stanford Sentiment Treebank, in the order of the RNTN's predictions. */
public enum Feeling {
  @JsonProperty("very_negative")
  VERY_NEGATIVE,
  @JsonProperty("negative")
  NEGATIVE,
  @JsonProperty("neutral")
  NEUTRAL,
  @JsonProperty("positive")
  POSITIVE,
  @JsonProperty("very_positive")
  VERY_POSITIVE
}
