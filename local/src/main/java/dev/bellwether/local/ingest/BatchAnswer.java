package dev.bellwether.local.ingest;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;

/** What the gateway answers to a batch. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record BatchAnswer(int accepted, int duplicate, int rejected, List<RowAnswer> rows) {

  /**
   * @param row from 0, in the request's order
   * @param status {@code accepted}, {@code duplicate} or {@code rejected}
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  public record RowAnswer(int row, String status, String id, String field, String reason) {}
}
