package dev.bellwether.adexport;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Where the header of a file stands and what separates its values; and its records.
 *
 * @param above the lines above the header: titles, the days of the report
 * @param header as it stands there
 */
record Table(Source source, List<String> above, char separator, List<String> header) {

  /** Titles take two lines; a few more do no harm. */
  private static final int HEADER_WITHIN = 20;

  private static final int LONGEST_LINE = 200_000;
  private static final int SHOWN = 12;
  private static final List<Character> SEPARATORS = List.of(',', ';', '\t');
  private static final Pattern STARTED = Pattern.compile("started in line (\\d+)");

  /** Takes a file's records in their order. */
  @FunctionalInterface
  interface Visitor {

    /**
     * @param line where it begins, from 1
     */
    void take(long line, List<String> cells);
  }

  /** Looks for a header that can be one of an export; empty where none is. */
  static Optional<Table> find(Source source) throws IOException {
    List<String> lines = firstLines(source);
    for (int i = 0; i < lines.size(); i++) {
      for (char separator : SEPARATORS) {
        List<String> cells = cells(lines.get(i), separator);
        if (isHeader(cells)) {
          return Optional.of(new Table(source, List.copyOf(lines.subList(0, i)), separator, cells));
        }
      }
    }
    return Optional.empty();
  }

  /** What is told where no header is found. */
  static ExportException noHeader(Source source) throws IOException {
    List<String> lines = firstLines(source);
    String found = lines.isEmpty() ? "" : lines.getFirst().strip();
    return new ExportException(
        ExportException.FILE,
        "No header of an export stands in the first %d lines: it needs a column for the spend (Amount spent, Cost) and one for the campaign (Campaign name, Campaign), in English.%s"
            .formatted(
                HEADER_WITHIN,
                found.isEmpty()
                    ? " The file is empty."
                    : " Its first line begins \"%s\"."
                        .formatted(found.length() > 80 ? found.substring(0, 80) + "…" : found)));
  }

  private static List<String> firstLines(Source source) throws IOException {
    var lines = new ArrayList<String>();
    try (var reader = new BufferedReader(source.open())) {
      var line = new StringBuilder();
      int c = 0;
      while (c >= 0 && lines.size() < HEADER_WITHIN && line.length() < LONGEST_LINE) {
        c = reader.read();
        if (c == '\n' || c < 0) {
          lines.add(line.toString());
          line.setLength(0);
        } else if (c != '\r') {
          line.append((char) c);
        }
      }
    }
    return lines;
  }

  private static List<String> cells(String line, char separator) {
    try (var csv = CsvReader.builder().fieldSeparator(separator).ofCsvRecord(line)) {
      for (CsvRecord first : csv) {
        return List.copyOf(first.getFields());
      }
    } catch (CsvParseException | IOException e) {
      // no header, then
    }
    return List.of();
  }

  private static boolean isHeader(List<String> cells) {
    Set<String> normal = cells.stream().map(Field::normal).collect(Collectors.toSet());
    return holds(normal, Field.SPEND, Field.SPEND_MICROS)
        && holds(normal, Field.CAMPAIGN, Field.CAMPAIGN_ID);
  }

  private static boolean holds(Set<String> normal, Field one, Field other) {
    return one.headers().stream().anyMatch(normal::contains)
        || other.headers().stream().anyMatch(normal::contains);
  }

  /** The header's columns, for messages. */
  String columns() {
    return header.stream()
            .limit(SHOWN)
            .map(name -> "\"" + FigureReader.shortened(name.strip()) + "\"")
            .collect(Collectors.joining(", "))
        + (header.size() > SHOWN ? " …" : "");
  }

  /**
   * Reads the records below the header.
   *
   * @throws ExportException where a quotation mark does not fit
   */
  void read(Visitor visitor) throws IOException {
    int skip = above.size() + 1;
    try (var reader = new BufferedReader(source.open())) {
      for (int i = 0; i < skip; i++) {
        skipLine(reader);
      }
      var csv =
          CsvReader.builder()
              .fieldSeparator(separator)
              .allowExtraFields(true)
              .allowMissingFields(true)
              .skipEmptyLines(false)
              .maxBufferSize(2 * LONGEST_LINE)
              .ofCsvRecord(reader);
      for (CsvRecord next : csv) {
        visitor.take(skip + next.getStartingLineNumber(), next.getFields());
      }
    } catch (CsvParseException e) {
      if (e.getCause() instanceof IOException io) {
        throw io;
      }
      var started = STARTED.matcher(String.valueOf(e.getMessage()));
      throw new ExportException(
          ExportException.FILE,
          "The row that begins on line %d has a quotation mark that does not fit, so nobody can say what follows; export the file again."
              .formatted(skip + (started.find() ? Long.parseLong(started.group(1)) : 1)));
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static void skipLine(BufferedReader reader) throws IOException {
    int c = reader.read();
    while (c >= 0 && c != '\n') {
      c = reader.read();
    }
  }
}
