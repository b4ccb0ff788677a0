package dev.bellwether.contracts.signal;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a signal says has happened. */
public enum SignalKind {
  /** A series stands above its habit for a moment. */
  @JsonProperty("spike")
  SPIKE,
  /** A series stands below its habit for a moment; missing data is none. */
  @JsonProperty("drop")
  DROP,
  /** A series has moved up and stays there. */
  @JsonProperty("shift-up")
  SHIFT_UP,
  /** A series has moved down and stays there. */
  @JsonProperty("shift-down")
  SHIFT_DOWN,
  /**
   * How many of a monitor's mentions are negative: a measurement, sent for every closed bucket in
   * which enough of them were scored, for rules to compare with their threshold.
   */
  @JsonProperty("negative-share")
  NEGATIVE_SHARE,
  /** A topic that nobody had named. */
  @JsonProperty("new-topic")
  NEW_TOPIC,
  /** A topic that had faded, and stands out again. */
  @JsonProperty("topic-back")
  TOPIC_BACK,
  /** A source of posts or figures has sent nothing for longer than it ever does. */
  @JsonProperty("connector-silent")
  CONNECTOR_SILENT,
  /** A source that was silent sends again. */
  @JsonProperty("connector-back")
  CONNECTOR_BACK,
  /** A budget plan spends faster or slower than it says. */
  @JsonProperty("pacing-off")
  PACING_OFF
}
