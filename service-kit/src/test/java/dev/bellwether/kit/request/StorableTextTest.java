package dev.bellwether.kit.request;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StorableTextTest {

  @Test
  void ordinaryTextHasNoFlawWhateverItsScript() {
    for (var text : List.of("", "größer", "日本", "a😀b", "\u202Ertl", "\t\n\uFFFD")) {
      assertEquals(Optional.empty(), StorableText.flaw(text), text);
    }
  }

  @Test
  void aNulAndHalfAPairAreNamedWithTheirPlace() {
    assertTrue(StorableText.flaw("ab\0").orElseThrow().contains("NUL (U+0000) as character 3"));
    for (var half : List.of("a\ud83d", "a\ude00", "a\ud83d\ud83d\ude00", "a\ude00\ud83d")) {
      assertTrue(StorableText.flaw(half).orElseThrow().contains("pair as character 2"));
    }
  }
}
