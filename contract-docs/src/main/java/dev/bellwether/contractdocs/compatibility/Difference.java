package dev.bellwether.contractdocs.compatibility;

/** One way in which a schema departs from its released form. */
public sealed interface Difference {

  /** JSON Pointer into the events, {@code *} for any item; empty for the whole. */
  String path();

  /** In words. */
  String what();

  /** Old readers read new events, and new readers old ones. */
  record Compatible(String path, String what) implements Difference {}

  /** Somebody would not read what somebody else has written. */
  record Breaking(String path, String what) implements Difference {}
}
