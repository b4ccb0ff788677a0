package dev.bellwether.trend.measure.nab;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.bellwether.trend.measure.nab.LabelledSeries.Window;
import dev.bellwether.trend.series.Observation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads NAB's layout: {@code data/<category>/*.csv} with the columns timestamp and value, and
 * {@code combined_windows.json} with a list of {@code [start, end]} for each file. Files that are
 * listed and not there are left out; NAB's times have no zone and are read as UTC.
 */
public final class NabCorpus {

  private static final String WINDOWS = "combined_windows.json";

  private NabCorpus() {}

  /**
   * @param folder holds {@code data} and {@code combined_windows.json}
   * @return in the order of their names, at least one
   * @throws IOException naming the file, the line and what to do, where something is missing or
   *     cannot be read
   */
  public static List<LabelledSeries> read(Path folder) throws IOException {
    var data = folder.resolve("data");
    if (!Files.isDirectory(data)) {
      throw new IOException(
          folder + " has no folder data: give the folder that holds data/ and " + WINDOWS);
    }
    var windows = windows(folder.resolve(WINDOWS));
    var files = new ArrayList<Path>();
    try (var found = Files.walk(data, 2)) {
      found.filter(file -> file.toString().endsWith(".csv")).forEach(files::add);
    }
    files.sort(Comparator.comparing(Path::toString));
    var corpus = new ArrayList<LabelledSeries>();
    for (var file : files) {
      var category = file.getParent().getFileName().toString();
      var name = file.getFileName().toString();
      var limits = windows.get(category + "/" + name);
      if (limits == null) {
        throw new IOException(
            "%s does not know %s/%s: add its windows, [] for none, or remove the file"
                .formatted(folder.resolve(WINDOWS), category, name));
      }
      corpus.add(series(file, category, name, limits));
    }
    if (corpus.isEmpty()) {
      throw new IOException(data + " holds no file <category>/<name>.csv");
    }
    return corpus;
  }

  private static JsonNode windows(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new IOException(file + " is missing: NAB has it as labels/" + WINDOWS);
    }
    try {
      return new ObjectMapper().readTree(file.toFile());
    } catch (com.fasterxml.jackson.core.JsonProcessingException broken) {
      throw new IOException(
          "%s, line %d: not JSON: %s"
              .formatted(file, broken.getLocation().getLineNr(), broken.getOriginalMessage()),
          broken);
    }
  }

  private static LabelledSeries series(Path file, String category, String name, JsonNode limits)
      throws IOException {
    var points = points(file);
    Map<Instant, Integer> places = new HashMap<>();
    for (int at = 0; at < points.size(); at++) {
      places.putIfAbsent(points.get(at).at(), at);
    }
    var windows = new ArrayList<Window>();
    for (var pair : limits) {
      if (pair.size() != 2) {
        throw new IOException(
            "%s, %s/%s: a window is [start, end], not %s".formatted(WINDOWS, category, name, pair));
      }
      var window = new Window(place(file, places, pair.get(0)), place(file, places, pair.get(1)));
      if (window.last() < window.first()
          || (!windows.isEmpty() && window.first() <= windows.getLast().last())) {
        throw new IOException(
            "%s, %s/%s: the window %s ends before it starts, or before the one before it ends"
                .formatted(WINDOWS, category, name, pair));
      }
      windows.add(window);
    }
    return new LabelledSeries(category, name, points, windows);
  }

  private static int place(Path file, Map<Instant, Integer> places, JsonNode limit)
      throws IOException {
    var time = time(limit.asText());
    var place = time == null ? null : places.get(time);
    if (place == null) {
      throw new IOException(
          "%s: the window's limit %s in %s is not the timestamp of any of its lines"
              .formatted(file, limit, WINDOWS));
    }
    return place;
  }

  private static List<Observation> points(Path file) throws IOException {
    var points = new ArrayList<Observation>();
    var lines = Files.readAllLines(file);
    for (int at = 1; at < lines.size(); at++) {
      var line = lines.get(at);
      if (!line.isBlank()) {
        points.add(point(file, at + 1, line));
      }
    }
    if (points.isEmpty()) {
      throw new IOException(file + " holds no points: a line is timestamp,value");
    }
    return points;
  }

  private static Observation point(Path file, int number, String line) throws IOException {
    var fields = line.split(",", -1);
    var time = time(fields[0]);
    if (fields.length < 2 || time == null) {
      throw unreadable(file, number, line);
    }
    try {
      double value = Double.parseDouble(fields[1].strip());
      if (!Double.isFinite(value)) {
        throw unreadable(file, number, line);
      }
      return new Observation(time, value);
    } catch (NumberFormatException notNumber) {
      throw unreadable(file, number, line);
    }
  }

  private static IOException unreadable(Path file, int number, String line) {
    return new IOException(
        "%s, line %d: expected a timestamp such as 2015-02-26 21:42:53, a comma and a number, got: %s"
            .formatted(file, number, line.substring(0, Math.min(60, line.length()))));
  }

  /** NAB's two forms: with and without a fraction of a second; null for anything else. */
  private static Instant time(String text) {
    try {
      return LocalDateTime.parse(text.strip().replace(' ', 'T')).toInstant(ZoneOffset.UTC);
    } catch (DateTimeParseException other) {
      return null;
    }
  }
}
