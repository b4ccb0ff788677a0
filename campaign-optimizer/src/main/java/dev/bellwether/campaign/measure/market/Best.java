package dev.bellwether.campaign.measure.market;

import dev.bellwether.campaign.allocation.Allocator;
import dev.bellwether.campaign.allocation.Line;
import dev.bellwether.campaign.allocation.Objective;
import dev.bellwether.campaign.allocation.Problem;
import dev.bellwether.campaign.allocation.Split;
import dev.bellwether.campaign.response.Curve;
import java.util.ArrayList;
import java.util.List;

/** The split of a day's budget that brings the most on given curves. */
final class Best {

  private static final double MICROS = 1e6;

  private Best() {}

  static double[] split(List<? extends Curve> curves, Market market) {
    long budget = Math.round(market.budget() * MICROS);
    List<Line> lines = new ArrayList<>();
    for (int i = 0; i < curves.size(); i++) {
      lines.add(new Line("" + i, curves.get(i), 0, Math.round(market.most() * MICROS)));
    }
    var problem = new Problem(lines, List.of(), budget, budget);
    var split = (Split) Allocator.solve(problem, new Objective.MostValue());
    double[] spends = new double[lines.size()];
    for (int i = 0; i < spends.length; i++) {
      spends[i] = split.micros()[i] / MICROS;
    }
    return spends;
  }
}
