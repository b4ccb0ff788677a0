package dev.bellwether.local.ingest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bellwether.adexport.AdExport;
import dev.bellwether.adexport.Dialect;
import dev.bellwether.adexport.ExportException;
import dev.bellwether.adexport.ExportOptions;
import dev.bellwether.adexport.ExportedRow;
import dev.bellwether.local.suite.SuiteException;
import java.io.EOFException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Exports of ad platforms, as they come. Their rows are made JSON only as they are sent: of a
 * million the names are held once.
 *
 * @param refused lines that cannot be sent at all
 */
record ExportFiles(List<FileExport> exports, List<RowReport> refused) {

  private static final ObjectMapper JSON = new ObjectMapper();

  record FileExport(Path file, AdExport export) {}

  private record Origin(Path file, ExportedRow row) {}

  ExportFiles {
    exports = List.copyOf(exports);
    refused = List.copyOf(refused);
  }

  /**
   * Whether all files are exports, by their headers.
   *
   * @throws SuiteException when some are and some are not, or one cannot be read
   */
  static boolean are(List<InputFile> files) {
    var exports = new ArrayList<Path>();
    for (var file : files) {
      if (file.format() == InputFile.Format.CSV && isExport(file)) {
        exports.add(file.path());
      }
    }
    if (!exports.isEmpty() && exports.size() < files.size()) {
      throw new SuiteException(
          exports.getFirst()
              + " is an export of an ad platform and other files are not: ingest them apart");
    }
    return !exports.isEmpty();
  }

  private static boolean isExport(InputFile file) {
    try {
      Dialect dialect = AdExport.recognise(file::open);
      return dialect != null && dialect != Dialect.BELLWETHER;
    } catch (IOException e) {
      // Whatever is wrong with it, reading it as a file of rows says so
      return false;
    }
  }

  /**
   * Reads all files.
   *
   * @param sets {@code option=value}, of {@link ExportOptions#NAMES}
   * @throws IllegalArgumentException where an option is missing or cannot be used
   * @throws SuiteException where a file cannot be read
   */
  static ExportFiles read(List<InputFile> files, List<String> sets, PrintWriter err) {
    var given = new HashMap<String, String>();
    for (var set : sets) {
      var pair = FieldMapping.pair("--set", set);
      given.put(pair.getKey(), pair.getValue());
    }
    var exports = new ArrayList<FileExport>();
    var refused = new ArrayList<RowReport>();
    for (var file : files) {
      var export = read(file, given, err);
      exports.add(new FileExport(file.path(), export));
      for (var problem : export.problems()) {
        refused.add(
            new RowReport(
                "rejected", file.path(), problem.line(), null, problem.field(), problem.reason()));
      }
    }
    return new ExportFiles(exports, refused);
  }

  private static AdExport read(InputFile file, Map<String, String> given, PrintWriter err) {
    var reading = new Reading(file.path(), err);
    try {
      return AdExport.read(file::open, ExportOptions.of(given), FileRows.MOST_ROWS, reading::lines);
    } catch (ExportException e) {
      String message = file.path() + ": " + e.getMessage();
      if (ExportOptions.NAMES.contains(e.field())) {
        throw new IllegalArgumentException("%s (--set %s=…)".formatted(message, e.field()), e);
      }
      if (!e.field().equals(ExportException.FILE)) {
        throw new IllegalArgumentException(message, e);
      }
      throw new SuiteException(message + " Nothing was sent.", e);
    } catch (EOFException e) {
      throw new SuiteException(
          "cannot read " + file.path() + ": its gzip breaks off; nothing was sent", e);
    } catch (IOException e) {
      throw new SuiteException(
          "cannot read %s: %s; nothing was sent".formatted(file.path(), e.getMessage()), e);
    }
  }

  long count() {
    return exports.stream().mapToLong(e -> e.export().rows().size()).sum();
  }

  /** In the order of time, each made when it is asked for. */
  Iterable<FileRows.Row> rows() {
    var origins = new ArrayList<Origin>();
    exports.forEach(
        export ->
            export.export().rows().forEach(row -> origins.add(new Origin(export.file(), row))));
    origins.sort(Comparator.comparing(origin -> origin.row().identity().window().start()));
    return () -> origins.stream().map(ExportFiles::row).iterator();
  }

  private static FileRows.Row row(Origin origin) {
    try {
      long time = origin.row().identity().window().start().toInstant(ZoneOffset.UTC).toEpochMilli();
      byte[] json = JSON.writeValueAsBytes(origin.row().fields());
      return new FileRows.Row(time, origin.file(), origin.row().line(), json);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("texts are always written", e);
    }
  }

  /** What a person is told of how the files were read. */
  void tell(PrintWriter out) {
    for (var file : exports) {
      var export = file.export();
      out.printf(
          "%s: %s, %,d rows%n  lines: %,d summed with others, %,d repeated, %,d totals, %,d empty%n",
          file.file().getFileName(),
          export.dialect().label(),
          export.rows().size(),
          export.summed(),
          export.repeated(),
          export.totals(),
          export.empty());
      export.notes().forEach(note -> out.println("  " + note));
    }
  }

  /** The same for programs. */
  static ObjectNode counts(FileExport file) {
    var export = file.export();
    var counts = JSON.createObjectNode();
    counts.put("file", file.file().toString());
    counts.put("export", export.dialect().label());
    counts.put("rows", export.rows().size());
    counts.put("summed", export.summed());
    counts.put("repeated", export.repeated());
    counts.put("totals", export.totals());
    counts.put("empty", export.empty());
    export.notes().forEach(counts.putArray("notes")::add);
    return counts;
  }

  /** Says how far a long reading is. */
  private static final class Reading {

    private static final Duration BETWEEN = Duration.ofSeconds(2);

    private final Path file;
    private final PrintWriter err;
    private long said = System.nanoTime();

    private Reading(Path file, PrintWriter err) {
      this.file = file;
      this.err = err;
    }

    private void lines(long lines) {
      if (System.nanoTime() - said >= BETWEEN.toNanos()) {
        said = System.nanoTime();
        err.printf("%s: %,d lines read, of two readings%n", file.getFileName(), lines);
        err.flush();
      }
    }
  }
}
