package dev.bellwether.campaign.decision.api;

import dev.bellwether.campaign.decision.PlanPeriod;
import dev.bellwether.kit.problem.ProblemException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;

/** The parameter {@code day} of what is asked about a plan. */
public final class PlanDay {

  private PlanDay() {}

  /**
   * Empty where none was given.
   *
   * @throws ProblemException 400 where it is no day, or none of the plan's
   */
  public static Optional<LocalDate> parse(String text, PlanPeriod days) {
    if (text == null || text.isBlank()) {
      return Optional.empty();
    }
    LocalDate day;
    try {
      day = LocalDate.parse(text.strip());
    } catch (DateTimeException e) {
      throw ProblemException.badRequest(
          "day", "day must be a day that exists, such as " + days.first() + ".");
    }
    if (!days.contains(day)) {
      throw ProblemException.badRequest("day", "The plan is for " + days + "; give one day of it.");
    }
    return Optional.of(day);
  }
}
