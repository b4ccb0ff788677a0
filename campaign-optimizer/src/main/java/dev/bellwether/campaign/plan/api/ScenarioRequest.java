package dev.bellwether.campaign.plan.api;

import dev.bellwether.campaign.plan.Scenarios;
import dev.bellwether.campaign.plan.api.PlanRequest.CalendarRequest;
import dev.bellwether.campaign.plan.api.PlanRequest.GroupRequest;
import dev.bellwether.campaign.plan.api.PlanRequest.LineRequest;
import dev.bellwether.campaign.plan.api.PlanRequest.TargetRequest;
import dev.bellwether.contracts.budget.Goal;
import dev.bellwether.contracts.budget.TargetKind;
import dev.bellwether.kit.problem.ProblemException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * Plans to compare.
 *
 * @param base what they are compared with
 * @param variations one to eight
 */
public record ScenarioRequest(PlanRequest base, List<VariationRequest> variations) {

  private static final int MOST = 8;
  private static final BigDecimal MOST_FACTOR = new BigDecimal("100");

  /**
   * What differs from the base: a field that is absent is the base's.
   *
   * @param name in the answer
   * @param budgetFactor its budget in units of the base's, such as 1.2
   * @param without campaigns that are paused
   */
  public record VariationRequest(
      String name,
      BigDecimal budgetFactor,
      List<String> without,
      BigDecimal budget,
      Goal goal,
      List<LineRequest> lines,
      List<GroupRequest> groups,
      BigDecimal change,
      BigDecimal maximumMoved,
      CalendarRequest calendar,
      TargetRequest target,
      BigDecimal exploration) {}

  /**
   * @throws ProblemException 400 that names the field
   */
  List<RequestReading.Varied> varied() {
    if (variations == null || variations.isEmpty() || variations.size() > MOST) {
      throw ProblemException.badRequest(
          "variations", "Name one to %d variations of the base.".formatted(MOST));
    }
    List<RequestReading.Varied> varied = new ArrayList<>();
    for (int i = 0; i < variations.size(); i++) {
      String at = "variations[" + i + "]";
      VariationRequest variation = variations.get(i);
      if (variation == null) {
        throw ProblemException.badRequest(at, at + " is null; leave it out or give a value.");
      }
      varied.add(varied(at, variation));
    }
    return varied;
  }

  private RequestReading.Varied varied(String at, VariationRequest variation) {
    var reading = new RequestReading(over(variation), at + ".");
    List<String> without = variation.without() == null ? List.of() : variation.without();
    for (int i = 0; i < without.size(); i++) {
      RequestValues.name(at + ".without[" + i + "]", without.get(i));
    }
    return new RequestReading.Varied(
        new Scenarios.Variation(
            at,
            RequestValues.name(at + ".name", variation.name()),
            reading.terms(),
            factor(at, variation),
            without),
        reading.fresh());
  }

  private static Double factor(String at, VariationRequest variation) {
    BigDecimal factor = variation.budgetFactor();
    if (factor == null) {
      return null;
    }
    if (variation.budget() != null) {
      throw ProblemException.badRequest(
          at + ".budgetFactor", "Give either budget or budgetFactor.");
    }
    if (factor.compareTo(MOST_FACTOR) > 0) {
      throw ProblemException.badRequest(
          at + ".budgetFactor", "budgetFactor must be above 0 and at most 100; 1.2 is 20 % more.");
    }
    return RequestValues.ratio(at + ".budgetFactor", factor);
  }

  private PlanRequest over(VariationRequest v) {
    return new PlanRequest(
        base.account(),
        or(v.budget(), base.budget()),
        or(v.goal(), goalOf(v.target())),
        base.day(),
        base.from(),
        base.until(),
        base.period(),
        base.by(),
        or(v.lines(), base.lines()),
        or(v.groups(), base.groups()),
        or(v.change(), base.change()),
        or(v.maximumMoved(), base.maximumMoved()),
        or(v.calendar(), base.calendar()),
        or(v.target(), base.target()),
        or(v.exploration(), base.exploration()),
        base.currency(),
        base.exchangeRates());
  }

  /** A new target brings the goal it is of. */
  private Goal goalOf(TargetRequest target) {
    boolean saysGoal =
        target != null && target.kind() != null && target.kind() != TargetKind.VOLUME;
    return saysGoal ? null : base.goal();
  }

  private static <T> T or(T own, T otherwise) {
    return own == null ? otherwise : own;
  }
}
