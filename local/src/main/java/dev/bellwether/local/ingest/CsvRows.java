package dev.bellwether.local.ingest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Reads a CSV file. A row whose quotation marks do not fit is one bad row: reading begins again
 * with the line behind its first.
 */
final class CsvRows {

  /** Each costs reading the file again; a file with more is not CSV. */
  private static final int MOST_BROKEN = 100;

  private static final Pattern STARTED = Pattern.compile("started in line (\\d+)");

  private final InputFile file;
  private final InputFile.Visitor visitor;
  private List<String> header;
  private long skipped;
  private boolean enough;

  CsvRows(InputFile file, InputFile.Visitor visitor) {
    this.file = file;
    this.visitor = visitor;
  }

  void read() throws IOException {
    long broken = -1;
    for (int attempt = 0; attempt <= MOST_BROKEN && broken != 0; attempt++) {
      broken = readFrom(skipped);
      skipped = broken;
    }
    if (broken != 0) {
      visitor.unreadable(
          broken + 1,
          null,
          "and what follows is not read: more than "
              + MOST_BROKEN
              + " rows before have quotation marks that do not fit");
    }
  }

  /**
   * @param lines how many to pass over
   * @return the line with a row that broke off the reading, or 0 at the end
   */
  private long readFrom(long lines) throws IOException {
    var text = file.open();
    try (var reader = new BufferedReader(text)) {
      var skipping = new BoundedLines(reader);
      for (long i = 0; i < lines; i++) {
        skipping.next();
      }
      return records(reader, text);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private long records(BufferedReader reader, StrictReader text) throws IOException {
    CsvRecord before = null;
    try (var csv = csv(reader)) {
      for (var record : csv) {
        if (before != null) {
          take(before);
        }
        if (enough) {
          return 0;
        }
        before = record;
      }
    } catch (CsvParseException e) {
      if (e.getCause() instanceof IOException io) {
        throw io;
      }
      if (before != null) {
        take(before);
      }
      var started = STARTED.matcher(String.valueOf(e.getMessage()));
      long line = skipped + (started.find() ? Long.parseLong(started.group(1)) : 1);
      return broken(
          line,
          "has a quotation mark that does not fit, or is far too long: \"\" inside quotes means one");
    }
    if (before == null) {
      return 0;
    }
    if (neverCloses(before, text)) {
      return broken(
          skipped + before.getStartingLineNumber(), "opens a quotation mark that never closes");
    }
    take(before);
    return 0;
  }

  private long broken(long line, String reason) throws UnusableFileException {
    if (header == null) {
      throw new UnusableFileException("its header " + reason);
    }
    visitor.unreadable(line, null, reason);
    return line;
  }

  private CsvReader<CsvRecord> csv(BufferedReader reader) {
    return CsvReader.builder()
        .fieldSeparator(file.separator())
        .allowExtraFields(true)
        .allowMissingFields(true)
        .skipEmptyLines(true)
        .maxBufferSize(2 * BoundedLines.LONGEST)
        .ofCsvRecord(reader);
  }

  /** A last value over several lines was quoted, so the file must end with the closing mark. */
  private static boolean neverCloses(CsvRecord last, StrictReader text) {
    return last.getField(last.getFieldCount() - 1).lines().count() > 1
        && text.lastCharacter() != '"';
  }

  private void take(CsvRecord record) throws IOException {
    long line = skipped + record.getStartingLineNumber();
    if (header == null) {
      header = record.getFields().stream().map(FieldMapping::normal).toList();
      checkSeparator();
      visitor.columns(record.getFields());
    } else if (record.getFieldCount() != header.size()) {
      visitor.unreadable(
          line, null, "has " + record.getFieldCount() + " values, the header " + header.size());
    } else {
      enough = !visitor.row(new RawRow(line, values(record.getFields())));
    }
  }

  private void checkSeparator() throws IOException {
    if (header.size() == 1) {
      for (String other : List.of(";", "\t")) {
        if (header.getFirst().contains(other)) {
          throw new UnusableFileException(
              "its header has one column, with %s in it: say --separator %s"
                  .formatted(
                      other.equals(";") ? "semicolons" : "tabs",
                      other.equals(";") ? "';'" : "tab"));
        }
      }
    }
  }

  private Map<String, JsonNode> values(List<String> fields) {
    var values = HashMap.<String, JsonNode>newHashMap(header.size());
    for (int i = 0; i < header.size(); i++) {
      if (!fields.get(i).isBlank()) {
        values.putIfAbsent(header.get(i), TextNode.valueOf(fields.get(i)));
      }
    }
    return values;
  }
}
