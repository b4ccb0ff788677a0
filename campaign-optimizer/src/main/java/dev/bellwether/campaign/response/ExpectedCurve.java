package dev.bellwether.campaign.response;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The expectation of an uncertain curve: of concave curves their mean, which is concave; where an
 * S-shape is believed in, the likeliest S-shape, as a mean of S-shapes is neither and could not be
 * planned on exactly.
 */
final class ExpectedCurve implements Curve {

  /** What weighs less changes nothing that could be seen. */
  private static final double NEGLIGIBLE = 1e-4;

  private final Saturation[] forms;
  private final double[] halfSpends;
  private final double[] efficiencies;
  private final double inflection;

  private record Node(Saturation form, double halfSpend) {}

  /** Of one node, summed over memories. */
  private record Mass(double weight, double efficiency) {

    Mass plus(Mass other) {
      return new Mass(weight + other.weight, efficiency + other.efficiency);
    }
  }

  private ExpectedCurve(Saturation[] forms, double[] halfSpends, double[] efficiencies) {
    this.forms = forms;
    this.halfSpends = halfSpends;
    this.efficiencies = efficiencies;
    inflection = forms.length == 1 ? forms[0].inflection(halfSpends[0]) : 0;
  }

  /**
   * @param sShaped whether an S-shape is believed in; if not, S-shapes are left out
   */
  static ExpectedCurve of(List<PosteriorCurve.Component> possible, boolean sShaped) {
    Map<Node, Mass> nodes = new LinkedHashMap<>();
    double whole = 0;
    for (PosteriorCurve.Component c : possible) {
      if (c.form().concave() != sShaped) {
        var mass = new Mass(c.weight(), c.weight() * c.efficiency());
        nodes.merge(new Node(c.form(), c.halfSpend()), mass, Mass::plus);
        whole += c.weight();
      }
    }
    List<Map.Entry<Node, Mass>> kept = new ArrayList<>();
    for (var entry : nodes.entrySet()) {
      if (sShaped
          && (kept.isEmpty() || entry.getValue().weight() > kept.getFirst().getValue().weight())) {
        kept.clear();
      }
      if (sShaped ? kept.isEmpty() : entry.getValue().weight() > NEGLIGIBLE * whole) {
        kept.add(entry);
      }
    }
    double total = kept.stream().mapToDouble(e -> e.getValue().weight()).sum();
    return new ExpectedCurve(
        kept.stream().map(e -> e.getKey().form()).toArray(Saturation[]::new),
        kept.stream().mapToDouble(e -> e.getKey().halfSpend()).toArray(),
        kept.stream().mapToDouble(e -> e.getValue().efficiency() / total).toArray());
  }

  ExpectedCurve times(double factor) {
    double[] scaled = efficiencies.clone();
    for (int k = 0; k < scaled.length; k++) {
      scaled[k] *= factor;
    }
    return new ExpectedCurve(forms, halfSpends, scaled);
  }

  @Override
  public double at(double spend) {
    double sum = 0;
    for (int k = 0; k < forms.length; k++) {
      sum += efficiencies[k] * forms[k].at(spend, halfSpends[k]);
    }
    return sum;
  }

  @Override
  public double slope(double spend) {
    double sum = 0;
    for (int k = 0; k < forms.length; k++) {
      sum += efficiencies[k] * forms[k].slope(spend, halfSpends[k]);
    }
    return sum;
  }

  @Override
  public double inflection() {
    return inflection;
  }

  @Override
  public boolean convexBelowInflection() {
    return true;
  }
}
