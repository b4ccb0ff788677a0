package dev.bellwether.sentiment.targets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.bellwether.contracts.monitor.Product;
import java.util.List;
import org.junit.jupiter.api.Test;

class NameIndexesTest {

  private final List<Product> names = List.of(new Product("Acme", List.of()));

  @Test
  void anIndexIsBuiltOnceForTheSameMonitorsAndAnewForAnotherVersion() {
    var indexes = new NameIndexes(100);
    var first = indexes.of(List.of(Monitors.of("m", 1, names)));
    assertSame(first, indexes.of(List.of(Monitors.of("m", 1, names))));
    assertNotSame(first, indexes.of(List.of(Monitors.of("m", 2, names))));
  }

  @Test
  void howeverManyMonitorsComeTheNamesKeptAreBounded() {
    var indexes = new NameIndexes(100);
    for (int i = 0; i < 1_000; i++) {
      indexes.of(List.of(Monitors.of("m" + i, 1, names)));
      assertTrue(indexes.size() <= 50, "two names each, an index counts for one more");
    }
  }

  @Test
  void aMonitorWithMoreNamesThanAreKeptIsStillRead() {
    var indexes = new NameIndexes(1);
    assertEquals(1, indexes.of(List.of(Monitors.of("m", 1, names))).size());
    assertEquals(0, indexes.size());
  }
}
