package dev.bellwether.campaign.allocation;

import java.util.PriorityQueue;

/**
 * Finds the split of a total that is best on the curves themselves where some are S-shaped, and
 * proves it, by branch and bound (Falk and Soland, An algorithm for separable nonconvex programming
 * problems, 1969). On the envelopes few lines stand on a chord, where the envelope promises more
 * than the curve brings. Such a line is cut in two, at the inflection or where it stands: below and
 * above, each with the envelope of its half. Every half's promise bounds what can be had in it, and
 * what the curves bring at its spends is a split to compare with.
 */
final class Branching {

  /** Proven optimal: nothing can bring more than this share above what was found. */
  static final double PROVEN = 1e-7;

  /** Fillings of one line each: what a proof may cost. */
  private static final long WORK = 400_000;

  private static final int FEWEST_ROUNDS = 8;
  private static final int MOST_ROUNDS = 4000;

  private final Pool pool;
  private final Watering watering;
  private final Relaxation relaxation;

  /** The pool with all of every curve; null where no curve has a chord. */
  private final Pool whole;

  private final PriorityQueue<Node> open =
      new PriorityQueue<>((one, other) -> Double.compare(other.promise, one.promise));

  /** The best split so far: its spends, the prices in each group, and its score. */
  final double[] spend;

  double[] inside;
  double score = Double.NEGATIVE_INFINITY;

  /** No split scores more; minus infinity where none meets the objective. */
  double bound;

  /** The most that was promised by a part that is done with. */
  private double closed = Double.NEGATIVE_INFINITY;

  private int place;
  private double price;

  /** A part of the problem: what it differs in from its parent. */
  private record Node(Node parent, Pool.Piece piece, double promise, double guess) {}

  /**
   * @param whole the pool as it was before groups narrowed it, if it has chords; else null, and the
   *     pool is narrowed
   */
  Branching(Pool pool, Pool whole, Watering watering, Relaxation relaxation) {
    this.pool = pool;
    this.whole = whole;
    this.watering = watering;
    this.relaxation = relaxation;
    spend = new double[pool.size()];
  }

  /**
   * Leaves a pool with chords whole and not narrowed.
   *
   * @param guess a price to begin with; 0 for none
   */
  void search(double guess) {
    long rounds = Math.clamp(WORK / pool.size(), FEWEST_ROUNDS, MOST_ROUNDS);
    bound = promise(null, guess);
    if (place >= 0) {
      branch(new Node(null, null, bound, price));
    } else {
      closed = bound;
    }
    while (!open.isEmpty() && rounds-- > 0) {
      Node node = open.poll();
      if (proven(node.promise)) {
        closed = Math.max(closed, node.promise);
        open.clear();
        break;
      }
      double now = Math.min(node.promise, promise(node, node.guess));
      if (proven(now) || place < 0) {
        closed = Math.max(closed, now);
      } else {
        branch(new Node(node.parent, node.piece, now, price));
      }
    }
    bound = Math.max(score, Math.max(closed, open.isEmpty() ? closed : open.peek().promise));
    if (whole != null) {
      pool.restore(whole);
    }
  }

  private boolean proven(double promise) {
    return promise <= score + PROVEN * Math.abs(score);
  }

  /**
   * What the envelopes bring in a node; compares its split with the best, and chooses the place to
   * cut: -1 where there is none.
   */
  private double promise(Node node, double guess) {
    if (whole != null) {
      pool.restore(whole);
      load(node);
    }
    place = -1;
    if (whole != null && !watering.narrow()) {
      return Double.NEGATIVE_INFINITY;
    }
    price = relaxation.fill(watering, guess);
    if (Double.isNaN(price)) {
      return Double.NEGATIVE_INFINITY;
    }
    double promised = 0;
    double brought = 0;
    double spent = 0;
    double widest = 0;
    for (int i = 0; i < pool.size(); i++) {
      double at = pool.curve[i].at(pool.spend[i]);
      double over = 0;
      if (pool.spend[i] > pool.base[i] && pool.spend[i] <= pool.touch[i]) {
        over = Math.max(0, pool.envelope(i, pool.spend[i]) - at);
      }
      brought += at;
      promised += at + over;
      spent += pool.spend[i];
      if (over > widest) {
        widest = over;
        place = i;
      }
    }
    double scored = relaxation.score(brought, spent);
    if (scored > score || inside == null) {
      score = Math.max(score, scored);
      inside = watering.prices(price);
      System.arraycopy(pool.spend, 0, spend, 0, spend.length);
    }
    return relaxation.promise(promised, spent);
  }

  private void load(Node node) {
    if (node != null && node.piece != null) {
      load(node.parent);
      pool.take(node.piece);
    }
  }

  private void branch(Node node) {
    double low = pool.base[place];
    double high = pool.ceiling[place];
    double inflection = pool.curve[place].inflection();
    double cut = low < inflection && inflection < high ? inflection : pool.spend[place];
    cut = cut < high ? cut : low + (high - low) / 2;
    if (cut > low && cut < high) {
      open.add(new Node(node, pool.piece(place, low, cut), node.promise, node.guess));
      open.add(new Node(node, pool.piece(place, cut, high), node.promise, node.guess));
    } else {
      closed = Math.max(closed, node.promise);
    }
  }
}
