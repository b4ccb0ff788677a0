package dev.bellwether.campaign.learning;

import dev.bellwether.campaign.response.Curve;
import dev.bellwether.campaign.response.DrawnCurve;
import dev.bellwether.campaign.response.PosteriorCurve;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.hipparchus.random.RandomDataGenerator;

/**
 * Splits a budget so that it earns while it learns: the mean of what would be best on several
 * curves drawn from the posterior (Thompson, Biometrika 1933), each spend then varied a little. As
 * the posterior narrows, the draws agree and the split is the one that is best by expectation.
 */
public final class ExploringSplit {

  private final ExplorationSettings settings;
  private final RandomDataGenerator random;

  /** Finds the best split within all constraints. */
  public interface Splitter {

    /** Spends by line, in units of currency. */
    double[] split(List<? extends Curve> curves);
  }

  /**
   * A line to split over.
   *
   * @param daysKnown on how many days it has spent
   */
  public record Arm(PosteriorCurve curve, double daysKnown) {}

  /**
   * @param seed the same seed gives the same split
   */
  public ExploringSplit(ExplorationSettings settings, long seed) {
    this.settings = settings;
    random = new RandomDataGenerator(seed);
  }

  /**
   * A split within the constraints of {@code splitter}.
   *
   * @param cap the most that may be spent otherwise than is best by expectation, as a share of the
   *     budget; from 0 (nothing is explored) to 1
   * @return spends by line, in units of currency
   */
  public double[] split(List<Arm> arms, double cap, Splitter splitter) {
    double[] wanted = new double[arms.size()];
    for (int draw = 0; draw < settings.draws(); draw++) {
      List<DrawnCurve> curves = new ArrayList<>();
      arms.forEach(arm -> curves.add(arm.curve().draw(random)));
      double[] best = splitter.split(curves);
      for (int i = 0; i < wanted.length; i++) {
        wanted[i] += best[i] / settings.draws();
      }
    }
    for (int i = 0; i < wanted.length; i++) {
      double variation = settings.variationAfter(arms.get(i).daysKnown());
      wanted[i] *= Math.exp(random.nextUniform(0, 1) < 0.5 ? -variation : variation);
    }
    double[] explored = splitter.split(Towards.curves(wanted));
    if (cap >= 1) {
      return explored;
    }
    double[] best = splitter.split(arms.stream().map(Arm::curve).toList());
    return mixed(best, explored, cap * Arrays.stream(best).sum());
  }

  /** As much of {@code explored} as differs from {@code best} by {@code most} at most. */
  private static double[] mixed(double[] best, double[] explored, double most) {
    double moved = 0;
    for (int i = 0; i < best.length; i++) {
      moved += Math.max(0, explored[i] - best[i]);
    }
    double share = moved <= most ? 1 : most / moved;
    double[] mixed = new double[best.length];
    for (int i = 0; i < mixed.length; i++) {
      mixed[i] = best[i] + share * (explored[i] - best[i]);
    }
    return mixed;
  }
}
