package dev.bellwether.local.ingest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;

/**
 * A file of rows, UTF-8 with or without byte order mark, gzipped when its name ends in {@code .gz}.
 */
record InputFile(Path path, Format format) {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  /** How rows are written. */
  enum Format {
    CSV,
    JSONL
  }

  /** Takes what is found in a file, in its order. */
  interface Visitor {

    /**
     * @param names the header's, or the first object's
     */
    void columns(List<String> names);

    /**
     * @return whether to go on reading
     */
    boolean row(RawRow row);

    void unreadable(long line, String reason);
  }

  /**
   * @throws IllegalArgumentException when the name does not tell the format
   */
  static InputFile of(Path path) {
    var name = path.getFileName().toString().toLowerCase(Locale.ROOT).replaceFirst("\\.gz$", "");
    if (name.endsWith(".csv")) {
      return new InputFile(path, Format.CSV);
    }
    if (name.endsWith(".jsonl") || name.endsWith(".ndjson") || name.endsWith(".json")) {
      return new InputFile(path, Format.JSONL);
    }
    throw new IllegalArgumentException(path + ": neither .csv nor .jsonl, say --format");
  }

  /** Reads to the end, or to where the visitor has enough. */
  void read(Visitor visitor) throws IOException {
    try (var in = open()) {
      switch (format) {
        case CSV -> readCsv(in, visitor);
        case JSONL -> readJsonLines(in, visitor);
      }
    }
  }

  private InputStream open() throws IOException {
    var raw = Files.newInputStream(path);
    var plain =
        path.toString().toLowerCase(Locale.ROOT).endsWith(".gz")
            ? new GZIPInputStream(raw, 1 << 16)
            : raw;
    var in = new PushbackInputStream(plain, BYTE_ORDER_MARK.length);
    var first = in.readNBytes(BYTE_ORDER_MARK.length);
    if (!java.util.Arrays.equals(first, BYTE_ORDER_MARK)) {
      in.unread(first);
    }
    return in;
  }

  private static void readCsv(InputStream in, Visitor visitor) throws IOException {
    long line = 1;
    try (var reader =
        CsvReader.builder()
            .allowExtraFields(true)
            .allowMissingFields(true)
            .skipEmptyLines(true)
            .ofCsvRecord(in, StandardCharsets.UTF_8)) {
      List<String> header = null;
      for (var record : reader) {
        line = record.getStartingLineNumber();
        if (header == null) {
          header = record.getFields().stream().map(FieldMapping::normal).toList();
          visitor.columns(record.getFields());
        } else if (record.getFieldCount() != header.size()) {
          visitor.unreadable(
              line, "has " + record.getFieldCount() + " values, the header " + header.size());
        } else if (!visitor.row(new RawRow(line, values(header, record.getFields())))) {
          return;
        }
      }
    } catch (CsvParseException e) {
      visitor.unreadable(line + 1, "is not CSV, and neither is what follows: " + e.getMessage());
    }
  }

  private static HashMap<String, JsonNode> values(List<String> header, List<String> fields) {
    var values = HashMap.<String, JsonNode>newHashMap(header.size());
    for (int i = 0; i < header.size(); i++) {
      if (!fields.get(i).isBlank()) {
        values.putIfAbsent(header.get(i), TextNode.valueOf(fields.get(i)));
      }
    }
    return values;
  }

  private static void readJsonLines(InputStream in, Visitor visitor) throws IOException {
    var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    boolean first = true;
    long number = 0;
    for (var line = reader.readLine(); line != null; line = reader.readLine()) {
      number++;
      if (line.isBlank()) {
        continue;
      }
      JsonNode node = parsed(line);
      if (node == null || !node.isObject()) {
        visitor.unreadable(number, node == null ? "is not JSON" : "is not a JSON object");
        continue;
      }
      if (first) {
        var names = new java.util.ArrayList<String>();
        node.fieldNames().forEachRemaining(names::add);
        visitor.columns(names);
        first = false;
      }
      if (!visitor.row(new RawRow(number, values(node)))) {
        return;
      }
    }
  }

  private static JsonNode parsed(String line) {
    try {
      return JSON.readTree(line);
    } catch (JsonProcessingException e) {
      return null;
    }
  }

  private static HashMap<String, JsonNode> values(JsonNode object) {
    var values = new HashMap<String, JsonNode>();
    for (var property : object.properties()) {
      if (!property.getValue().isNull()) {
        values.putIfAbsent(FieldMapping.normal(property.getKey()), property.getValue());
      }
    }
    return values;
  }
}
