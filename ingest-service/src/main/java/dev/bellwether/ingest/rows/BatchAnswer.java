package dev.bellwether.ingest.rows;

import java.util.List;

/**
 * The answer to a request of rows: the counts, and each row's own answer in the order they came.
 */
public record BatchAnswer(int accepted, int duplicate, int rejected, List<RowAnswer> rows) {

  public static BatchAnswer of(List<RowAnswer> rows) {
    return new BatchAnswer(
        count(rows, RowStatus.ACCEPTED),
        count(rows, RowStatus.DUPLICATE),
        count(rows, RowStatus.REJECTED),
        List.copyOf(rows));
  }

  private static int count(List<RowAnswer> rows, RowStatus status) {
    return (int) rows.stream().filter(row -> row.status() == status).count();
  }
}
