package dev.bellwether.trend.measure.forecast;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * One series by hours of the clock (UTC).
 *
 * @param hours from the first whole hour to the last; NaN where an hour is not whole
 */
record HourlyFile(String name, Instant start, double[] hours) {

  private static final long HOUR = 3_600;

  private record Row(long second, double value) {}

  /**
   * Reads {@code timestamp,value} rows with a header, in any order; what lies within an hour is
   * summed.
   *
   * @throws IOException naming file, line and remedy where a row cannot be read
   */
  static HourlyFile read(Path file) throws IOException {
    var rows = rows(file);
    int expected = expectedAnHour(file, rows);
    long first = Math.floorDiv(rows.getFirst().second, HOUR);
    int length = (int) (Math.floorDiv(rows.getLast().second, HOUR) - first) + 1;
    var sums = new double[length];
    var counts = new int[length];
    for (var row : rows) {
      int hour = (int) (Math.floorDiv(row.second, HOUR) - first);
      sums[hour] += row.value;
      counts[hour]++;
    }
    int from = 0;
    int to = length;
    while (from < to && counts[from] < expected) {
      from++;
    }
    while (to > from && counts[to - 1] < expected) {
      to--;
    }
    for (int hour = from; hour < to; hour++) {
      if (counts[hour] < expected) {
        sums[hour] = Double.NaN;
      }
    }
    return new HourlyFile(
        file.getFileName().toString(),
        Instant.ofEpochSecond((first + from) * HOUR),
        Arrays.copyOfRange(sums, from, to));
  }

  /** The values of a file as they stand, by time. */
  static double[] values(Path file) throws IOException {
    return rows(file).stream().mapToDouble(Row::value).toArray();
  }

  private static List<Row> rows(Path file) throws IOException {
    List<String> lines;
    try {
      lines = Files.readAllLines(file);
    } catch (MalformedInputException e) {
      throw new IOException(file + " is not UTF-8; save it as UTF-8 text", e);
    }
    var rows = new ArrayList<Row>();
    for (int line = 2; line <= lines.size(); line++) {
      if (!lines.get(line - 1).isBlank()) {
        rows.add(row(file, line, lines.get(line - 1)));
      }
    }
    if (rows.size() < 2) {
      throw new IOException(file + " has fewer than two rows below its header");
    }
    rows.sort(Comparator.comparingLong(Row::second));
    return rows;
  }

  private static Row row(Path file, int line, String text) throws IOException {
    var cells = text.split(",", -1);
    try {
      double value = Double.parseDouble(cells[1].strip());
      if (!Double.isFinite(value)) {
        throw new NumberFormatException("not finite");
      }
      return new Row(second(cells[0].strip()), value);
    } catch (DateTimeParseException | NumberFormatException | ArrayIndexOutOfBoundsException e) {
      throw new IOException(
          "%s, line %d: needs a time and a number, such as 2015-02-26 21:42:53,104"
              .formatted(file, line),
          e);
    }
  }

  private static long second(String time) {
    var iso = time.replace(' ', 'T');
    return iso.endsWith("Z") || iso.lastIndexOf('+') > 0
        ? OffsetDateTime.parse(iso).toEpochSecond()
        : LocalDateTime.parse(iso).toEpochSecond(ZoneOffset.UTC);
  }

  /** By the usual distance of two rows. */
  private static int expectedAnHour(Path file, List<Row> rows) throws IOException {
    var gaps = new long[rows.size() - 1];
    for (int at = 0; at < gaps.length; at++) {
      gaps[at] = rows.get(at + 1).second - rows.get(at).second;
    }
    Arrays.sort(gaps);
    long usual = gaps[gaps.length / 2];
    if (usual > HOUR) {
      throw new IOException(
          "%s has a row every %d s; forecasts are by the hour, so one an hour is needed"
              .formatted(file, usual));
    }
    return (int) Math.max(1, HOUR / Math.max(1, usual));
  }
}
