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
    return send(files.kind(), files.rows(), files.refused());
  }

  /**
   * Sends rows as they come.
   *
   * @param refused rows that cannot be sent, for the result
   * @throws SuiteException when a batch is refused or not taken in time; the rows before it are in
   */
  UploadResult send(Kind kind, Iterable<Row> rows, List<RowReport> refused)
      throws InterruptedException {
    var sending = new Sending(this, kind, new ArrayList<>(), new ArrayList<>(refused));
    var batch = new ArrayList<Row>();
    long bytes = 0;
    long accepted = 0;
    for (var row : rows) {
      long more = row.json().length + 1L;
      if (!batch.isEmpty() && (batch.size() == BATCH_ROWS || bytes + more > BATCH_BYTES)) {
        accepted += sending.send(batch, accepted);
        batch.clear();
        bytes = 0;
      }
      batch.add(row);
      bytes += more;
    }
    if (!batch.isEmpty()) {
      accepted += sending.send(batch, accepted);
    }
    return new UploadResult(accepted, sending.duplicates(), sending.rejected());
  }

  private record Sending(
      Upload upload, Kind kind, List<RowReport> duplicates, List<RowReport> rejected) {

    /** How many of the batch were accepted. */
    int send(List<Row> batch, long acceptedBefore) throws InterruptedException {
      var answer = upload.sent(kind, batch, acceptedBefore);
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
      upload.progress().sent(batch.size());
      return answer.accepted();
    }
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
}
