package dev.bellwether.campaign.mmm;

/**
 * One draw of the posterior.
 *
 * @param common coefficients of the baseline's columns
 * @param own by geo: what its level and its controls' coefficients differ by
 * @param nodes by medium: the shape of its response
 * @param effects by medium and geo: the share of the outcome it brought over the training part
 * @param noise variance
 * @param wander variance of the level's step from one knot to the next
 */
record Draw(
    double[] common, double[][] own, int[] nodes, double[][] effects, double noise, double wander) {

  /** The expected outcome [geo][time], in the problem's units. */
  double[][] expected(MixProblem problem) {
    double[][] expected = baseline(problem);
    for (int m = 0; m < nodes.length; m++) {
      double[][] column = problem.grids().get(m).column(nodes[m]);
      for (int g = 0; g < expected.length; g++) {
        for (int t = 0; t < expected[g].length; t++) {
          expected[g][t] += effects[m][g] * column[g][t];
        }
      }
    }
    return expected;
  }

  private double[][] baseline(MixProblem problem) {
    Baseline baseline = problem.baseline();
    double[][] expected = new double[problem.geos()][problem.times()];
    int control = 0;
    for (int i = 0; i < common.length; i++) {
      double[][] column = baseline.column(i);
      boolean varies = baseline.kind(i) == Baseline.Kind.CONTROL;
      control += varies ? 1 : 0;
      for (int g = 0; g < expected.length; g++) {
        double more = varies ? own[g][control] : i == 0 ? own[g][0] : 0;
        for (int t = 0; t < expected[g].length; t++) {
          expected[g][t] += (common[i] + more) * column[g][t];
        }
      }
    }
    return expected;
  }
}
