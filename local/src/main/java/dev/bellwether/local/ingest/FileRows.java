package dev.bellwether.local.ingest;

import dev.bellwether.local.suite.SuiteException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The rows of several files, in the order of their event time. Rows of the same time keep the order
 * in which they were read.
 *
 * @param refused rows that cannot be sent at all
 */
public record FileRows(Kind kind, List<Row> rows, List<RowReport> refused) {

  /** How many rows are held in memory at most: about a gigabyte. */
  public static final int MOST_ROWS = 2_000_000;

  /**
   * A row that can be sent.
   *
   * @param time its event time, in milliseconds of the epoch
   * @param json the request's row, UTF-8
   */
  public record Row(long time, Path file, long line, byte[] json) {}

  /**
   * Reads all files.
   *
   * @throws SuiteException when a mapped column is in none of them, a file cannot be read, or they
   *     hold too many rows
   */
  static FileRows read(List<InputFile> files, FieldMapping mapping) {
    var reading =
        new Reading(
            new RowMapper(mapping), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    for (var file : files) {
      try {
        file.read(reading.of(file.path()));
      } catch (IOException e) {
        throw new SuiteException("cannot read " + file.path() + ": " + e.getMessage(), e);
      }
    }
    var missing = mapping.missing(reading.columns());
    if (!missing.isEmpty()
        && !files.isEmpty()
        && files.stream().allMatch(f -> f.format() == InputFile.Format.CSV)) {
      throw new SuiteException(
          "no file has a column '%s'; columns: %s"
              .formatted(
                  String.join("', '", missing),
                  String.join(
                      ", ", reading.columns().stream().map(String::strip).distinct().toList())));
    }
    reading.rows().sort(Comparator.comparingLong(Row::time));
    return new FileRows(
        mapping.kind(), List.copyOf(reading.rows()), List.copyOf(reading.refused()));
  }

  /** The columns of the first file that has any. */
  static List<String> columns(List<InputFile> files) {
    var names = new ArrayList<String>();
    for (var file : files) {
      try {
        file.read(
            new InputFile.Visitor() {
              @Override
              public void columns(List<String> found) {
                names.addAll(found);
              }

              @Override
              public boolean row(RawRow row) {
                return false;
              }

              @Override
              public void unreadable(long line, String reason) {}
            });
      } catch (IOException e) {
        throw new SuiteException("cannot read " + file.path() + ": " + e.getMessage(), e);
      }
      if (!names.isEmpty()) {
        return names;
      }
    }
    return names;
  }

  private record Reading(
      RowMapper mapper, List<Row> rows, List<RowReport> refused, List<String> columns) {

    InputFile.Visitor of(Path file) {
      return new InputFile.Visitor() {
        @Override
        public void columns(List<String> names) {
          columns.addAll(names);
        }

        @Override
        public boolean row(RawRow row) {
          add(file, row);
          return true;
        }

        @Override
        public void unreadable(long line, String reason) {
          refused.add(new RowReport("rejected", file, line, null, null, reason));
        }
      };
    }

    private void add(Path file, RawRow row) {
      switch (mapper.map(row)) {
        case RowMapper.Refused(var id, var field, var reason) ->
            refused.add(new RowReport("rejected", file, row.line(), id, field, reason));
        case RowMapper.Mapped(var time, var json) -> {
          if (rows.size() == MOST_ROWS) {
            throw new SuiteException(
                "more than %,d rows: ingest the files in parts, oldest first".formatted(MOST_ROWS));
          }
          rows.add(new Row(time, file, row.line(), json));
        }
      }
    }
  }
}
