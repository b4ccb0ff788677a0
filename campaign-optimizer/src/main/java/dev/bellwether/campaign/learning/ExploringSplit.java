package dev.bellwether.campaign.learning;

import dev.bellwether.campaign.response.Curve;
import dev.bellwether.campaign.response.DrawnCurve;
import dev.bellwether.campaign.response.PosteriorCurve;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.hipparchus.random.RandomDataGenerator;

/**
 * Lets a budget learn while it earns: moves a share of it from the split that is best by
 * expectation towards the mean of what would be best on several curves drawn from the posterior
 * (Thompson, Biometrika 1933), each spend varied a little. As the posterior narrows, the draws
 * agree and little is left to move.
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
   * Raises spends above what is best by expectation, towards what draws would have. Who then splits
   * the budget with these as least spends takes the money where it is missed the least.
   *
   * @param best spends by line that are best by expectation, in units of currency
   * @param cap the most that may be spent otherwise than is best by expectation, in units of
   *     currency, zero or more
   * @return least spends by line, none below {@code best}'s by more than it is above; zero where a
   *     line is not raised. As long as nothing is varied there is a split within the constraints
   *     that keeps them all
   */
  public double[] floors(List<Arm> arms, double[] best, double cap, Splitter splitter) {
    double[] wanted = wanted(arms, best, splitter);
    double raised = 0;
    for (int i = 0; i < wanted.length; i++) {
      raised += Math.max(0, wanted[i] - best[i]);
    }
    double share = raised <= cap ? 1 : cap / raised;
    double[] floors = new double[wanted.length];
    for (int i = 0; i < floors.length; i++) {
      floors[i] = wanted[i] > best[i] ? best[i] + share * (wanted[i] - best[i]) : 0;
    }
    return floors;
  }

  /** The mean of what is best on each draw, each spend varied by chance. */
  private double[] wanted(List<Arm> arms, double[] best, Splitter splitter) {
    double[] wanted = new double[arms.size()];
    for (int draw = 0; draw < settings.draws(); draw++) {
      List<DrawnCurve> curves = new ArrayList<>();
      arms.forEach(arm -> curves.add(arm.curve().draw(random)));
      double[] drawn = splitter.split(curves);
      for (int i = 0; i < wanted.length; i++) {
        wanted[i] += drawn[i] / settings.draws();
      }
    }
    for (int i = 0; i < wanted.length; i++) {
      double variation = settings.variationAfter(arms.get(i).daysKnown());
      wanted[i] *= Math.exp(random.nextUniform(0, 1) < 0.5 ? -variation : variation);
    }
    double scale = Arrays.stream(best).sum() / Math.max(1e-9, Arrays.stream(wanted).sum());
    for (int i = 0; i < wanted.length; i++) {
      wanted[i] *= scale;
    }
    return wanted;
  }
}
