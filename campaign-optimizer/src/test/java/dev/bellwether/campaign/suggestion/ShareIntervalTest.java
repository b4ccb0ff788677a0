package dev.bellwether.campaign.suggestion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class ShareIntervalTest {

  /** Roots of (p − x)² = z² x (1 − x) / n, solved by hand for p = 1/2: x = ½ ± ½ z / √(n + z²). */
  @Test
  void ofAHalfTheEndsAreThoseOfTheScoreTestsQuadraticEquation() {
    double z = 1.6448536269514722;
    double half = 0.5 * z / Math.sqrt(40 + z * z);
    var interval = ShareInterval.of(0.5, 40);
    assertEquals(0.5 - half, interval.low(), 1e-12);
    assertEquals(0.5 + half, interval.high(), 1e-12);
  }

  @Test
  void ofNoneAmongTenNothingIsCertain() {
    double z = 1.6448536269514722;
    var interval = ShareInterval.of(0, 10);
    assertEquals(0, interval.low());
    assertEquals(z * z / (10 + z * z), interval.high(), 1e-12);
  }

  @Test
  void ofNoMentionsNothingIsKnownAndImpossibleSharesAreRefused() {
    assertEquals(new ShareInterval(0, 0.3, 1, 0), ShareInterval.of(0.3, 0));
    assertThrows(IllegalArgumentException.class, () -> ShareInterval.of(1.01, 10));
    assertThrows(IllegalArgumentException.class, () -> ShareInterval.of(Double.NaN, 10));
    assertThrows(IllegalArgumentException.class, () -> ShareInterval.of(0.5, -1));
  }
}
