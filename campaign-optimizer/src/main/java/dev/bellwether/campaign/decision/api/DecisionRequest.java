package dev.bellwether.campaign.decision.api;

import dev.bellwether.kit.problem.ProblemException;
import dev.bellwether.kit.request.StorableText;

/**
 * What comes with a decision.
 *
 * @param note why, at most 1,000 characters; absent where nothing is to be said
 */
public record DecisionRequest(String note) {

  private static final int LONGEST = 1_000;

  /**
   * The note, or null.
   *
   * @param request null where the body is empty
   * @throws ProblemException 400 that names the field
   */
  static String noteOf(DecisionRequest request) {
    if (request == null || request.note() == null || request.note().isBlank()) {
      return null;
    }
    String note = request.note().strip();
    if (note.length() > LONGEST) {
      throw ProblemException.badRequest(
          "note", "The note may have at most " + LONGEST + " characters.");
    }
    StorableText.flaw(note)
        .ifPresent(
            flaw -> {
              throw ProblemException.badRequest("note", "note " + flaw + ".");
            });
    return note;
  }
}
