package dev.bellwether.sentiment.messaging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CoresTest {

  private final Cores cores = new Cores();

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 16, 17, 500, 1003})
  void everyItemIsDoneOnceAndInItsPlace(int count) {
    var items = IntStream.range(0, count).boxed().toList();
    assertEquals(items.stream().map(i -> i * i).toList(), cores.map(items, i -> i * i));
  }

  @Test
  void whatTheWorkThrowsIsThrown() {
    List<Integer> items = IntStream.range(0, 100).boxed().toList();
    assertThrows(ArithmeticException.class, () -> cores.map(items, i -> 1 / (i - 99)));
  }
}
