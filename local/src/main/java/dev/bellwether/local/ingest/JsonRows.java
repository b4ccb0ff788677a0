package dev.bellwether.local.ingest;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;

/** Reads files with a JSON object a line. */
final class JsonRows {

  private static final ObjectReader JSON =
      new ObjectMapper()
          .reader()
          .with(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
          .with(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

  private JsonRows() {}

  static void read(InputFile file, InputFile.Visitor visitor) throws IOException {
    try (var reader = new BufferedReader(file.open())) {
      var lines = new BoundedLines(reader);
      boolean first = true;
      long number = 0;
      for (var line = lines.next(); line != null; line = lines.next()) {
        number++;
        if (line.text() == null) {
          visitor.unreadable(
              number,
              null,
              "has %,d characters; at most %,d are taken"
                  .formatted(line.length(), BoundedLines.LONGEST));
        } else if (!line.text().isBlank()) {
          if (first && line.text().stripLeading().startsWith("[")) {
            throw new UnusableFileException(
                "it is a JSON array, not an object a line: convert it with jq -c '.[]'");
          }
          first = false;
          if (!row(number, line.text(), visitor)) {
            return;
          }
        }
      }
    }
  }

  private static boolean row(long number, String line, InputFile.Visitor visitor)
      throws IOException {
    try (JsonParser parser = JSON.createParser(line)) {
      try {
        JsonNode node = JSON.readTree(parser);
        if (parser.nextToken() != null) {
          visitor.unreadable(
              number, null, "holds more than one JSON value: give each row a line of its own");
        } else if (!node.isObject()) {
          visitor.unreadable(number, null, "is not a JSON object");
        } else {
          return object(number, node, visitor);
        }
      } catch (MismatchedInputException e) {
        visitor.unreadable(number, parser.currentName(), "stands in the row more than once");
      } catch (JsonProcessingException | NumberFormatException e) {
        // Not Jackson's words: they quote the line
        visitor.unreadable(number, null, "is not JSON" + place(e));
      }
    }
    return true;
  }

  private static String place(Exception e) {
    return e instanceof JsonProcessingException json && json.getLocation() != null
        ? ": it cannot be read from its character " + (json.getLocation().getCharOffset() + 1)
        : ", or nested too deeply, or holds too long a number";
  }

  private static boolean object(long number, JsonNode object, InputFile.Visitor visitor) {
    var names = new ArrayList<String>();
    var values = new HashMap<String, JsonNode>();
    for (var property : object.properties()) {
      names.add(property.getKey());
      if (!property.getValue().isNull()
          && values.put(FieldMapping.normal(property.getKey()), property.getValue()) != null) {
        visitor.unreadable(
            number, property.getKey(), "stands in the row more than once, but for its case");
        return true;
      }
    }
    visitor.columns(names);
    return visitor.row(new RawRow(number, values));
  }
}
