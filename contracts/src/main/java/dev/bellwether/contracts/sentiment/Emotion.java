package dev.bellwether.contracts.sentiment;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The emotion that a mention shows most. {@link #NONE} where it shows none of the others. */
public enum Emotion {
  @JsonProperty("anger")
  ANGER,
  @JsonProperty("joy")
  JOY,
  @JsonProperty("optimism")
  OPTIMISM,
  @JsonProperty("sadness")
  SADNESS,
  @JsonProperty("none")
  NONE;

  /** The name used in JSON, in SQL and in query parameters. */
  public String wireName() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
