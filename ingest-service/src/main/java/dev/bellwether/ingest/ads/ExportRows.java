package dev.bellwether.ingest.ads;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.bellwether.adexport.AdExport;
import dev.bellwether.adexport.ExportException;
import dev.bellwether.adexport.ExportOptions;
import dev.bellwether.adexport.ExportedRow;
import dev.bellwether.contracts.ads.AdPerformance;
import dev.bellwether.ingest.rows.BodyRow;
import dev.bellwether.ingest.rows.Checked;
import dev.bellwether.ingest.rows.RowFields;
import dev.bellwether.ingest.rows.TableText;
import dev.bellwether.kit.problem.ProblemException;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * An export of an ad platform, its rows checked as all others are.
 *
 * @param rows those that can be taken, then those that cannot, with their lines
 */
record ExportRows(AdExport export, List<Checked<AdPerformance>> rows) {

  /** A body of ten megabytes may hold many short lines; the launcher reads longer files. */
  private static final int MOST_ROWS = 50_000;

  /**
   * Reads a body.
   *
   * @param options by their names; see {@link ExportOptions#of}
   * @throws ProblemException 400 where nobody can say what its rows are
   */
  static ExportRows read(
      byte[] body, Map<String, String> options, String workspace, LocalDate today) {
    String text = TableText.decode(body);
    try {
      AdExport export =
          AdExport.read(
              () -> new StringReader(text), ExportOptions.of(options), MOST_ROWS, lines -> {});
      return new ExportRows(export, checked(export, workspace, today));
    } catch (ExportException e) {
      throw ProblemException.badRequest(e.field(), e.getMessage());
    } catch (IOException e) {
      throw new UncheckedIOException("a string in memory is always readable", e);
    }
  }

  private static List<Checked<AdPerformance>> checked(
      AdExport export, String workspace, LocalDate today) {
    var rows = new ArrayList<Checked<AdPerformance>>();
    for (ExportedRow row : export.rows()) {
      var fields = JsonNodeFactory.instance.objectNode();
      row.fields().forEach(fields::put);
      rows.add(
          RowFields.read(
              new BodyRow.Read(Math.toIntExact(row.line()), fields),
              read -> AdRows.from(read, workspace, today)));
    }
    export
        .problems()
        .forEach(
            problem ->
                rows.add(
                    new Checked.Invalid<>(
                        Math.toIntExact(problem.line()), problem.field(), problem.reason())));
    return List.copyOf(rows);
  }
}
