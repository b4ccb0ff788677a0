package dev.bellwether.campaign.response;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.hipparchus.random.RandomDataGenerator;

/**
 * All that is known of one response curve after its figures were seen: a mixture of curves, each
 * with a probability. Unless its figures say that it is S-shaped, its mean is a mixture of concave
 * curves and so concave.
 */
public final class PosteriorCurve implements Curve {

  /** Mid-points of eleven equal shares of the standard normal. */
  private static final double[] NORMAL_NODES = {
    -1.6906, -1.0968, -0.7479, -0.4728, -0.2299, 0, 0.2299, 0.4728, 0.7479, 1.0968, 1.6906
  };

  static final double NEGLIGIBLE = 1e-5;

  /**
   * From this probability on a curve is taken to be S-shaped. Below it the S-shapes among the
   * possible curves are left out, as nearly every one is possible while little is known.
   */
  private static final double BELIEVED = 0.3;

  /** What draws come from: all that is possible. */
  private final List<Component> possible;

  private final List<Component> components;
  private final double inflection;

  /**
   * One possible curve: {@code efficiency · form(spend, halfSpend)} with a gamma-distributed
   * efficiency.
   *
   * @param weight its probability
   */
  record Component(double weight, Saturation form, double halfSpend, double shape, double rate) {

    double efficiency() {
      return shape / rate;
    }
  }

  PosteriorCurve(List<Component> all) {
    double sShaped = 0;
    double whole = 0;
    for (Component c : all) {
      whole += c.weight();
      sShaped += c.form().concave() ? 0 : c.weight();
    }
    boolean believed = sShaped > BELIEVED * whole;
    possible = scaled(all, whole);
    components =
        believed || sShaped == 0
            ? possible
            : scaled(all.stream().filter(c -> c.form().concave()).toList(), whole - sShaped);
    inflection =
        components.stream().mapToDouble(c -> c.form().inflection(c.halfSpend())).max().orElse(0);
  }

  private static List<Component> scaled(List<Component> all, double whole) {
    return all.stream()
        .filter(c -> c.weight() > NEGLIGIBLE * whole)
        .map(c -> new Component(c.weight() / whole, c.form(), c.halfSpend(), c.shape(), c.rate()))
        .toList();
  }

  /** Where the last of the possible curves turns concave; zero where all of them are. */
  @Override
  public double inflection() {
    return inflection;
  }

  @Override
  public double at(double spend) {
    double sum = 0;
    for (Component c : components) {
      sum += c.weight() * c.efficiency() * c.form().at(spend, c.halfSpend());
    }
    return sum;
  }

  @Override
  public double slope(double spend) {
    double sum = 0;
    for (Component c : components) {
      sum += c.weight() * c.efficiency() * c.form().slope(spend, c.halfSpend());
    }
    return sum;
  }

  /**
   * How uncertain {@link #at} is: the variance of the expected return, without the noise of a
   * single day.
   */
  public double varianceAt(double spend) {
    double mean = at(spend);
    double sum = 0;
    for (Component c : components) {
      double value = c.efficiency() * c.form().at(spend, c.halfSpend());
      sum += c.weight() * (value * value / c.shape() + (value - mean) * (value - mean));
    }
    return sum;
  }

  /** The expected return at {@code spend} with its 90 % interval; a single day scatters more. */
  public Estimate estimate(double spend) {
    record Node(double value, double weight) {}
    int each = NORMAL_NODES.length;
    Node[] nodes = new Node[components.size() * each];
    for (int i = 0; i < components.size(); i++) {
      Component c = components.get(i);
      double reached = c.form().at(spend, c.halfSpend());
      for (int k = 0; k < each; k++) {
        double efficiency = GammaQuantile.of(c.shape(), c.rate(), NORMAL_NODES[k]);
        nodes[i * each + k] = new Node(efficiency * reached, c.weight() / each);
      }
    }
    Arrays.sort(nodes, Comparator.comparingDouble(Node::value));
    double mean = at(spend);
    double low = mean;
    double high = mean;
    double passed = 0;
    for (Node node : nodes) {
      if (passed < 0.05) {
        low = node.value();
      }
      if (passed < 0.95) {
        high = node.value();
      }
      passed += node.weight();
    }
    return new Estimate(Math.min(low, mean), mean, Math.max(high, mean));
  }

  /** Sum of several curves' returns, their uncertainties taken as independent. */
  public static Estimate total(List<PosteriorCurve> curves, double[] spends) {
    double mean = 0;
    double variance = 0;
    for (int i = 0; i < spends.length; i++) {
      mean += curves.get(i).at(spends[i]);
      variance += curves.get(i).varianceAt(spends[i]);
    }
    return Estimate.ofMoments(mean, variance);
  }

  /** One of the possible curves, drawn by its probability, with an efficiency drawn too. */
  public DrawnCurve draw(RandomDataGenerator random) {
    double chance = random.nextUniform(0, 1);
    Component drawn = possible.getLast();
    for (Component c : possible) {
      chance -= c.weight();
      if (chance <= 0) {
        drawn = c;
        break;
      }
    }
    return new DrawnCurve(
        drawn.form(), random.nextGamma(drawn.shape(), 1 / drawn.rate()), drawn.halfSpend());
  }

  /** The same curve on days that bring {@code factor} times as much for the same spend. */
  public PosteriorCurve times(double factor) {
    return new PosteriorCurve(
        possible.stream()
            .map(
                c ->
                    new Component(
                        c.weight(), c.form(), c.halfSpend(), c.shape(), c.rate() / factor))
            .toList());
  }

  /** What the first unit of currency brings, at best estimate. */
  public double efficiency() {
    return slope(0);
  }

  /**
   * The spend at which a unit of currency brings half of what it would without saturation:
   * geometric mean.
   */
  public double halfEfficiencySpend() {
    double log = 0;
    for (Component c : components) {
      log += c.weight() * Math.log(c.halfSpend());
    }
    return Math.exp(log);
  }

  /** The form that explains the figures best. */
  public Saturation likeliestForm() {
    double[] weights = new double[Saturation.values().length];
    for (Component c : components) {
      weights[c.form().ordinal()] += c.weight();
    }
    int best = 0;
    for (int i = 1; i < weights.length; i++) {
      best = weights[i] > weights[best] ? i : best;
    }
    return Saturation.values()[best];
  }
}
