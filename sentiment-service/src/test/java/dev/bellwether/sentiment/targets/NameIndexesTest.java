package dev.bellwether.sentiment.targets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.bellwether.contracts.monitor.Product;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NameIndexesTest {

  private final List<Product> names = List.of(new Product("Acme", List.of()));

  @Test
  void anIndexIsBuiltOnceForTheSameMonitorsAndAnewForAnotherVersion() {
    var indexes = new NameIndexes(100_000);
    var first = indexes.of(List.of(Monitors.of("m", 1, names)));
    assertSame(first, indexes.of(List.of(Monitors.of("m", 1, names))));
    assertNotSame(first, indexes.of(List.of(Monitors.of("m", 2, names))));
  }

  @Test
  void howeverManyMonitorsComeTheBytesKeptAreBounded() {
    int max = 20_000;
    var indexes = new NameIndexes(max);
    for (int i = 0; i < 1_000; i++) {
      var monitors = List.of(Monitors.of("m" + i, 1, names));
      var index = indexes.of(monitors);
      assertTrue(indexes.bytes() <= max, () -> indexes.bytes() + " bytes");
      assertTrue(indexes.bytes() >= indexes.size() * index.bytes(), "charged less than it holds");
      assertSame(index, indexes.of(monitors), "the newest is kept");
    }
  }

  @Test
  void everyAliasIsChargedNotOnlyTheTarget() {
    var few = new NameIndexes(Long.MAX_VALUE);
    few.of(List.of(Monitors.of("m", 1, products(400, 0))));
    var many = new NameIndexes(Long.MAX_VALUE);
    many.of(List.of(Monitors.of("m", 1, products(400, 50))));
    // two hash slots of 12 bytes, a value and a row of one target
    long leastForAForm = 2 * 12 + 4 + 20;
    assertTrue(
        many.bytes() >= few.bytes() + 400 * 50 * leastForAForm, () -> many.bytes() + " bytes");
  }

  @Test
  void aLongKeyIsChargedToo() {
    var one = new NameIndexes(Long.MAX_VALUE);
    one.of(List.of(Monitors.of("m", 1, names)));
    var longest = new NameIndexes(Long.MAX_VALUE);
    longest.of(List.of(Monitors.of("m".repeat(10_000), 1, names)));
    assertTrue(longest.bytes() >= one.bytes() + 9_999);
  }

  @Test
  void aNewVersionDropsEverySetThatHeldAnOlderOneOfTheMonitorAndNoOther() {
    var indexes = new NameIndexes(100_000);
    var a1 = Monitors.of("a", 1, names);
    var b1 = Monitors.of("b", 1, names);
    indexes.of(List.of(a1));
    indexes.of(List.of(a1, b1));
    var other = indexes.of(List.of(b1));
    assertEquals(3, indexes.size());

    indexes.of(List.of(Monitors.of("a", 2, names)));
    assertEquals(2, indexes.size());
    assertSame(other, indexes.of(List.of(b1)));
  }

  @Test
  void aMonitorThatChangesAllTheTimeHoldsNoMoreThanOneVersion() {
    var indexes = new NameIndexes(100_000);
    indexes.of(List.of(Monitors.of("m", 1, names)));
    long one = indexes.bytes();
    for (int version = 2; version < 100; version++) {
      indexes.of(List.of(Monitors.of("m", version, names)));
      assertEquals(one, indexes.bytes());
    }
    assertEquals(1, indexes.size());
  }

  @Test
  void aMonitorWithMoreNamesThanAreKeptIsStillReadAndLeavesTheOthersAlone() {
    var indexes = new NameIndexes(10_000);
    var small = indexes.of(List.of(Monitors.of("m", 1, names)));
    var large = indexes.of(List.of(Monitors.of("large", 1, products(400, 2))));
    assertEquals(400, large.size());
    assertEquals(1, indexes.size());
    assertSame(small, indexes.of(List.of(Monitors.of("m", 1, names))));
  }

  private static List<Product> products(int count, int aliases) {
    return IntStream.range(0, count)
        .mapToObj(
            p ->
                new Product(
                    "product" + p,
                    IntStream.range(0, aliases).mapToObj(a -> "alias" + p + "x" + a).toList()))
        .toList();
  }
}
