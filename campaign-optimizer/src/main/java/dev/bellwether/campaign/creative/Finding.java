package dev.bellwether.campaign.creative;

import java.util.List;
import java.util.Locale;

/**
 * What a comparison comes to.
 *
 * @param text one sentence or two
 * @param missingEvents about how many more events it takes to tell the best two apart; null unless
 *     learning
 */
public record Finding(Kind kind, String text, Long missingEvents) {

  /** Where a comparison stands. */
  public enum Kind {
    /** One is the best. */
    WINNER,
    /** Stopping costs next to nothing, whichever is the best. */
    ALIKE,
    /** More events are needed. */
    LEARNING
  }

  /** Of one side, as 95 % sure asks for. */
  private static final double Z = 1.644854;

  private static final long MOST_MISSING = 1_000_000;

  static Finding of(List<Arm> arms, Rates rates, double[] best, double regret, String events) {
    int leader = rates.leader();
    int second = rates.ranked().get(1);
    String name = arms.get(leader).name();
    String other = arms.get(second).name();
    if (best[leader] >= Comparison.SURE) {
      return new Finding(
          Kind.WINNER,
          String.format(
              Locale.ROOT,
              "%s wins with %.0f %%: %s a unit of spend, against %s of %s.",
              name,
              Math.floor(100 * best[leader]),
              rate(rates.mean(leader)),
              rate(rates.mean(second)),
              other),
          null);
    }
    if (regret < Comparison.NO_MATTER) {
      return new Finding(
          Kind.ALIKE,
          String.format(
              Locale.ROOT,
              "%s leads with %.0f %%, and giving it everything loses %.1f %% at most on average: the best of them are alike, so stop here.",
              name,
              100 * best[leader],
              100 * regret),
          null);
    }
    long missing = missing(arms, rates, leader, second);
    String needed =
        missing >= MOST_MISSING
            ? String.format(
                Locale.ROOT, "Telling it from %s would take more than a million %s.", other, events)
            : String.format(
                Locale.ROOT,
                "It needs about %d more %s to be told from %s.",
                missing,
                events,
                other);
    return new Finding(
        Kind.LEARNING,
        String.format(Locale.ROOT, "%s leads with %.0f %%. ", name, 100 * best[leader]) + needed,
        missing);
  }

  /**
   * Events of both at equal spend until the difference of their rates, if it is what it seems, is
   * worth {@link #Z} standard errors, less those that are there; two digits.
   */
  private static long missing(List<Arm> arms, Rates rates, int leader, int second) {
    double difference = rates.mean(leader) - rates.mean(second);
    double sum = rates.mean(leader) + rates.mean(second);
    double needed = Rates.dispersion(arms) * Z * Z * sum * sum / (difference * difference);
    double there =
        2
            * Math.min(rates.spend()[leader], rates.spend()[second])
            * sum
            / 2
            * Rates.dispersion(arms);
    double missing = Math.clamp(needed - there, 1, MOST_MISSING);
    double unit = Math.pow(10, Math.max(0, Math.floor(Math.log10(missing)) - 1));
    return Math.round(Math.ceil(missing / unit) * unit);
  }

  private static String rate(double value) {
    return String.format(Locale.ROOT, value >= 0.1 ? "%.2f" : "%.4f", value);
  }
}
