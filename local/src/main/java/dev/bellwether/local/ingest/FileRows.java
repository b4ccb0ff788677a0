package dev.bellwether.local.ingest;

import dev.bellwether.local.suite.SuiteException;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The rows of several files, in the order of their event time. Rows of the same time keep the order
 * in which they were read.
 *
 * @param refused rows that cannot be sent at all
 * @param empty a line for each file without a row
 */
public record FileRows(Kind kind, List<Row> rows, List<RowReport> refused, List<String> empty) {

  /** How many rows, sent or refused, are held in memory at most: about a gigabyte. */
  public static final int MOST_ROWS = 2_000_000;

  /** What a row takes beside its JSON. */
  private static final int ROW_OVERHEAD = 200;

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
  public static FileRows read(List<InputFile> files, FieldMapping mapping) {
    var reading =
        new Reading(
            new RowMapper(mapping),
            new ArrayList<>(),
            new ArrayList<>(),
            new LinkedHashSet<>(),
            Memory.half());
    var empty = new ArrayList<String>();
    for (var file : files) {
      int before = reading.count();
      read(file, reading.of(file.path()));
      if (reading.count() == before) {
        empty.add(file.path() + " has no rows");
      }
    }
    if (reading.count() == 0) {
      throw new SuiteException("nothing to send: " + String.join(", ", empty));
    }
    var missing = mapping.missing(reading.columns());
    if (!missing.isEmpty() && !reading.columns().isEmpty()) {
      throw new SuiteException(
          "no file has a column '%s'; columns: %s"
              .formatted(
                  String.join("', '", missing),
                  String.join(
                      ", ", reading.columns().stream().map(String::strip).distinct().toList())));
    }
    reading.rows().sort(Comparator.comparingLong(Row::time));
    return new FileRows(
        mapping.kind(),
        List.copyOf(reading.rows()),
        List.copyOf(reading.refused()),
        List.copyOf(empty));
  }

  private static void read(InputFile file, InputFile.Visitor visitor) {
    try {
      file.read(visitor);
    } catch (NoSuchFileException e) {
      throw new SuiteException("no such file: " + file.path(), e);
    } catch (AccessDeniedException e) {
      throw new SuiteException("no permission to read " + file.path(), e);
    } catch (EOFException e) {
      throw new SuiteException(
          "cannot read " + file.path() + ": its gzip breaks off; nothing was sent", e);
    } catch (IOException e) {
      throw new SuiteException(
          "cannot read "
              + file.path()
              + ": "
              + String.valueOf(e.getMessage()).replaceFirst("\\.$", "")
              + "; nothing was sent",
          e);
    }
  }

  /** The columns of the first file that has any. */
  static List<String> columns(List<InputFile> files) {
    var names = new ArrayList<String>();
    for (var file : files) {
      read(
          file,
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
            public void unreadable(long line, String field, String reason) {}
          });
      if (!names.isEmpty()) {
        return names;
      }
    }
    return names;
  }

  /** How many bytes of rows may be held. */
  private static final class Memory {
    private final long most;
    private long used;

    private Memory(long most) {
      this.most = most;
    }

    private static Memory half() {
      return new Memory(Runtime.getRuntime().maxMemory() / 2);
    }

    private void take(long bytes) {
      used += bytes;
      if (used > most) {
        throw new SuiteException(
            "the rows need more than %,d MB of memory: ingest the files in parts, oldest first"
                .formatted(most >> 20));
      }
    }
  }

  private record Reading(
      RowMapper mapper,
      List<Row> rows,
      List<RowReport> refused,
      Set<String> columns,
      Memory memory) {

    int count() {
      return rows.size() + refused.size();
    }

    InputFile.Visitor of(Path file) {
      return new InputFile.Visitor() {
        @Override
        public void columns(List<String> names) {
          checkOnce(file, names);
          columns.addAll(names);
        }

        @Override
        public boolean row(RawRow row) {
          add(file, row);
          return true;
        }

        @Override
        public void unreadable(long line, String field, String reason) {
          refuse(new RowReport("rejected", file, line, null, field, reason));
        }
      };
    }

    /** A column that fills a field and stands there twice would fill it by chance. */
    private void checkOnce(Path file, List<String> names) {
      var seen = new HashSet<String>();
      for (var name : names) {
        if (!seen.add(FieldMapping.normal(name)) && mapper.mapping().uses(name)) {
          throw new SuiteException(
              "cannot read %s: it has the column '%s' twice; rename one; nothing was sent"
                  .formatted(file, name.strip()));
        }
      }
    }

    private void refuse(RowReport row) {
      checkCount();
      memory.take(ROW_OVERHEAD);
      refused.add(row);
    }

    private void checkCount() {
      if (count() == MOST_ROWS) {
        throw new SuiteException(
            "more than %,d rows: ingest the files in parts, oldest first".formatted(MOST_ROWS));
      }
    }

    private void add(Path file, RawRow row) {
      switch (mapper.map(row)) {
        case RowMapper.Refused(var id, var field, var reason) ->
            refuse(new RowReport("rejected", file, row.line(), id, field, reason));
        case RowMapper.Mapped(var time, var json) -> {
          checkCount();
          memory.take(json.length + ROW_OVERHEAD);
          rows.add(new Row(time, file, row.line(), json));
        }
      }
    }
  }
}
