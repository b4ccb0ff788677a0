package dev.bellwether.ingest.rows;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.bellwether.ingest.mention.Post;
import java.math.BigDecimal;
import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RowFieldsTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");

  private static Checked<Post> read(String json) throws JsonProcessingException {
    return RowFields.read(JSON.readTree(json), row -> Post.from(row, NOW));
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
        "2026-11-01T10:00:00Z|yesterday|createdAt",
        "2026-11-01T10:00:00Z|2026-11-01T10:00:00|createdAt",
        "2026-11-01T10:00:00Z|1900-01-01T00:00:00Z|createdAt",
        "2026-11-01T10:00:00Z|2027-11-01T10:00:00Z|createdAt",
        "\"text\"|\"likes\":-1,\"text\"|likes",
        "\"text\"|\"likes\":1.5,\"text\"|likes",
        "\"text\"|\"likes\":\"1e999999999\",\"text\"|likes",
        "\"text\"|\"language\":\"English!\",\"text\"|language",
      })
  void aBadFieldIsNamedWithTheRemedy(String good, String bad, String field)
      throws JsonProcessingException {
    assertInstanceOf(Checked.Valid.class, read(GOOD));
    var invalid = assertInstanceOf(Checked.Invalid.class, read(GOOD.replace(good, bad)), bad);
    assertEquals(field, invalid.field());
    assertTrue(invalid.reason().contains(field));
  }

  @Test
  void whatIsNoObjectIsNoRow() throws JsonProcessingException {
    var invalid = assertInstanceOf(Checked.Invalid.class, read("[1]"));
    assertNull(invalid.field());
  }

  @Test
  void halvesOfSurrogatePairsAreReplacedAndNulIsDropped() throws JsonProcessingException {
    var row = read(GOOD.replace("hi", "a\\ud83db\\u0000c\\ud83d\\ude00"));
    assertEquals("a\uFFFDbc😀", ((Checked.Valid<Post>) row).value().text());
  }

  @Property
  void moneyKeepsItsMicros(@ForAll @LongRange(min = 0) long micros) {
    var row = JSON.createObjectNode().put("spend", BigDecimal.valueOf(micros, 6).toPlainString());
    var read = RowFields.read(row, fields -> fields.micros("spend"));
    assertEquals(new Checked.Valid<>(micros), read);
  }
}
