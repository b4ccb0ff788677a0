package dev.bellwether.local.replay;

import java.util.List;

/**
 * One record that could not be used, with the letters of all the readers that said so.
 *
 * @param letters at least one; all of the same origin, or one without
 */
record DeadRecord(List<Letter> letters) {

  DeadRecord {
    letters = List.copyOf(letters);
  }

  Letter first() {
    return letters.getFirst();
  }

  /** For people: where it stood, or where its letter stands. */
  String place() {
    return first()
        .origin()
        .map(Origin::toString)
        .orElseGet(() -> "letter " + first().offset() + " of unknown origin");
  }
}
