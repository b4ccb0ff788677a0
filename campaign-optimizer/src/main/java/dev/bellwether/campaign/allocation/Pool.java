package dev.bellwether.campaign.allocation;

import dev.bellwether.campaign.response.Curve;

/**
 * The lines as columns of numbers, by place in the {@link Tree}, spends in units of currency. Each
 * line is seen through its concave envelope: the straight chord from its least to where a tangent
 * touches its curve, and the curve itself from there on; a concave curve is its own envelope. A
 * curve that is neither concave nor S-shaped gets a straight line that it stays below.
 */
final class Pool {

  /** No finite curve is steeper; keeps an endless slope at zero spend out of the arithmetic. */
  private static final double STEEPEST = 1e300;

  final Curve[] curve;

  /** Where the chord begins and ends; equal where there is none. */
  final double[] base;

  final double[] touch;
  final double[] chord;

  /** The most that a line may spend whatever its groups say. */
  final double[] ceiling;

  /** The bounds now, as groups have narrowed them, with the envelope's slopes there. */
  final double[] low;

  final double[] high;
  final double[] top;
  final double[] bottom;

  /** The spends, as the last filling left them. */
  final double[] spend;

  private Pool(int n) {
    curve = new Curve[n];
    base = new double[n];
    touch = new double[n];
    chord = new double[n];
    ceiling = new double[n];
    low = new double[n];
    high = new double[n];
    top = new double[n];
    bottom = new double[n];
    spend = new double[n];
  }

  /**
   * @param highest the most the whole budget can be, in units
   * @throws IllegalArgumentException when a curve's figures are not numbers
   */
  static Pool of(Tree tree, double highest) {
    Pool pool = new Pool(tree.size());
    for (int i = 0; i < tree.size(); i++) {
      Line line = tree.lineAt(i);
      double low = tree.low[i] / Line.MICROS;
      pool.curve[i] = line.curve();
      double high = Math.max(low, Math.min(tree.high[i] / Line.MICROS, highest));
      check(line, low);
      check(line, high);
      if (line.curve().at(high) < line.curve().at(low)) {
        throw new IllegalArgumentException("the curve of line " + line.name() + " falls");
      }
      pool.take(pool.piece(i, low, high));
    }
    return pool;
  }

  private static void check(Line line, double spend) {
    double value = line.curve().at(spend);
    double slope = line.curve().slope(spend);
    if (!(slope >= 0) || !Double.isFinite(value) || !(line.curve().inflection() >= 0)) {
      throw new IllegalArgumentException(
          "the curve of line %s gives no figures to plan with: value %s and slope %s at a spend of %s, inflection %s"
              .formatted(line.name(), value, slope, spend, line.curve().inflection()));
    }
  }

  int size() {
    return curve.length;
  }

  /** The part of a line's curve from one spend to another, and its envelope there. */
  record Piece(
      int place,
      double from,
      double until,
      double touch,
      double chord,
      double top,
      double bottom) {}

  Piece piece(int i, double from, double until) {
    Curve of = curve[i];
    double touches = of.tangent(from, until);
    if (touches <= from) {
      double first = Math.min(STEEPEST, of.slope(from));
      double last = until > from ? Math.min(STEEPEST, of.slope(until)) : first;
      return new Piece(i, from, until, from, STEEPEST, first, last);
    }
    double straight = (of.at(touches) - of.at(from)) / (touches - from);
    if (!of.convexBelowInflection() && Rough.above(of, from, touches, straight)) {
      double steepest = Math.min(STEEPEST, Rough.steepest(of, from, until));
      return new Piece(i, from, until, until, steepest, steepest, steepest);
    }
    double last = touches < until ? Math.min(straight, of.slope(until)) : straight;
    return new Piece(i, from, until, touches, straight, straight, last);
  }

  /** Sees a line as only that piece of its curve. */
  void take(Piece piece) {
    int i = piece.place();
    base[i] = piece.from();
    touch[i] = piece.touch();
    chord[i] = piece.chord();
    ceiling[i] = piece.until();
    low[i] = piece.from();
    high[i] = piece.until();
    top[i] = piece.top();
    bottom[i] = piece.bottom();
    spend[i] = Math.clamp(spend[i], low[i], high[i]);
  }

  boolean hasChords() {
    for (int i = 0; i < size(); i++) {
      if (touch[i] > base[i]) {
        return true;
      }
    }
    return false;
  }

  Pool copy() {
    Pool copy = new Pool(size());
    System.arraycopy(curve, 0, copy.curve, 0, size());
    copy.restore(this);
    return copy;
  }

  /** Sees all lines as another pool of the same lines does. */
  void restore(Pool from) {
    int n = size();
    System.arraycopy(from.base, 0, base, 0, n);
    System.arraycopy(from.touch, 0, touch, 0, n);
    System.arraycopy(from.chord, 0, chord, 0, n);
    System.arraycopy(from.ceiling, 0, ceiling, 0, n);
    System.arraycopy(from.low, 0, low, 0, n);
    System.arraycopy(from.high, 0, high, 0, n);
    System.arraycopy(from.top, 0, top, 0, n);
    System.arraycopy(from.bottom, 0, bottom, 0, n);
    System.arraycopy(from.spend, 0, spend, 0, n);
  }

  /** Narrows a line's bounds; its envelope stays. */
  void atMost(int i, double most) {
    high[i] = Math.max(low[i], most);
    bottom[i] = steepness(i, high[i]);
  }

  /** Narrows a line's bounds; its envelope stays. */
  void atLeast(int i, double least) {
    low[i] = Math.min(high[i], least);
    top[i] = steepness(i, low[i]);
  }

  /** The envelope's slope to the right of a spend; where a chord ends, that of the chord. */
  private double steepness(int i, double at) {
    boolean onChord = touch[i] > base[i] && (at < touch[i] || at >= high[i] && at <= touch[i]);
    return onChord ? chord[i] : Math.min(STEEPEST, curve[i].slope(at));
  }

  /** What the envelope brings at a spend within the bounds. */
  double envelope(int i, double at) {
    return at > base[i] && at <= touch[i]
        ? curve[i].at(base[i]) + chord[i] * (at - base[i])
        : curve[i].at(at);
  }

  /** Within the bounds, the least spend that is best at a price. */
  double demand(int i, double price, double guess) {
    if (price >= top[i]) {
      return low[i];
    }
    if (price <= bottom[i]) {
      return high[i];
    }
    double from = Math.max(low[i], touch[i]);
    return Math.clamp(curve[i].spendAt(price, from, high[i], guess), from, high[i]);
  }

  /** The least spend that is best at a price, whatever its groups say. */
  double best(int i, double price, double guess) {
    boolean chorded = touch[i] > base[i];
    if (chorded && price >= chord[i]) {
      return base[i];
    }
    double from = chorded ? touch[i] : base[i];
    return Math.clamp(curve[i].spendAt(price, from, ceiling[i], guess), from, ceiling[i]);
  }

  /** How far the demand jumps when the price falls below the steepest slope: along a straight. */
  double straight(int i) {
    if (touch[i] > low[i]) {
      return Math.min(touch[i], high[i]) - low[i];
    }
    return top[i] == bottom[i] ? high[i] - low[i] : 0;
  }
}
