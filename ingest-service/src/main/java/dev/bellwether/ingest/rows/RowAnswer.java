package dev.bellwether.ingest.rows;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * What became of one row of a request.
 *
 * @param row its place in the request, from 0
 * @param line the line of the body on which it begins, from 1; only for a rejected row, where known
 * @param id the mention's or ad row's identity, null when it could not be read
 * @param field the field at fault, for a rejected row
 * @param reason why it was rejected
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RowAnswer(
    int row, Integer line, RowStatus status, String id, String field, String reason) {

  public static RowAnswer accepted(int row, String id) {
    return new RowAnswer(row, null, RowStatus.ACCEPTED, id, null, null);
  }

  public static RowAnswer duplicate(int row, String id) {
    return new RowAnswer(row, null, RowStatus.DUPLICATE, id, null, null);
  }

  public static RowAnswer rejected(int row, Checked.Invalid<?> why) {
    Integer line = why.line() == Checked.Invalid.LINE_UNKNOWN ? null : why.line();
    return new RowAnswer(row, line, RowStatus.REJECTED, why.id(), why.field(), why.reason());
  }

  /**
   * A row that reads, but must not be taken; without its identity, so that no log of answers has
   * it.
   */
  public static RowAnswer barred(int row, String field, String reason) {
    return new RowAnswer(row, null, RowStatus.REJECTED, null, field, reason);
  }

  /** The same, of a request in which so many rows stand before it. */
  public RowAnswer after(int rows) {
    return new RowAnswer(row + rows, line, status, id, field, reason);
  }
}
