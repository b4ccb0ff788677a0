package dev.bellwether.campaign.measure.mmm;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.bellwether.campaign.mmm.MediaData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;

/** A CSV file of an outcome and media by week, and perhaps geo. */
final class MediaFile {

  private static final int LEAST_PERIODS = 2;

  /** Robyn's word for "nothing that week". */
  private static final String NONE = "na";

  private final Columns columns;
  private final List<LocalDate> times;
  private final List<String> geos;

  /** {@code [geo][time]}. */
  private final NamedCsvRecord[][] rows;

  private MediaFile(
      Columns columns, List<LocalDate> times, List<String> geos, NamedCsvRecord[][] rows) {
    this.columns = columns;
    this.times = times;
    this.geos = geos;
    this.rows = rows;
  }

  /**
   * @throws UnusableFileException where rows are missing or doubled, or do not hold what they
   *     should
   */
  static MediaFile read(Path file, Columns.Named named) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new UnusableFileException("There is no file " + file + ".");
    }
    List<NamedCsvRecord> records = records(file);
    if (records.size() < LEAST_PERIODS) {
      throw new UnusableFileException(file + " has no rows.");
    }
    Columns columns = Columns.of(records.getFirst().getHeader(), named);
    var byGeo = new TreeMap<String, TreeMap<LocalDate, NamedCsvRecord>>();
    for (NamedCsvRecord row : records) {
      String geo = columns.geo() == null ? "" : row.getField(columns.geo());
      LocalDate day = day(row, columns.date());
      if (byGeo.computeIfAbsent(geo, _ -> new TreeMap<>()).put(day, row) != null) {
        throw new UnusableFileException(
            "%s has two rows%s; name the column that tells them apart with --geo."
                .formatted(day, geo.isEmpty() ? "" : " for " + geo));
      }
    }
    var times = new TreeSet<LocalDate>();
    byGeo.values().forEach(days -> times.addAll(days.keySet()));
    checkSpacing(List.copyOf(times));
    var rows = new NamedCsvRecord[byGeo.size()][];
    int g = 0;
    for (var geo : byGeo.entrySet()) {
      if (geo.getValue().size() < times.size()) {
        throw new UnusableFileException(
            "%s has %d of %d dates; fill in the others or leave it out."
                .formatted(geo.getKey(), geo.getValue().size(), times.size()));
      }
      rows[g++] = geo.getValue().values().toArray(NamedCsvRecord[]::new);
    }
    return new MediaFile(columns, List.copyOf(times), List.copyOf(byGeo.keySet()), rows);
  }

  Columns columns() {
    return columns;
  }

  int rows() {
    return times.size() * geos.size();
  }

  /**
   * @throws UnusableFileException names the column and line that holds no usable number
   */
  MediaData data() throws UnusableFileException {
    List<MediaData.Medium> media = new ArrayList<>();
    for (String name : columns.spend()) {
      media.add(new MediaData.Medium(name, true, numbers(name)));
    }
    for (String name : columns.organic()) {
      media.add(new MediaData.Medium(name, false, numbers(name)));
    }
    List<MediaData.Control> controls = new ArrayList<>();
    for (String name : columns.controls()) {
      controls.addAll(controls(name));
    }
    double[] population = new double[geos.size()];
    for (int g = 0; g < population.length; g++) {
      population[g] = columns.population() == null ? 1 : number(rows[g][0], columns.population());
    }
    double[][] worth;
    if (columns.worth() == null) {
      worth = new double[geos.size()][times.size()];
      Arrays.stream(worth).forEach(row -> Arrays.fill(row, 1));
    } else {
      worth = numbers(columns.worth());
    }
    try {
      return new MediaData(
          times, geos, population, numbers(columns.target()), worth, media, controls);
    } catch (IllegalArgumentException e) {
      throw new UnusableFileException("The file cannot be used: " + e.getMessage() + ".");
    }
  }

  /** A column of numbers as it is; one of words as a column for each word, 1 where it stands. */
  private List<MediaData.Control> controls(String name) throws UnusableFileException {
    var words = new TreeSet<String>();
    for (NamedCsvRecord[] geo : rows) {
      for (NamedCsvRecord row : geo) {
        words.add(row.getField(name));
      }
    }
    if (!words.contains(NONE)) {
      return List.of(new MediaData.Control(name, numbers(name)));
    }
    words.remove(NONE);
    List<MediaData.Control> controls = new ArrayList<>();
    for (String word : words) {
      double[][] values = new double[geos.size()][times.size()];
      for (int g = 0; g < values.length; g++) {
        for (int t = 0; t < values[g].length; t++) {
          values[g][t] = rows[g][t].getField(name).equals(word) ? 1 : 0;
        }
      }
      controls.add(new MediaData.Control(name + "=" + word, values));
    }
    return controls;
  }

  private double[][] numbers(String name) throws UnusableFileException {
    double[][] values = new double[geos.size()][times.size()];
    for (int g = 0; g < values.length; g++) {
      for (int t = 0; t < values[g].length; t++) {
        values[g][t] = number(rows[g][t], name);
      }
    }
    return values;
  }

  private static double number(NamedCsvRecord row, String name) throws UnusableFileException {
    try {
      return Double.parseDouble(row.getField(name));
    } catch (NumberFormatException e) {
      throw new UnusableFileException(
          "Line %d: %s is not a number.".formatted(row.getStartingLineNumber(), name));
    }
  }

  private static LocalDate day(NamedCsvRecord row, String name) throws UnusableFileException {
    try {
      return LocalDate.parse(row.getField(name));
    } catch (DateTimeParseException e) {
      throw new UnusableFileException(
          "Line %d: %s is not a date such as 2026-11-23."
              .formatted(row.getStartingLineNumber(), name));
    }
  }

  private static void checkSpacing(List<LocalDate> times) throws UnusableFileException {
    if (times.size() < LEAST_PERIODS) {
      throw new UnusableFileException("The file has one date only: " + times.getFirst() + ".");
    }
    long usual = times.get(1).toEpochDay() - times.getFirst().toEpochDay();
    for (int i = 1; i < times.size(); i++) {
      long step = times.get(i).toEpochDay() - times.get(i - 1).toEpochDay();
      // Months differ by up to three days
      if (Math.abs(step - usual) > (usual >= 28 ? 3 : 0)) {
        throw new UnusableFileException(
            "Dates are unevenly spaced: between %s and %s lie %d days, at the beginning %d."
                .formatted(times.get(i - 1), times.get(i), step, usual));
      }
    }
  }

  private static List<NamedCsvRecord> records(Path file) throws IOException {
    try (var reader = CsvReader.builder().ofNamedCsvRecord(file)) {
      return reader.stream().toList();
    } catch (CsvParseException e) {
      throw new UnusableFileException(file + " is not CSV: " + e.getMessage());
    }
  }
}
