package dev.bellwether.contracts.sentiment;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How a mention feels. {@link #UNKNOWN} where no model speaks its language: never a guess. */
public enum SentimentLabel {
  @JsonProperty("negative")
  NEGATIVE,
  @JsonProperty("neutral")
  NEUTRAL,
  @JsonProperty("positive")
  POSITIVE,
  @JsonProperty("unknown")
  UNKNOWN;

  /** The name used in JSON, in SQL and in query parameters. */
  public String wireName() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
