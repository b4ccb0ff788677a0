package dev.bellwether.campaign.export;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * A file for a bulk upload.
 *
 * @param refused the lines that are not in it
 */
public record Sheet(List<String> columns, List<List<String>> rows, List<Refused> refused) {

  public Sheet {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
    refused = List.copyOf(refused);
  }

  /**
   * @param reason for people
   */
  public record Refused(String campaign, String adSet, String reason) {}

  /**
   * How it is made.
   *
   * @param byName campaigns and ad sets are called by name even where they look like ids
   * @param exactNames names stand as they are even where a spreadsheet would run them
   */
  public record Options(boolean byName, boolean exactNames) {

    public static final Options STANDARD = new Options(false, false);
  }

  public static Sheet of(Platform platform, DayBudgets budgets, Options options) {
    return switch (platform) {
      case META -> MetaSheet.of(budgets, options);
      case GOOGLE -> GoogleSheet.of(budgets, options);
    };
  }

  /** RFC 4180, with a row of names. */
  public String csv() {
    var text = new StringWriter();
    try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text)) {
      csv.writeRecord(columns);
      rows.forEach(csv::writeRecord);
    } catch (IOException e) {
      throw new UncheckedIOException("text in memory is always written", e);
    }
    return text.toString();
  }
}
