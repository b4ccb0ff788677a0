package dev.bellwether.ingest.rows;

import com.fasterxml.jackson.databind.JsonNode;

/** One row as it stands in a request's body. */
public sealed interface BodyRow {

  /** The line of the body on which it begins, from 1. */
  int line();

  /**
   * A row that reads.
   *
   * @param json an object
   */
  record Read(int line, JsonNode json) implements BodyRow {}

  /**
   * A row that does not.
   *
   * @param field the field at fault, or null when the row as a whole is
   * @param reason what is wrong and what would be right, without quoting the row: it may hold
   *     anybody's words
   */
  record Unreadable(int line, String field, String reason) implements BodyRow {}
}
