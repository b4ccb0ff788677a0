package dev.bellwether.campaign.decision.api;

import dev.bellwether.kit.problem.ProblemException;
import dev.bellwether.kit.request.StorableText;
import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * What comes with a decision.
 *
 * @param note why, at most 1,000 characters; absent where nothing is to be said
 */
@RegisterForReflection
public record DecisionRequest(String note) {

  private static final int LONGEST = 1_000;

  /**
   * The note, or null.
   *
   * @throws ProblemException 400 that names the field
   */
  String storable() {
    if (note == null || note.isBlank()) {
      return null;
    }
    String said = note.strip();
    if (said.length() > LONGEST) {
      throw ProblemException.badRequest(
          "note", "The note may have at most " + LONGEST + " characters.");
    }
    StorableText.flaw(said)
        .ifPresent(
            flaw -> {
              throw ProblemException.badRequest("note", "note " + flaw + ".");
            });
    return said;
  }
}
