package dev.bellwether.campaign.response;

import java.util.Comparator;
import java.util.List;

/**
 * How much of a day's spend is felt on the next day: geometric adstock, one decay for an account.
 * Few accounts vary their spends enough to tell, so none is believed in until the figures are far
 * likelier with it.
 */
final class CarryOver {

  private static final double[] CANDIDATES = {0, 0.2, 0.4, 0.6, 0.8};

  /** Logarithm of the odds against any carry-over before figures are seen. */
  private static final double DOUBT = 3;

  /** The ad sets that tell most are enough. */
  private static final int MOST = 40;

  private CarryOver() {}

  /** The likeliest decay; 0 where the figures do not tell. */
  static double of(List<AdSetHistory> histories, double dispersion) {
    List<AdSetHistory> telling =
        histories.stream()
            .filter(h -> h.observations().size() > 2)
            .sorted(Comparator.comparingDouble(CarryOver::outcomes).reversed())
            .limit(MOST)
            .toList();
    double best = 0;
    double most = Double.NEGATIVE_INFINITY;
    for (double candidate : CANDIDATES) {
      double fit = candidate == 0 ? DOUBT : 0;
      for (AdSetHistory history : telling) {
        fit += fit(history, candidate, dispersion);
      }
      if (fit > most) {
        most = fit;
        best = candidate;
      }
    }
    return best;
  }

  private static double outcomes(AdSetHistory history) {
    return history.observations().stream().mapToDouble(Observation::outcome).sum();
  }

  /** Logarithm of the marginal likelihood of its figures, but for what is alike in all. */
  private static double fit(AdSetHistory history, double carryOver, double dispersion) {
    double scale = history.typicalSpend(1);
    var filter = new ArmFilter(scale, carryOver, Memory.OF_LIKELIHOOD);
    long last = Long.MIN_VALUE;
    double spend = 1e-6;
    double outcome = dispersion;
    for (Observation seen : history.observations()) {
      filter.put(seen.day().toEpochDay(), seen.days(), seen.spend(), seen.outcome());
      last = Math.max(last, seen.day().toEpochDay() + seen.days());
      spend += seen.spend();
      outcome += seen.outcome();
    }
    Prior prior = Prior.vague(Math.log(2 * outcome / spend));
    return filter.at(last, ArmFilter.Circumstances.PLAIN, prior, dispersion).logLikelihood();
  }
}
