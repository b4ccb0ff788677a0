package dev.bellwether.ingest.rows;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bellwether.ingest.mention.Post;
import dev.bellwether.ingest.rows.BodyRow.Read;
import dev.bellwether.kit.problem.ProblemException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Whatever comes, it is answered: no row that reads is lost, and nothing fails unexpectedly. */
class RequestRowsProperties {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final RequestRows ROWS = new RequestRows();
  private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");

  @Property(tries = 300)
  void anyBytesAreRowsOrABadRequest(@ForAll byte[] bytes) {
    readAll(bytes);
  }

  @Property(tries = 300)
  void anyJsonLikeTextIsRowsOrABadRequest(@ForAll("jsonLike") String text) {
    readAll(text.getBytes(UTF_8));
  }

  @Property(tries = 300)
  void goodLinesAreReadWhateverStandsBetweenThem(
      @ForAll @Size(max = 20) List<@net.jqwik.api.From("goodOrNot") String> lines) {
    var good = new ArrayList<String>();
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).startsWith(MARK)) {
        good.add((i + 2) + lines.get(i));
      }
    }
    // The first line decides between array and lines
    var read =
        ROWS.read(("{}\n" + String.join("\n", lines)).getBytes(UTF_8))
            .filter(row -> row instanceof Read(int _, var json) && json.has("good"))
            .map(row -> row.line() + ((Read) row).json().toString())
            .toList();
    assertEquals(good, read);
  }

  @Property(tries = 300)
  void anArrayIsCutWhereJacksonCutsIt(@ForAll("objects") List<ObjectNode> objects) {
    ArrayNode array = JSON.createArrayNode();
    objects.forEach(array::add);
    for (String body : List.of(array.toString(), array.toPrettyString())) {
      assertEquals(
          objects,
          ROWS.read(body.getBytes(UTF_8)).map(row -> (Object) ((Read) row).json()).toList());
    }
  }

  @Property(tries = 300)
  void damageToOneByteNeverFailsUnexpectedly(
      @ForAll("objects") List<ObjectNode> objects,
      @ForAll Random random,
      @ForAll @IntRange(max = 255) int by) {
    byte[] body = objects.toString().getBytes(UTF_8);
    body[random.nextInt(body.length)] = (byte) by;
    readAll(body);
  }

  private static void readAll(byte[] body) {
    try {
      for (BodyRow row : ROWS.read(body).toList()) {
        assertTrue(row.line() >= 1);
        if (RowFields.read(row, fields -> Post.from(fields, NOW))
            instanceof Checked.Invalid<Post> invalid) {
          assertTrue(!invalid.reason().isBlank());
        }
      }
    } catch (ProblemException e) {
      assertEquals(400, e.problem().status());
    }
  }

  private static final String MARK = "{\"good\":";

  @Provide
  Arbitrary<String> goodOrNot() {
    return Arbitraries.frequencyOf(
        net.jqwik.api.Tuple.of(1, Arbitraries.integers().map(i -> MARK + i + "}")),
        net.jqwik.api.Tuple.of(
            2,
            jsonLike()
                .map(text -> text.replaceAll("[\\n\\r]", " "))
                .filter(text -> !text.startsWith(MARK))));
  }

  @Provide
  Arbitrary<String> jsonLike() {
    return Arbitraries.oneOf(
            Arbitraries.of(
                "{",
                "}",
                "[",
                "]",
                ",",
                ":",
                "\"",
                "\\",
                "\n",
                "null",
                "true",
                "1e9",
                "-",
                "\"id\"",
                "\"text\":",
                "\"createdAt\":\"2026-11-01T10:00:00Z\",",
                "\"platform\":\"x\",",
                "\\u0000",
                "\\ud83d",
                "😀"),
            Arbitraries.strings().ascii().ofMaxLength(3))
        .list()
        .ofMaxSize(30)
        .map(parts -> String.join("", parts));
  }

  @Provide
  Arbitrary<List<ObjectNode>> objects() {
    Arbitrary<String> texts = Arbitraries.strings().withChars("ab,:[]{}\"\\\n é日").ofMaxLength(10);
    return Combinators.combine(texts, texts, Arbitraries.integers())
        .as(
            (name, text, number) -> {
              var node = JSON.createObjectNode().put("n" + name, text);
              node.putArray("list").add(text).addObject().put(name, number);
              return node;
            })
        .list()
        .ofMinSize(1)
        .ofMaxSize(6);
  }
}
