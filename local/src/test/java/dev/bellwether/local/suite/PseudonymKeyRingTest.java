package dev.bellwether.local.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class PseudonymKeyRingTest {

  private static final String FIRST = PseudonymKeyRing.newKey();

  @Test
  void aNewKeyComesFirstAndTheOlderOnesStay() {
    var rotated = PseudonymKeyRing.parse(FIRST).withNew().withNew();
    assertEquals(3, rotated.parts().size());
    assertTrue(rotated.text().endsWith("," + FIRST));
    assertEquals(3, rotated.ids().stream().distinct().count());
  }

  @Test
  void aRetiredKeyLeavesOnlyItsId() {
    var ring = PseudonymKeyRing.parse(FIRST);
    String id = ring.ids().getFirst();
    var retired = ring.withNew().without(id);
    assertFalse(retired.text().contains(FIRST));
    assertTrue(retired.text().endsWith("," + id + ":retired"));
  }

  @Test
  void theKeyInUseAndAnUnknownOneAreNotRetired() {
    var ring = PseudonymKeyRing.parse(FIRST);
    assertThrows(SuiteException.class, () -> ring.without(ring.ids().getFirst()));
    assertThrows(SuiteException.class, () -> ring.without("nobody"));
  }

  @Test
  void whatIsPrintedHoldsNoKey() {
    assertFalse(PseudonymKeyRing.parse(FIRST).withNew().summary().contains(FIRST));
  }
}
