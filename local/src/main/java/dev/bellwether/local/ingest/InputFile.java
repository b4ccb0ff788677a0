package dev.bellwether.local.ingest;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * A file of rows, plain or gzip.
 *
 * @param encoding where no byte order mark decides it
 * @param separator between the values of a CSV file
 */
public record InputFile(Path path, Format format, Charset encoding, char separator) {

  /** How rows are written. */
  public enum Format {
    CSV,
    JSONL
  }

  /** Takes what is found in a file, in its order. */
  public interface Visitor {

    /**
     * @param names the header's, or an object's
     */
    void columns(List<String> names);

    /**
     * @return whether to go on reading
     */
    boolean row(RawRow row);

    void unreadable(long line, String field, String reason);
  }

  /**
   * @throws IllegalArgumentException when the name does not tell the format
   */
  public static InputFile of(Path path) {
    var name = path.getFileName().toString().toLowerCase(Locale.ROOT).replaceFirst("\\.gz$", "");
    if (name.endsWith(".csv")) {
      return new InputFile(path, Format.CSV);
    }
    if (name.endsWith(".jsonl") || name.endsWith(".ndjson") || name.endsWith(".json")) {
      return new InputFile(path, Format.JSONL);
    }
    throw new IllegalArgumentException(path + ": neither .csv nor .jsonl, say --format");
  }

  InputFile(Path path, Format format) {
    this(path, format, StandardCharsets.UTF_8, ',');
  }

  InputFile with(Charset otherEncoding, char otherSeparator) {
    return new InputFile(path, format, otherEncoding, otherSeparator);
  }

  /**
   * Reads to the end, or to where the visitor has enough.
   *
   * @throws IOException when it cannot be read to its end; then nothing of it should be used
   */
  void read(Visitor visitor) throws IOException {
    switch (format) {
      case CSV -> new CsvRows(this, visitor).read();
      case JSONL -> JsonRows.read(this, visitor);
    }
  }

  StrictReader open() throws IOException {
    return TextFile.open(path, encoding);
  }
}
