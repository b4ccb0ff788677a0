package dev.bellwether.ingest.rows;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What became of a row. */
public enum RowStatus {
  @JsonProperty("accepted")
  ACCEPTED,
  @JsonProperty("duplicate")
  DUPLICATE,
  @JsonProperty("rejected")
  REJECTED
}
