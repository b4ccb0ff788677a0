package dev.bellwether.ingest.query;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What docs/query-language.md shows is what the parser takes and says. */
class QueryLanguagePageTest {

  private static String section(String title) throws IOException {
    String page = Files.readString(Path.of("../docs/query-language.md"));
    int start = page.indexOf("\n## " + title + "\n");
    int end = page.indexOf("\n## ", start + 1);
    return page.substring(start, end < 0 ? page.length() : end);
  }

  private static List<String> code(String pattern, String text) {
    return Pattern.compile(pattern, Pattern.MULTILINE)
        .matcher(text)
        .results()
        .map((MatchResult match) -> match.group(1))
        .toList();
  }

  @Test
  void everyExampleReads() throws IOException {
    List<String> examples = code("\\| `([^`]+)` \\|$", section("Examples"));
    assertTrue(examples.size() >= 7, "examples found: " + examples.size());
    examples.forEach(example -> assertDoesNotThrow(() -> Query.parse(example), example));
    List<String> words = code("^\\| `([^`]+)` \\|", section("Words"));
    assertTrue(words.size() >= 11, "examples found: " + words.size());
    words.forEach(example -> assertDoesNotThrow(() -> Query.parse(example), example));
  }

  @Test
  void theErrorShownIsTheErrorGiven() throws IOException {
    String shown = code("^query: (column 16: .*)$", section("Errors")).getFirst();
    assertEquals(
        shown,
        assertThrows(QuerySyntaxException.class, () -> Query.parse("acme AND (love OR"))
            .describe());
  }

  @Test
  void theFieldsListedAreTheFieldsKnown() throws IOException {
    String fields = section("Fields");
    for (QueryField field : QueryField.values()) {
      assertTrue(fields.contains("`" + field.wireName() + ":"), field.wireName());
      assertTrue(
          assertDoesNotThrow(() -> Query.parse(field.example()), field.example())
              .text()
              .equals(field.example()));
    }
  }
}
