package dev.bellwether.ingest.hygiene;

import java.util.ArrayList;
import java.util.List;

/**
 * How sure something is, from 0 to 1, and why: independent signs joined as 1 − ∏(1 − sign), so that
 * no weak sign decides alone.
 *
 * @param reasons short codes, in the order in which they are looked for
 */
public record Assessment(double score, List<String> reasons) {

  public Assessment {
    reasons = List.copyOf(reasons);
  }

  /** Signs as they are found. */
  static final class Signs {

    private final List<String> reasons = new ArrayList<>(2);
    private double innocent = 1;

    void add(boolean found, String reason, double weight) {
      if (found) {
        reasons.add(reason);
        innocent *= 1 - weight;
      }
    }

    Assessment assessment() {
      return new Assessment(1 - innocent, reasons);
    }
  }
}
