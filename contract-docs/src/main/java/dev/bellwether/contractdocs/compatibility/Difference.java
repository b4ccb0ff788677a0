package dev.bellwether.contractdocs.compatibility;

/**
 * One way in which a schema departs from its released form.
 *
 * @param path JSON Pointer into the events, {@code *} for any item; empty for the whole
 * @param what in words
 */
public sealed interface Difference {

  String path();

  String what();

  /** Old readers read new events, and new readers old ones. */
  record Compatible(String path, String what) implements Difference {}

  /** Somebody would not read what somebody else has written. */
  record Breaking(String path, String what) implements Difference {}
}
