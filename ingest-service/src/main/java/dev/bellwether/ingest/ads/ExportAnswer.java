package dev.bellwether.ingest.ads;

import dev.bellwether.adexport.AdExport;
import dev.bellwether.ingest.rows.BatchAnswer;
import dev.bellwether.ingest.rows.RowAnswer;
import dev.bellwether.ingest.rows.RowStatus;
import java.util.List;

/**
 * The answer to an export.
 *
 * @param export whose it was read as, such as "Google Ads"
 * @param accepted rows that are new, or restate what was there
 * @param duplicate rows that were there already, with the same figures
 * @param rejected rows that were refused
 * @param repeated lines that say again what an earlier one says, and count once
 * @param summed lines that were added to an earlier one
 * @param totals lines with totals, passed over
 * @param empty lines without a value, passed over
 * @param notes how it was read
 * @param rows the rejected ones, each with its line
 */
public record ExportAnswer(
    String export,
    int accepted,
    int duplicate,
    int rejected,
    long repeated,
    long summed,
    long totals,
    long empty,
    List<String> notes,
    List<RowAnswer> rows) {

  static ExportAnswer of(AdExport export, BatchAnswer answer) {
    return new ExportAnswer(
        export.dialect().label(),
        answer.accepted(),
        answer.duplicate(),
        answer.rejected(),
        export.repeated(),
        export.summed(),
        export.totals(),
        export.empty(),
        export.notes(),
        answer.rows().stream().filter(row -> row.status() == RowStatus.REJECTED).toList());
  }
}
