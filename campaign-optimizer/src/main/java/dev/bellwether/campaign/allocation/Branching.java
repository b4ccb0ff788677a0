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

  private final Pool pool;
  private final Pool whole;
  private final Watering watering;
  private final double total;

  private final PriorityQueue<Node> open =
      new PriorityQueue<>((one, other) -> Double.compare(other.promise, one.promise));

  /** The best split so far: its spends, the prices in each group, and what it brings. */
  final double[] spend;

  double[] inside;
  double value = Double.NEGATIVE_INFINITY;

  /** No split brings more. */
  double bound;

  /** The most that was promised by a part that is done with. */
  private double closed;

  private int place;
  private double price;

  /** A part of the problem: what it differs in from its parent. */
  private record Node(Node parent, Pool.Piece piece, double promise, double guess) {}

  Branching(Pool pool, Watering watering, double total) {
    this.pool = pool;
    this.watering = watering;
    this.total = total;
    whole = pool.copy();
    spend = new double[pool.size()];
  }

  /** The pool must be whole and not narrowed; it is so again afterwards. */
  void search() {
    long rounds = Math.max(FEWEST_ROUNDS, WORK / pool.size());
    double promise = promise(null, 0);
    bound = promise;
    if (place >= 0) {
      branch(new Node(null, null, promise, price));
    }
    while (!open.isEmpty() && --rounds > 0) {
      Node node = open.poll();
      bound = Math.max(closed, node.promise);
      if (bound <= value * (1 + PROVEN)) {
        open.clear();
        break;
      }
      double now = Math.min(node.promise, promise(node, node.guess));
      if (now <= value * (1 + PROVEN)) {
        closed = Math.max(closed, Math.min(now, value * (1 + PROVEN)));
      } else {
        branch(new Node(node.parent, node.piece, now, price));
      }
    }
    bound = Math.max(value, Math.max(closed, open.isEmpty() ? 0 : open.peek().promise));
    pool.restore(whole);
  }

  /**
   * What the envelopes bring in a node; compares its split with the best, and chooses the place to
   * cut: -1 where there is none.
   */
  private double promise(Node node, double guess) {
    pool.restore(whole);
    load(node);
    place = -1;
    if (!watering.narrow() || !watering.reaches(total)) {
      return Double.NEGATIVE_INFINITY;
    }
    price = watering.fill(total, guess);
    double promised = 0;
    double brought = 0;
    double widest = 0;
    for (int i = 0; i < pool.size(); i++) {
      double at = pool.curve[i].at(pool.spend[i]);
      double over = 0;
      if (pool.spend[i] > pool.base[i] && pool.spend[i] < pool.touch[i]) {
        over = Math.max(0, pool.envelope(i, pool.spend[i]) - at);
      }
      brought += at;
      promised += at + over;
      if (over > widest) {
        widest = over;
        place = i;
      }
    }
    if (brought > value) {
      value = brought;
      inside = watering.prices(price);
      System.arraycopy(pool.spend, 0, spend, 0, spend.length);
    }
    return promised;
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
    if (!(cut > low && cut < high)) {
      closed = Math.max(closed, node.promise);
    } else {
      open.add(new Node(node, pool.piece(place, low, cut), node.promise, node.guess));
      open.add(new Node(node, pool.piece(place, cut, high), node.promise, node.guess));
    }
  }
}
