package dev.bellwether.campaign.mmm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class FitErrorTest {

  @Test
  void errorsAreThoseOneReckonsByHand() {
    var error = FitError.of(new double[] {10, 20, 30}, new double[] {11, 20, 27});
    assertEquals(Math.sqrt(10 / 3.0) / 20, error.nrmse(), 1e-12);
    assertEquals((0.1 + 0 + 0.1) / 3, error.mape(), 1e-12);
    assertEquals(1 - 10 / 200.0, error.r2(), 1e-12);
  }

  @Test
  void whatNeverVariesHasNoRangeToMeasureWith() {
    var error = FitError.of(new double[] {5, 5}, new double[] {4, 5});
    assertTrue(Double.isNaN(error.nrmse()) && Double.isNaN(error.r2()));
    assertEquals(0.1, error.mape(), 1e-12);
  }

  @Test
  void zerosHaveNoShareToBeWrongBy() {
    assertEquals(0.5, FitError.of(new double[] {0, 4}, new double[] {3, 2}).mape(), 1e-12);
  }
}
