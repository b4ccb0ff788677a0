package dev.bellwether.ingest.rows;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import dev.bellwether.ingest.rows.BodyRow.Read;
import dev.bellwether.ingest.rows.BodyRow.Unreadable;
import dev.bellwether.kit.problem.ProblemException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * The rows of a request body: a JSON array, or NDJSON with an object a line. Each is read for
 * itself, so a row that is no JSON is one bad row.
 */
public final class RequestRows {

  public static final int MAX_ROWS = 5_000;

  /** A post's text has at most 10,000 characters: what is longer than this is no row. */
  static final int MAX_ROW_LENGTH = 200_000;

  /** Rows are flat; what is passed over in them may be a little deeper. */
  static final int MAX_DEPTH = 50;

  /** The only reason whose field is not one of those we read, but a name out of the row. */
  public static final String REPEATED_FIELD =
      "the row has this field more than once; leave one of them";

  private static final int MAX_NAME_LENGTH = 1_000;

  private final ObjectReader json =
      new ObjectMapper(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(MAX_DEPTH)
                          .maxNameLength(MAX_NAME_LENGTH)
                          .build())
                  .build())
          .reader()
          .with(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
          .with(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

  /**
   * A row is read when it is asked for, and is not held: a tree may take twenty times its text.
   *
   * @param body UTF-8
   * @return every row, in the body's order
   * @throws ProblemException 400 when the body is not UTF-8, empty, an array that does not end, or
   *     holds over {@link #MAX_ROWS} rows
   */
  public Stream<BodyRow> read(byte[] body) {
    String text = BodyText.decode(body);
    if (text.isBlank()) {
      throw ProblemException.badRequest(
          "body", "The body is empty; send a JSON array, or NDJSON with one object a line.");
    }
    List<RowText> rows =
        text.stripLeading().startsWith("[")
            ? RowText.ofArray(text, MAX_ROWS)
            : RowText.ofLines(text, MAX_ROWS);
    return rows.stream().map(row -> read(row, text));
  }

  private BodyRow read(RowText row, String body) {
    int line = row.line();
    if (row.length() > MAX_ROW_LENGTH) {
      return new Unreadable(
          line,
          null,
          "the row has %d characters; at most %d are taken"
              .formatted(row.length(), MAX_ROW_LENGTH));
    }
    String text = row.of(body);
    if (text.isBlank()) {
      return new Unreadable(line, null, "the row is empty: the array has a comma too many");
    }
    try (JsonParser parser = json.createParser(text)) {
      return read(line, parser);
    } catch (IOException e) {
      throw new UncheckedIOException("a string in memory is always readable", e);
    }
  }

  private BodyRow read(int line, JsonParser parser) throws IOException {
    try {
      JsonNode node = json.readTree(parser);
      if (parser.nextToken() != null) {
        return new Unreadable(
            line, null, "more than one JSON value stands here; give each row a line of its own");
      }
      return node.isObject()
          ? new Read(line, node)
          : new Unreadable(
              line,
              null,
              "a row must be a JSON object, not "
                  + node.getNodeType().name().toLowerCase(Locale.ROOT));
    } catch (MismatchedInputException e) {
      String field = parser.currentName();
      return new Unreadable(line, field, REPEATED_FIELD);
    } catch (StreamConstraintsException | NumberFormatException e) {
      return new Unreadable(
          line,
          null,
          "the row is nested too deeply, or holds too long a number or name; rows are flat");
    } catch (JsonProcessingException e) {
      return new Unreadable(
          line,
          null,
          "the row is not JSON: it cannot be read from its character %d; write one object a line, or an array of objects"
              .formatted(e.getLocation().getCharOffset() + 1));
    }
  }
}
