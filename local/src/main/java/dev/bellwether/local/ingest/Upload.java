package dev.bellwether.local.ingest;

import dev.bellwether.local.ingest.FileRows.Row;
import dev.bellwether.local.suite.SuiteException;
import java.util.ArrayList;
import java.util.List;

/**
 * Sends rows in their order, one batch after the other, so that a later event never overtakes an
 * earlier one.
 */
public record Upload(BatchSender sender, Progress progress) {

  private static final int BATCH_ROWS = 1_000;

  /** Below the 10 MB that the gateway takes. */
  private static final int BATCH_BYTES = 8_000_000;

  /** Hears how far it is. */
  public interface Progress {
    void sent(int rows);
  }

  /**
   * Sends all rows.
   *
   * @throws SuiteException when a batch is refused or not taken in time; the rows before it are in
   */
  public UploadResult send(FileRows files) throws InterruptedException {
    long accepted = 0;
    var duplicates = new ArrayList<RowReport>();
    var rejected = new ArrayList<>(files.refused());
    for (var batch : batches(files.rows())) {
      var answer = sent(files.kind(), batch, accepted);
      accepted += answer.accepted();
      for (var row : answer.rows()) {
        var origin = batch.get(row.row());
        var report =
            new RowReport(
                row.status(), origin.file(), origin.line(), row.id(), row.field(), row.reason());
        switch (row.status()) {
          case "accepted" -> {}
          case "duplicate" -> duplicates.add(report);
          case "rejected" -> rejected.add(report);
          default ->
              throw new SuiteException("the gateway answers an unknown status: " + row.status());
        }
      }
      progress.sent(batch.size());
    }
    return new UploadResult(accepted, duplicates, rejected);
  }

  private BatchAnswer sent(Kind kind, List<Row> batch, long acceptedBefore)
      throws InterruptedException {
    try {
      return sender.send(kind, batch.stream().map(Row::json).toList());
    } catch (SuiteException e) {
      throw new SuiteException(
          "%s%n%,d rows are in; what is sent again counts as duplicate"
              .formatted(e.getMessage(), acceptedBefore),
          e);
    }
  }

  private static List<List<Row>> batches(List<Row> rows) {
    var batches = new ArrayList<List<Row>>();
    int from = 0;
    long bytes = 0;
    for (int i = 0; i < rows.size(); i++) {
      long more = rows.get(i).json().length + 1L;
      if (i > from && (i - from == BATCH_ROWS || bytes + more > BATCH_BYTES)) {
        batches.add(rows.subList(from, i));
        from = i;
        bytes = 0;
      }
      bytes += more;
    }
    if (from < rows.size()) {
      batches.add(rows.subList(from, rows.size()));
    }
    return batches;
  }
}
