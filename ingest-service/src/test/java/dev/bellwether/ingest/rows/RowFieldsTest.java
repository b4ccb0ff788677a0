package dev.bellwether.ingest.rows;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.bellwether.ingest.mention.Post;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RowFieldsTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");

  private static Checked<Post> read(String json) {
    return RowFields.read(
        new RequestRows().read(json.getBytes(UTF_8)).findFirst().orElseThrow(),
        row -> Post.from(row, NOW));
  }

  private static final String GOOD =
      "{\"id\":\"1\",\"platform\":\"x\",\"text\":\"hi\",\"createdAt\":\"2026-11-01T10:00:00Z\"}";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"id\":\"1\"|\"id\":\"\"|id",
        "\"id\":\"1\"|\"id\":{}|id",
        "\"x\"|\"x y\"|platform",
        "\"hi\"|\" \\u0000 \"|text",
        "\"hi\"|\"a\\ud83d\"|text",
        "\"hi\"|\" \"|text",
        "\"hi\"|null|text",
        "\"hi\"|true|text",
        "\"hi\"|7|text",
        "\"hi\"|[\"hi\"]|text",
        "\"id\":\"1\"|\"id\":1.5|id",
        "\"text\"|\"url\":\"http://a/\\u0000\",\"text\"|url",
        "\"text\"|\"author\":\"Jane\\ude00\",\"text\"|author",
        "2026-11-01T10:00:00Z|yesterday|createdAt",
        "2026-11-01T10:00:00Z|2026-11-01T10:00:00|createdAt",
        "2026-11-01T10:00:00Z|2026-11-01|createdAt",
        "2026-11-01T10:00:00Z|2026-02-30T10:00:00Z|createdAt",
        "2026-11-01T10:00:00Z|2026-11-01T24:00:01Z|createdAt",
        "2026-11-01T10:00:00Z|1764000000000000|createdAt",
        "2026-11-01T10:00:00Z|0|createdAt",
        "2026-11-01T10:00:00Z|-1764000000|createdAt",
        "2026-11-01T10:00:00Z|315532800|createdAt",
        "2026-11-01T10:00:00Z|1900-01-01T00:00:00Z|createdAt",
        "2026-11-01T10:00:00Z|2027-11-01T10:00:00Z|createdAt",
        "\"text\"|\"likes\":-1,\"text\"|likes",
        "\"text\"|\"likes\":1.5,\"text\"|likes",
        "\"text\"|\"likes\":\"1e999999999\",\"text\"|likes",
        "\"text\"|\"language\":\"English!\",\"text\"|language",
      })
  void aBadFieldIsNamedWithTheRemedy(String good, String bad, String field) {
    assertInstanceOf(Checked.Valid.class, read(GOOD));
    var invalid = assertInstanceOf(Checked.Invalid.class, read(GOOD.replace(good, bad)), bad);
    assertEquals(field, invalid.field());
    assertTrue(invalid.reason().contains(field));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"2026-11-01T10:00:00Z\"|2026-11-01T10:00:00Z",
        "\"2026-11-01T11:00:00.5+01:00\"|2026-11-01T10:00:00.500Z",
        "\"2026-11-01T04:30:00-0530\"|2026-11-01T10:00:00Z",
        "\"2026-11-01 10:00:00+00:00\"|2026-11-01T10:00:00Z",
        "\"2026-11-01 10:00:00 +00:00\"|2026-11-01T10:00:00Z",
        "1793527200|2026-11-01T10:00:00Z",
        "1793527200.0|2026-11-01T10:00:00Z",
        "\"1793527200\"|2026-11-01T10:00:00Z",
        "1793527200123|2026-11-01T10:00:00.123Z",
        "\"2026-11-22T11:59:00Z\"|2026-11-22T11:59:00Z",
      })
  void theSameInstantMayBeWrittenInSeveralWays(String written, String instant) {
    var row = read(GOOD.replace("\"2026-11-01T10:00:00Z\"", written));
    var post = assertInstanceOf(Checked.Valid.class, row, () -> row.toString());
    assertEquals(Instant.parse(instant), ((Post) post.value()).createdAt());
  }

  @Test
  void aPostThatIsTooLongNamesTheTextAndItsLimitAndOneOfAMegabyteTheRows() {
    var invalid =
        (Checked.Invalid<Post>) read(GOOD.replace("\"hi\"", "\"" + "x".repeat(100_000) + "\""));
    assertEquals("text", invalid.field());
    assertEquals("text has 100000 characters; at most 10000 are taken", invalid.reason());
    var longer =
        (Checked.Invalid<Post>) read(GOOD.replace("\"hi\"", "\"" + "x".repeat(1_000_000) + "\""));
    assertEquals("the row has 1000070 characters; at most 200000 are taken", longer.reason());
  }

  @Test
  void aTextIsNotQuotedInTheReason() {
    for (String bad :
        List.of("\"Jane\\u0000\"", "\"Jane " + "x".repeat(10_000) + "\"", "{\"a\":\"Jane\"}")) {
      var invalid = (Checked.Invalid<Post>) read(GOOD.replace("\"hi\"", bad));
      assertEquals("text", invalid.field());
      assertFalse(invalid.reason().contains("Jane"), invalid.reason());
    }
  }

  @Test
  void idsThatAreWholeNumbersAreTakenDigitForDigit() {
    var row = read(GOOD.replace("\"id\":\"1\"", "\"id\":262596552399396864"));
    assertEquals("x:262596552399396864", ((Checked.Valid<Post>) row).value().id());
  }

  @Property
  void moneyKeepsItsMicros(
      @ForAll @LongRange(min = 0, max = 1_000_000_000_000_000_000L) long micros) {
    var row = JSON.createObjectNode().put("spend", BigDecimal.valueOf(micros, 6).toPlainString());
    var read = RowFields.read(new BodyRow.Read(1, row), fields -> fields.micros("spend"));
    assertEquals(new Checked.Valid<>(micros), read);
  }
}
