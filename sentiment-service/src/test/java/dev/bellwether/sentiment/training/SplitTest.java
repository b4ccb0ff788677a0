package dev.bellwether.sentiment.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SplitTest {

  @Test
  void aFifthIsPutAside() {
    long aside = IntStream.range(0, 10_000).filter(i -> Split.aside("post " + i)).count();
    assertTrue(Math.abs(aside - 2_000) < 200, aside + " of 10,000");
  }

  @Test
  void theRuleIsTheTextsCrc32() {
    // Python: zlib.crc32(b"a") % 5 == 2, of b"camera" 0
    assertFalse(Split.aside("a"));
    assertTrue(Split.aside("camera"));
  }

  @Test
  void nearCopiesShareAKeyAndAFold() {
    var one = "RT @some_one: What a DAY!!! https://t.co/x";
    var copy = "rt @other: what a day";
    assertEquals(Split.key(one), Split.key(copy));
    assertEquals(Split.fold(one, 5), Split.fold(copy, 5));
    var rows = List.of(new LabelledPost(0, one), new LabelledPost(0, "another day"));
    assertEquals(rows.subList(1, 2), Split.without(rows, List.of(new LabelledPost(1, copy))));
  }

  @Test
  void textsWithoutLettersAreNoCopiesOfOneAnother() {
    var rows = List.of(new LabelledPost(0, ":("));
    assertEquals(rows, Split.without(rows, List.of(new LabelledPost(0, ":)"))));
  }
}
