package dev.bellwether.campaign.suggestion.api;

import dev.bellwether.campaign.suggestion.SuggestedPlan;
import dev.bellwether.campaign.suggestion.SuggestionKind;
import dev.bellwether.contracts.budget.Goal;
import dev.bellwether.kit.problem.ProblemException;
import dev.bellwether.kit.request.StorableText;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How a suggestion is to become a plan; all may be left out.
 *
 * @param freed of a pause or lowering: what becomes of the money; absent: unspent
 * @param keep of a pause or lowering: share of its spend that each line keeps, from 0 to below 1;
 *     absent: as suggested
 * @param goal what the plan's figures are told in; absent: conversions
 * @param day the account's local day; absent: the day after the last with figures
 * @param note why, for the record
 */
@RegisterForReflection
public record AcceptanceRequest(
    @Schema(enumeration = {"unspent", "others"}) String freed,
    Double keep,
    Goal goal,
    LocalDate day,
    String note) {

  static final int LONGEST_NOTE = 1_000;

  private static final int FIRST_YEAR = 1990;
  private static final int LAST_YEAR = 2100;

  /** Everything as suggested. */
  static final AcceptanceRequest PLAIN = new AcceptanceRequest(null, null, null, null, null);

  /**
   * @throws ProblemException 400 that names the field
   */
  void check(SuggestionKind kind) {
    if (!kind.isProtection()) {
      refuseIf(freed != null, "freed");
      refuseIf(keep != null, "keep");
    }
    if (keep != null && !(keep >= 0 && keep < 1)) {
      throw ProblemException.badRequest("keep", "keep must be from 0 to below 1.");
    }
    if (day != null && (day.getYear() < FIRST_YEAR || day.getYear() > LAST_YEAR)) {
      throw ProblemException.badRequest(
          "day", "The day must lie in the years " + FIRST_YEAR + " to " + LAST_YEAR + ".");
    }
    checkNote(note);
    asFreed();
  }

  private static void refuseIf(boolean given, String field) {
    if (given) {
      throw ProblemException.badRequest(
          field, field + " is for a suggestion to pause or lower; leave it out.");
    }
  }

  static void checkNote(String note) {
    if (note != null && note.length() > LONGEST_NOTE) {
      throw ProblemException.badRequest(
          "note", "note has over " + LONGEST_NOTE + " characters; shorten it.");
    }
    if (note != null) {
      StorableText.flaw(note)
          .ifPresent(
              flaw -> {
                throw ProblemException.badRequest("note", "note " + flaw + ".");
              });
    }
  }

  SuggestedPlan.Freed asFreed() {
    return switch (freed == null ? "unspent" : freed) {
      case "unspent" -> SuggestedPlan.Freed.UNSPENT;
      case "others" -> SuggestedPlan.Freed.OTHERS;
      default -> throw ProblemException.badRequest("freed", "freed must be unspent or others.");
    };
  }

  Goal goalOrDefault() {
    return goal == null ? Goal.CONVERSIONS : goal;
  }
}
