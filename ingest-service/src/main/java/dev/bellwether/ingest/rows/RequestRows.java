package dev.bellwether.ingest.rows;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.bellwether.kit.problem.ProblemException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The rows of a request body: a JSON array, or NDJSON with an object a line. A line that is no JSON
 * is one bad row; an array that is no JSON is a bad request, since nobody can say where its rows
 * begin again.
 */
public final class RequestRows {

  public static final int MAX_ROWS = 5_000;

  private final ObjectMapper json;

  public RequestRows(ObjectMapper json) {
    this.json = json;
  }

  /**
   * @param body UTF-8
   * @return a node a row, null for a line that is no JSON
   * @throws ProblemException 400 when the body is not UTF-8, empty, unreadable or holds over {@link
   *     #MAX_ROWS} rows
   */
  public List<JsonNode> read(byte[] body) {
    String text = decode(body);
    if (text.isBlank()) {
      throw bad("The body is empty; send a JSON array, or NDJSON with one object a line.");
    }
    List<JsonNode> rows = text.stripLeading().startsWith("[") ? array(text) : lines(text);
    if (rows.size() > MAX_ROWS) {
      throw bad("The body has " + rows.size() + " rows; send at most " + MAX_ROWS + " at once.");
    }
    return rows;
  }

  private static String decode(byte[] body) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      throw bad("The body is not valid UTF-8; convert it and send it again.");
    }
  }

  private List<JsonNode> array(String text) {
    try {
      var rows = new ArrayList<JsonNode>();
      json.readTree(text).forEach(rows::add);
      return rows;
    } catch (JsonProcessingException e) {
      var at = e.getLocation();
      throw bad(
          "The JSON array breaks off at line %d, column %d: %s"
              .formatted(at.getLineNr(), at.getColumnNr(), e.getOriginalMessage()));
    }
  }

  private List<JsonNode> lines(String text) {
    var rows = new ArrayList<JsonNode>();
    text.lines().filter(line -> !line.isBlank()).forEach(line -> rows.add(line(line)));
    return rows;
  }

  private JsonNode line(String line) {
    try {
      return json.readTree(line);
    } catch (JsonProcessingException e) {
      return null;
    }
  }

  private static ProblemException bad(String detail) {
    return ProblemException.badRequest("body", detail);
  }
}
