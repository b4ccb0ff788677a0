package dev.bellwether.ingest.rows;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bellwether.ingest.rows.BodyRow.Read;
import dev.bellwether.ingest.rows.BodyRow.Unreadable;
import dev.bellwether.kit.problem.ProblemException;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestRowsTest {

  private static final RequestRows ROWS = new RequestRows();
  private static final String GOOD = "{\"id\":\"a\"}";

  private static List<BodyRow> read(String body) {
    return ROWS.read(body.getBytes(UTF_8)).toList();
  }

  private static String refused(byte[] body) {
    var refused = assertThrows(ProblemException.class, () -> ROWS.read(body));
    assertEquals(400, refused.problem().status());
    assertEquals("body", refused.problem().field());
    return refused.problem().detail();
  }

  /** In lines as in an array, between two good rows. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'id':'Jane'|not JSON",
        "{'id':'Jane',}|not JSON",
        "{id:1}|not JSON",
        "Jane|not JSON",
        "{'likes':NaN}|not JSON",
        "{'likes':01}|not JSON",
        "{'likes':1e99999999999999}|nested too deeply, or holds too long a number or name",
        "{'text':'\\q'}|not JSON",
        "{'id':1}{'id':2}|more than one JSON value",
        "{'id':1} Jane|not JSON",
        "null|must be a JSON object, not null",
        "7|must be a JSON object, not number",
        "'Jane'|must be a JSON object, not string",
        "true|must be a JSON object, not boolean",
        "{'a':1,'a':1}|more than once",
        "{'a':{'b':1,'b':2}}|more than once",
      })
  void aBadRowIsOneBadRowAndNothingOfItIsQuoted(String row, String reason) {
    String bad = row.replace('\'', '"');
    boolean balanced =
        bad.chars().filter(c -> c == '{').count() == bad.chars().filter(c -> c == '}').count();
    for (String body :
        balanced
            ? List.of(
                GOOD + "\n" + bad + "\n" + GOOD, "[" + GOOD + ",\n" + bad + ",\n" + GOOD + "]")
            : List.of(GOOD + "\n" + bad + "\n" + GOOD)) {
      List<BodyRow> rows = read(body);
      assertEquals(3, rows.size(), body);
      assertInstanceOf(Read.class, rows.get(0));
      assertInstanceOf(Read.class, rows.get(2));
      var unreadable = assertInstanceOf(Unreadable.class, rows.get(1), body);
      assertEquals(2, unreadable.line());
      assertTrue(unreadable.reason().contains(reason), unreadable.reason());
      assertFalse(unreadable.reason().contains("Jane"), unreadable.reason());
    }
  }

  @Test
  void aFieldThatStandsTwiceIsNamed() {
    var row =
        assertInstanceOf(Unreadable.class, read("{\"spend\":1,\"ad\":2,\"spend\":3}").getFirst());
    assertEquals("spend", row.field());
  }

  @Test
  void deepNestingAndEndlessNumbersSpoilTheirOwnRowOnly() {
    for (String bad :
        List.of(
            "[".repeat(100_000) + "]".repeat(100_000),
            "{\"a\":".repeat(RequestRows.MAX_DEPTH + 1)
                + "1"
                + "}".repeat(RequestRows.MAX_DEPTH + 1),
            "{\"" + "a".repeat(2_000) + "\":1}",
            "{\"likes\":" + "9".repeat(500_000) + "}",
            "{\"text\":\"" + "x".repeat(RequestRows.MAX_ROW_LENGTH) + "\"}")) {
      var rows = read("[" + GOOD + "," + bad + "," + GOOD + "]");
      assertEquals(3, rows.size());
      assertInstanceOf(Unreadable.class, rows.get(1));
      assertInstanceOf(Read.class, rows.get(2));
    }
  }

  @Test
  void aRowOverTheLimitSaysTheLimit() {
    var row = read("{\"text\":\"" + "x".repeat(RequestRows.MAX_ROW_LENGTH) + "\"}").getFirst();
    assertEquals(
        "the row has 200011 characters; at most 200000 are taken", ((Unreadable) row).reason());
  }

  /**
   * Such a body is ten kilobytes of gzip, and hundreds of megabytes of trees were they all held.
   */
  @Test
  void aRowIsReadWhenItsTurnComesAndNotHeldAfterwards() {
    String row = "{\"x\":[" + "[],".repeat(60_000) + "[]]}";
    var trees = new ArrayList<WeakReference<JsonNode>>();
    var rows = ROWS.read((row + "\n").repeat(50).getBytes(UTF_8)).iterator();
    for (int i = 0; i < 4; i++) {
      trees.add(new WeakReference<>(assertInstanceOf(Read.class, rows.next()).json()));
    }
    Awaitility.await()
        .until(
            () -> {
              System.gc();
              return trees.stream().limit(3).allMatch(tree -> tree.get() == null);
            });
    int left = 0;
    for (; rows.hasNext(); left++) {
      assertInstanceOf(Read.class, rows.next());
    }
    assertEquals(46, left);
  }

  @Test
  void lineNumbersCountBlankLinesAndLinesInsideRows() {
    assertEquals(
        List.of(2, 4),
        read("\n" + GOOD + "\r\n \r" + GOOD + "\n\n").stream().map(BodyRow::line).toList());
    assertEquals(
        List.of(2, 5),
        read("[\n{\n\"id\":\n1},\n" + GOOD + "]").stream().map(BodyRow::line).toList());
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", " [ ] ", "[\n]\n"})
  void anEmptyArrayHasNoRows(String body) {
    assertEquals(List.of(), read(body));
  }

  @Test
  void aCommaTooManyIsARowOfItsOwn() {
    var rows = read("[" + GOOD + ",," + GOOD + ",]");
    assertEquals(4, rows.size());
    assertTrue(((Unreadable) rows.get(1)).reason().contains("a comma too many"));
    assertInstanceOf(Unreadable.class, rows.get(3));
  }

  @ParameterizedTest
  @ValueSource(strings = {"[", "[{\"id\":", "[{}", "[{},", "[\"a", "[\"a\\", "[\"a\\\"]", "[{]"})
  void anArrayThatDoesNotEndIsRefusedAsAWhole(String body) {
    assertTrue(refused(body.getBytes(UTF_8)).contains("breaks off"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"[{}]{}", "[{}]\n[{}]", "[{}],", "[{}]]"})
  void whatFollowsAnArrayIsNotPassedOverInSilence(String body) {
    assertTrue(refused(body.getBytes(UTF_8)).contains("goes on after its JSON array, on line"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\n\n\n", "\uFEFF", "\uFEFF \n"})
  void nothingIsRefusedAsEmpty(String body) {
    assertTrue(refused(body.getBytes(UTF_8)).contains("The body is empty"));
  }

  @Test
  void aByteOrderMarkOfUtf8ChangesNothing() {
    assertEquals(read(GOOD), read("\uFEFF" + GOOD));
    assertEquals(read("[" + GOOD + "]"), read("\uFEFF[" + GOOD + "]"));
  }

  @Test
  void anotherEncodingIsNamedWithLineAndByte() {
    String body = GOOD + "\n{\"text\":\"größer\"}";
    assertTrue(
        refused(body.getBytes(ISO_8859_1))
            .startsWith("The body is not UTF-8: byte 23, on line 2, is 0xF6."));
    assertTrue(refused(body.getBytes(UTF_16)).startsWith("The body is UTF-16"));
    assertTrue(refused(body.getBytes(UTF_16LE)).startsWith("The body is UTF-16"));
    // Half a surrogate pair in the bytes, and a character cut off at the end
    assertTrue(
        refused(new byte[] {'{', (byte) 0xED, (byte) 0xA0, (byte) 0xBD, '}'}).contains("byte 2"));
    assertTrue(
        refused(new byte[] {'{', '}', '\n', (byte) 0xE2, (byte) 0x82})
            .contains("byte 4, on line 2"));
  }

  @Test
  void tooManyRowsAreRefusedBeforeAnyIsRead() {
    for (String body :
        List.of("{}\n".repeat(RequestRows.MAX_ROWS + 1), "[" + "1,".repeat(1_000_000) + "1]")) {
      assertTrue(refused(body.getBytes(UTF_8)).contains("more than 5000 rows"));
    }
    assertEquals(RequestRows.MAX_ROWS, read("{}\n".repeat(RequestRows.MAX_ROWS)).size());
  }
}
