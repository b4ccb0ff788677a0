package dev.bellwether.campaign.offpolicy;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Decides whether a log speaks well enough for a policy to let it go live.
 *
 * @param margin how much worse than the logging policy it may be, a share of that one's value
 * @param leastEffectiveDecisions that the log must be worth
 * @param leastEffectiveRewards that it must be worth; below, the interval cannot be trusted
 * @param mostUnsupported share of the policy's choices that the log may know nothing of
 * @param estimator whose word counts
 */
public record Guard(
    double margin,
    double leastEffectiveDecisions,
    double leastEffectiveRewards,
    double mostUnsupported,
    Estimator estimator) {

  public static final Guard STANDARD = new Guard(0.05, 200, 25, 0.01, Estimator.DR);

  /** Of one side: in one of twenty cases the truth lies below. */
  private static final double Z = 1.644854;

  /** Weights whose mean is so far from 1 come of propensities that are not those of the log. */
  private static final double MOST_STANDARD_ERRORS = 4;

  /** So little off is nothing that would matter. */
  private static final double NOTICED = 0.02;

  /**
   * @param safe whether the policy may go live
   * @param reasons in words: why not, or why
   * @param least what it gains over the logging policy, with a chance of 95 % at least
   * @param needed what that must not be below
   */
  public record Verdict(boolean safe, List<String> reasons, double least, double needed) {}

  /** Weighs an evaluation. */
  public Verdict judge(Evaluation evaluation) {
    Diagnostics found = evaluation.diagnostics();
    ValueEstimate gain = evaluation.gains().get(estimator);
    double least = gain.bound(-Z);
    double needed = -margin * Math.abs(evaluation.logged().value());
    List<String> against = new ArrayList<>();
    if (found.unsupported() > mostUnsupported) {
      against.add(
          String.format(
              Locale.ROOT,
              "%.1f %% of its choices were never made in the log, so what they bring is not known; give those arms some share first.",
              100 * found.unsupported()));
    }
    if (found.effectiveDecisions() < leastEffectiveDecisions) {
      against.add(
          String.format(
              Locale.ROOT,
              "The log is worth only %.0f decisions of the new policy; %.0f are needed: stay closer to the present one, or wait.",
              found.effectiveDecisions(),
              leastEffectiveDecisions));
    }
    if (found.effectiveRewards() < leastEffectiveRewards) {
      against.add(
          String.format(
              Locale.ROOT,
              "The log is worth only %.0f rewards under the new policy; %.0f are needed before its interval can be trusted.",
              found.effectiveRewards(),
              leastEffectiveRewards));
    }
    if (wrongPropensities(found)) {
      against.add(
          String.format(
              Locale.ROOT,
              "The weights' mean is %.2f and should be near 1: the propensities are not those the log was made with.",
              found.meanWeight()));
    }
    if (least < needed) {
      against.add(
          String.format(
              Locale.ROOT,
              "It may lose %.1f %% against the present policy (estimated %+.1f %%); at most %.1f %% is allowed.",
              -100 * share(least, evaluation),
              100 * share(gain.value(), evaluation),
              100 * margin));
    }
    return new Verdict(
        against.isEmpty(),
        against.isEmpty() ? List.of(inFavour(gain, least, evaluation)) : List.copyOf(against),
        least,
        needed);
  }

  private String inFavour(ValueEstimate gain, double least, Evaluation evaluation) {
    return String.format(
        Locale.ROOT,
        "Estimated %+.1f %% against the present policy, at worst %+.1f %%; down to %+.1f %% is allowed.",
        100 * share(gain.value(), evaluation),
        100 * share(least, evaluation),
        -100 * margin);
  }

  /** Relative to the logging policy's value; all of it where that is nothing. */
  private static double share(double gain, Evaluation evaluation) {
    double value = Math.abs(evaluation.logged().value());
    return value == 0 ? Math.signum(gain) : gain / value;
  }

  /** The weights' mean is 1 in expectation; its standard error follows from the effective size. */
  private static boolean wrongPropensities(Diagnostics found) {
    double variance = found.decisions() / Math.max(1, found.effectiveDecisions()) - 1;
    double error = found.meanWeight() * Math.sqrt(Math.max(0, variance) / found.decisions());
    double missing = Math.abs(found.meanWeight() - (1 - found.unsupported()));
    return missing > Math.max(NOTICED, MOST_STANDARD_ERRORS * error);
  }
}
