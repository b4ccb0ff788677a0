package dev.bellwether.ingest.privacy.redaction;

/** Knows which numbers with a country's code exist. */
@FunctionalInterface
interface NumberingPlan {

  /**
   * @param digits with the country's code, perhaps behind {@code 00} or {@code 011}
   * @param plus whether a {@code +} stood before them
   */
  boolean has(String digits, boolean plus);
}
