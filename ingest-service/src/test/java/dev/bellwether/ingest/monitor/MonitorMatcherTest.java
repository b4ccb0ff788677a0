package dev.bellwether.ingest.monitor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.bellwether.contracts.monitor.Monitor;
import java.util.List;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MonitorMatcherTest {

  private static Monitor monitor(String id, List<String> keywords, List<String> excluded) {
    return new Monitor(1, "w", id, 1, id, null, keywords, excluded, null, null, null, null, true);
  }

  private static boolean matches(String keyword, String text) {
    return new MonitorMatcher(List.of(monitor("m", List.of(keyword), List.of())))
        .match(text)
        .contains("m");
  }

  @ParameterizedTest
  @CsvSource({
    "sandy, Hurricane SANDY!, true",
    "sandy, #sandy, true",
    "sandy, sandyhook, false",
    "sandy, hurricane_sandy, false",
    "#sandy, sandy, false",
    "#sandy, '#Sandy,', true",
    "@acme, hey @ACME, true",
    "@acme, acme, false",
    "@acme, jane@acme, false",
    "boston marathon, the Boston  Marathon!, true",
    "boston marathon, boston and marathon, false",
    "café, CAFÉ noir, true",
    "ﬁne, fine, true",
    "straße, STRASSE, false",
  })
  void keywordsMatchWholeWordsWithoutRegardToCase(String keyword, String text, boolean expected) {
    assertEquals(expected, matches(keyword, text));
  }

  @Test
  void anExcludedWordOverrulesEveryKeyword() {
    var matcher =
        new MonitorMatcher(List.of(monitor("m", List.of("apple", "fruit"), List.of("pie"))));
    assertEquals(List.of("m"), matcher.match("an apple"));
    assertEquals(List.of(), matcher.match("apple pie fruit"));
  }

  @Test
  void aKeywordNeedsALetterOrADigit() {
    assertTrue(MonitorMatcher.isKeyword("#1"));
    assertFalse(MonitorMatcher.isKeyword("#@!"));
    assertFalse(MonitorMatcher.isKeyword(""));
  }

  /** Holds the index by first words against the plain meaning: a regular expression a keyword. */
  @Property
  void agreesWithARegularExpressionForEachKeyword(
      @ForAll("phrases") String keyword, @ForAll("posts") String text) {
    String sign = keyword.startsWith("#") || keyword.startsWith("@") ? "" : "[#@]?";
    String words = String.join("[^a-z0-9_]+", Pattern.compile(" ").splitAsStream(keyword).toList());
    var meaning = Pattern.compile("(?<![a-z0-9_])" + sign + words + "(?![a-z0-9_])");
    assertEquals(meaning.matcher(text).find(), matches(keyword, text));
  }

  @Provide
  Arbitrary<String> phrases() {
    Arbitrary<String> word = Arbitraries.of("a", "b", "ab", "ba");
    return Arbitraries.of("", "#", "@")
        .flatMap(
            sign ->
                word.list().ofMinSize(1).ofMaxSize(3).map(words -> sign + String.join(" ", words)));
  }

  @Provide
  Arbitrary<String> posts() {
    return Arbitraries.of("a", "b", "ab", "ba", " ", "#", "@", ".", "_", " ")
        .list()
        .ofMaxSize(14)
        .map(parts -> String.join("", parts));
  }
}
