package dev.bellwether.ingest.privacy.redaction;

/** Finds what one rule knows. */
@FunctionalInterface
interface Finder {

  /** Takes its finds out of the draft. */
  void find(Draft draft);
}
