package dev.bellwether.local.replay;

/** What is to become, or has become, of a dead record. */
sealed interface Verdict {

  /** It can be sent again. */
  record Replayable() implements Verdict {}

  /** There is nothing to send: the topic has something newer under its key. */
  record Superseded(String why) implements Verdict {}

  /** It stays among the dead letters. */
  record Stays(String why) implements Verdict {}
}
