package dev.bellwether.campaign.response;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.hipparchus.random.RandomDataGenerator;

/**
 * All that is known of one response curve after its figures were seen: a mixture of curves, each
 * with a probability. What is planned on is their {@link ExpectedCurve expectation}.
 */
public final class PosteriorCurve implements Curve {

  /** Mid-points of eleven equal shares of the standard normal. */
  private static final double[] NORMAL_NODES = {
    -1.6906, -1.0968, -0.7479, -0.4728, -0.2299, 0, 0.2299, 0.4728, 0.7479, 1.0968, 1.6906
  };

  static final double NEGLIGIBLE = 1e-5;

  /**
   * From this probability on a curve is taken to be S-shaped. Below it the S-shapes are left out of
   * the expectation, as nearly every one is possible while little is known; draws have them.
   */
  private static final double BELIEVED = 0.3;

  private final List<Component> possible;
  private final ExpectedCurve expected;

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

  private PosteriorCurve(List<Component> possible, ExpectedCurve expected) {
    this.possible = possible;
    this.expected = expected;
  }

  static PosteriorCurve of(List<Component> all) {
    double sShaped = 0;
    double whole = 0;
    for (Component c : all) {
      whole += c.weight();
      sShaped += c.form().concave() ? 0 : c.weight();
    }
    double sum = whole;
    List<Component> possible =
        all.stream()
            .filter(c -> c.weight() > NEGLIGIBLE * sum)
            .map(c -> new Component(c.weight() / sum, c.form(), c.halfSpend(), c.shape(), c.rate()))
            .toList();
    return new PosteriorCurve(possible, ExpectedCurve.of(possible, sShaped > BELIEVED * whole));
  }

  @Override
  public double at(double spend) {
    return expected.at(spend);
  }

  @Override
  public double slope(double spend) {
    return expected.slope(spend);
  }

  @Override
  public double inflection() {
    return expected.inflection();
  }

  @Override
  public boolean convexBelowInflection() {
    return true;
  }

  /**
   * How uncertain {@link #at} is: the variance of the expected return, without the noise of a
   * single day.
   */
  public double varianceAt(double spend) {
    double mean = at(spend);
    double sum = 0;
    for (Component c : possible) {
      double value = c.efficiency() * c.form().at(spend, c.halfSpend());
      sum += c.weight() * (value * value / c.shape() + (value - mean) * (value - mean));
    }
    return sum;
  }

  /** The expected return at {@code spend} with its 90 % interval; a single day scatters more. */
  public Estimate estimate(double spend) {
    record Node(double value, double weight) {}
    int each = NORMAL_NODES.length;
    Node[] nodes = new Node[possible.size() * each];
    for (int i = 0; i < possible.size(); i++) {
      Component c = possible.get(i);
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
            .toList(),
        expected.times(factor));
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
    for (Component c : possible) {
      log += c.weight() * Math.log(c.halfSpend());
    }
    return Math.exp(log);
  }

  /** The form that explains the figures best. */
  public Saturation likeliestForm() {
    double[] weights = new double[Saturation.values().length];
    for (Component c : possible) {
      weights[c.form().ordinal()] += c.weight();
    }
    int best = 0;
    for (int i = 1; i < weights.length; i++) {
      best = weights[i] > weights[best] ? i : best;
    }
    return Saturation.values()[best];
  }
}
