package dev.bellwether.campaign.measure.allocate;

import dev.bellwether.campaign.allocation.Line;
import dev.bellwether.campaign.allocation.Problem;
import java.util.Arrays;
import org.hipparchus.exception.MathRuntimeException;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.DiagonalMatrix;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.RealVector;
import org.hipparchus.optim.InitialGuess;
import org.hipparchus.optim.MaxEval;
import org.hipparchus.optim.MaxIter;
import org.hipparchus.optim.nonlinear.scalar.ObjectiveFunction;
import org.hipparchus.optim.nonlinear.vector.constrained.LinearEqualityConstraint;
import org.hipparchus.optim.nonlinear.vector.constrained.LinearInequalityConstraint;
import org.hipparchus.optim.nonlinear.vector.constrained.SQPOptimizerS;
import org.hipparchus.optim.nonlinear.vector.constrained.TwiceDifferentiableFunction;

/**
 * A general solver on the same problem, as the field's tools use one: sequential quadratic
 * programming after Schittkowski with analytic gradients, from a start that is proportional to the
 * maxima. Spends and values are scaled to about 1 for it.
 */
final class SqpPeer {

  /** Above, its eigenvalues often do not converge, and it stays at the start. */
  static final int LARGEST = 20;

  private static final double MICROS = 1e6;
  private static final int EVALUATIONS = 100_000;
  private static final int ITERATIONS = 500;

  private SqpPeer() {}

  /**
   * What its best split brings. It often stops on a matrix that rounding has left unsymmetric, so
   * the best point it looked at counts, put back within the bounds.
   */
  static double value(Problem problem) {
    int n = problem.lines().size();
    double budget = problem.mostMicros() / MICROS;
    double unit = budget / n;
    double[] most = problem.lines().stream().mapToDouble(l -> l.highMicros() / MICROS).toArray();
    double room = Arrays.stream(most).sum();
    double[] start = Arrays.stream(most).map(high -> high * budget / room / unit).toArray();
    var loss = new Loss(problem, unit, most, value(problem, start, unit));
    double[] ones = new double[n];
    Arrays.fill(ones, 1);
    double[] bounds = new double[2 * n];
    RealMatrix sides = MatrixUtils.createRealMatrix(2 * n, n);
    for (int i = 0; i < n; i++) {
      sides.setEntry(i, i, 1);
      sides.setEntry(n + i, i, -1);
      bounds[n + i] = -most[i] / unit;
    }
    try {
      new SQPOptimizerS()
          .optimize(
              new InitialGuess(start),
              new ObjectiveFunction(loss),
              new LinearEqualityConstraint(new double[][] {ones}, new double[] {n}),
              new LinearInequalityConstraint(sides, new ArrayRealVector(bounds)),
              new MaxEval(EVALUATIONS),
              new MaxIter(ITERATIONS));
    } catch (MathRuntimeException e) {
      return loss.best;
    }
    return loss.best;
  }

  /** Within the bounds, and all of the budget spent in proportion. */
  private static double[] kept(double[] spends, double[] most, double unit, double total) {
    double[] kept = new double[spends.length];
    double sum = 0;
    double room = 0;
    for (int i = 0; i < kept.length; i++) {
      kept[i] = Math.clamp(spends[i], 0, most[i] / unit);
      sum += kept[i];
      room += most[i] / unit - kept[i];
    }
    for (int i = 0; i < kept.length; i++) {
      kept[i] +=
          sum > total
              ? kept[i] * (total / sum - 1)
              : (total - sum) * (most[i] / unit - kept[i]) / room;
    }
    return kept;
  }

  private static double value(Problem problem, double[] spends, double unit) {
    double value = 0;
    for (int i = 0; i < spends.length; i++) {
      value += problem.lines().get(i).curve().at(spends[i] * unit);
    }
    return value;
  }

  /** The value's negative, which the solver makes small. */
  private static final class Loss extends TwiceDifferentiableFunction {

    private final Problem problem;
    private final double unit;
    private final double[] most;
    private final double scale;
    private double best;

    Loss(Problem problem, double unit, double[] most, double scale) {
      this.problem = problem;
      this.unit = unit;
      this.most = most;
      this.scale = scale;
      best = scale;
    }

    @Override
    public int dim() {
      return problem.lines().size();
    }

    /** Outside the bounds, where its line search may look, as at the bound. */
    private double spend(Line line, double x) {
      return Math.clamp(x * unit, 0, line.highMicros() / MICROS);
    }

    @Override
    public double value(RealVector x) {
      double value = 0;
      for (int i = 0; i < dim(); i++) {
        Line line = problem.lines().get(i);
        value += line.curve().at(spend(line, x.getEntry(i)));
      }
      best = Math.max(best, SqpPeer.value(problem, kept(x.toArray(), most, unit, dim()), unit));
      return -value / scale;
    }

    @Override
    public RealVector gradient(RealVector x) {
      RealVector gradient = new ArrayRealVector(dim());
      for (int i = 0; i < dim(); i++) {
        Line line = problem.lines().get(i);
        gradient.setEntry(i, -line.curve().slope(spend(line, x.getEntry(i))) * unit / scale);
      }
      return gradient;
    }

    @Override
    public RealMatrix hessian(RealVector x) {
      return new DiagonalMatrix(dim());
    }
  }
}
