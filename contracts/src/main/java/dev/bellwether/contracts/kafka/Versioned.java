package dev.bellwether.contracts.kafka;

/** A value of a topic: it says by which version of its schema it was written. */
public interface Versioned {

  /**
   * 1 or more; raised only by a change that an older reader cannot bear. Zero where the record did
   * not say.
   */
  int schemaVersion();
}
