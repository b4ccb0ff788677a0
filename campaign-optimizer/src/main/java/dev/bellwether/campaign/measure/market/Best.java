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
    return split(curves, market, new double[curves.size()]);
  }

  /**
   * @param floors least spends, which the budget allows; above the most of a line the most holds
   */
  static double[] split(List<? extends Curve> curves, Market market, double[] floors) {
    long budget = Math.round(market.budget() * MICROS);
    List<Line> lines = new ArrayList<>();
    for (int i = 0; i < curves.size(); i++) {
      long most = Math.round(market.most() * MICROS);
      long least = Math.min(most, (long) Math.floor(floors[i] * MICROS));
      lines.add(new Line("arm " + i, curves.get(i), least, most));
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
