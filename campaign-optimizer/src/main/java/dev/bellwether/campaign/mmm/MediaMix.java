package dev.bellwether.campaign.mmm;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntConsumer;

/**
 * Fits a Bayesian media mix model with geometric carry-over and Hill saturation (Jin et al., Google
 * 2017), hierarchical over geos (Sun et al., Google 2017), by Gibbs sampling. Deterministic.
 */
public final class MediaMix {

  /** Chains that begin apart, so that it shows if they have not come together. */
  static final int CHAINS = 2;

  private static final long SEED = 7;

  private static final double CELLS = 60_000;

  private MediaMix() {}

  /**
   * How long to sample.
   *
   * @param settle sweeps a chain until draws are kept
   * @param kept draws a chain
   * @param every sweeps from one kept draw to the next
   */
  public record Effort(int settle, int kept, int every) {

    /** The more the fewer rows there are, as a sweep looks at each: some ten seconds at most. */
    public static Effort of(MediaData data) {
      double cells =
          (double) data.geos().size() * data.times().size() * Math.max(1, data.media().size());
      int every = Math.clamp(Math.round(CELLS / cells), 1, 16);
      return new Effort(Math.max(400, 125 * every), 250, every);
    }

    int sweeps() {
      return settle + kept * every;
    }
  }

  /**
   * @param train how many periods from the first are fitted; the rest is not looked at
   * @param progress is told per cents done
   * @throws IllegalArgumentException where there is nothing to explain or too little to learn from
   */
  public static MediaMixFit fit(MediaData data, int train, Effort effort, IntConsumer progress) {
    if (train < 2 * Baseline.KNOT_PERIODS) {
      throw new IllegalArgumentException(
          "%d periods to learn from are too few: at least %d are needed"
              .formatted(train, 2 * Baseline.KNOT_PERIODS));
    }
    MixProblem problem = MixProblem.of(data, train);
    var random = new SplittableRandom(SEED);
    List<List<Draw>> chains = new ArrayList<>();
    int total = CHAINS * effort.sweeps();
    int done = 0;
    for (int c = 0; c < CHAINS; c++) {
      var chain = new Chain(problem, random.split());
      List<Draw> draws = new ArrayList<>();
      for (int sweep = 0; sweep < effort.sweeps(); sweep++) {
        chain.sweep();
        if (sweep >= effort.settle() && (sweep - effort.settle()) % effort.every() == 0) {
          draws.add(chain.draw());
        }
        done++;
        if (done * 10L / total > (done - 1) * 10L / total) {
          progress.accept(done * 100 / total);
        }
      }
      chains.add(List.copyOf(draws));
    }
    return new MediaMixFit(problem, List.copyOf(chains));
  }
}
