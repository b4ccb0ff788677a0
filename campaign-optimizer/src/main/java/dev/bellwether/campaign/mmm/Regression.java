package dev.bellwether.campaign.mmm;

import java.util.random.RandomGenerator;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.CholeskyDecomposition;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.RealVector;

/** A linear regression with normal noise and independent normal priors around zero. */
final class Regression {

  private Regression() {}

  /**
   * A draw of the coefficients' posterior.
   *
   * @param products the columns' products with each other
   * @param moments the columns' products with what is to be explained
   * @param noise variance
   * @param precisions of the priors
   */
  static double[] draw(
      double[][] products,
      double[] moments,
      double noise,
      double[] precisions,
      RandomGenerator random) {
    CholeskyDecomposition precision = decomposed(products, noise, precisions);
    RealVector mean = precision.getSolver().solve(new ArrayRealVector(moments).mapDivide(noise));
    RealVector scatter = new ArrayRealVector(moments.length);
    for (int i = 0; i < moments.length; i++) {
      scatter.setEntry(i, random.nextGaussian());
    }
    MatrixUtils.solveUpperTriangularSystem(precision.getLT(), scatter);
    return mean.add(scatter).toArray();
  }

  /** The posterior's mean, which is ridge regression. */
  static double[] mean(double[][] products, double[] moments, double noise, double[] precisions) {
    return decomposed(products, noise, precisions)
        .getSolver()
        .solve(new ArrayRealVector(moments).mapDivide(noise))
        .toArray();
  }

  private static CholeskyDecomposition decomposed(
      double[][] products, double noise, double[] precisions) {
    RealMatrix matrix = new Array2DRowRealMatrix(products).scalarMultiply(1 / noise);
    for (int i = 0; i < precisions.length; i++) {
      matrix.addToEntry(i, i, precisions[i]);
    }
    return new CholeskyDecomposition(matrix, 1e-9, 1e-14);
  }
}
