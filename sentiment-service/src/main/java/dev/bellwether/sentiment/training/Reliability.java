package dev.bellwether.sentiment.training;

import java.util.ArrayList;
import java.util.List;

/**
 * Whether a stated probability is how often the answer is right (Naeini, Cooper and Hauskrecht,
 * AAAI 2015; Guo et al., ICML 2017).
 *
 * @param bins ten of equal width, those without a post left out
 * @param ece expected calibration error, 0 to 1: the bins' distances between the two, weighted by
 *     their posts
 */
public record Reliability(List<Bin> bins, double ece) {

  private static final int BINS = 10;

  /**
   * Answers whose probability lies in one tenth.
   *
   * @param from lower end of the tenth
   * @param stated mean probability of the answers
   * @param right share of the answers that were right
   */
  public record Bin(double from, int posts, double stated, double right) {}

  public Reliability {
    bins = List.copyOf(bins);
  }

  /**
   * @param stated probability of each answer
   * @param right whether it was right
   */
  public static Reliability of(List<Double> stated, List<Boolean> right) {
    var posts = new int[BINS];
    var sums = new double[BINS];
    var hits = new int[BINS];
    for (int i = 0; i < stated.size(); i++) {
      int bin = Math.min(BINS - 1, (int) (stated.get(i) * BINS));
      posts[bin]++;
      sums[bin] += stated.get(i);
      hits[bin] += right.get(i) ? 1 : 0;
    }
    var bins = new ArrayList<Bin>();
    double ece = 0;
    for (int b = 0; b < BINS; b++) {
      if (posts[b] > 0) {
        var bin =
            new Bin((double) b / BINS, posts[b], sums[b] / posts[b], (double) hits[b] / posts[b]);
        bins.add(bin);
        ece += Math.abs(bin.stated() - bin.right()) * posts[b] / stated.size();
      }
    }
    return new Reliability(bins, ece);
  }
}
