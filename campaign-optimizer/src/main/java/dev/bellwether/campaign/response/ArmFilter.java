package dev.bellwether.campaign.response;

import java.util.Comparator;
import java.util.Iterator;
import java.util.TreeMap;

/**
 * What one ad set's figures say of its curve, kept so that each further day costs the same.
 *
 * <p>A dynamic Poisson model (West, Harrison and Migon, JASA 1985) for every curve of the grid: the
 * efficiency is gamma-distributed, and what was learned of it is discounted day by day, so that it
 * may drift. The curves are weighed against each other by how well each foretold the next day's
 * outcome, and old foretelling counts less too (dynamic model averaging: Raftery, Kárný and Ettler,
 * Technometrics 2010).
 *
 * <p>Days that may still be restated wait; only settled ones enter the sums for good.
 */
final class ArmFilter {

  private static final long NEVER = Long.MIN_VALUE;

  private final double scale;
  private final double carryOver;
  private final Knowledge settled;
  private final TreeMap<Window, Day> recent = new TreeMap<>();
  private long settledDay = NEVER;
  private double settledStock;

  /** A day, or several days whose figures came as one; {@code day} is an epoch day. */
  private record Window(long day, int days) implements Comparable<Window> {
    private static final Comparator<Window> ORDER =
        Comparator.comparingLong(Window::day).thenComparingInt(Window::days);

    @Override
    public int compareTo(Window other) {
      return ORDER.compare(this, other);
    }
  }

  /**
   * @param stock mean daily spend as it is felt: with what is carried over from the days before
   * @param exposure by node of the grid: saturated stock, of all of its days
   */
  record Day(long day, int days, double spend, double outcome, double stock, double[] exposure) {}

  /** What else than the curve decides what a day brought. */
  interface Circumstances {

    /** Nothing does. */
    Circumstances PLAIN =
        new Circumstances() {
          @Override
          public double factor(long day, int days) {
            return 1;
          }

          @Override
          public double outcome(Day day) {
            return day.outcome();
          }
        };

    /** The share of a mean day's final outcome that is to be expected of it by now. */
    double factor(long day, int days);

    /** The day's outcome, or as much of it as can be believed. */
    double outcome(Day day);
  }

  /** Is shown days. */
  interface Visitor {
    void visit(Day day);
  }

  /**
   * @param scale a day's spend that the grid is laid around, above zero
   * @param carryOver share of a day's spend that is felt on the next day; in [0, 1)
   */
  ArmFilter(double scale, double carryOver, Memory memory) {
    this.scale = scale;
    this.carryOver = carryOver;
    settled = new Knowledge(memory);
  }

  double scale() {
    return scale;
  }

  /**
   * Puts a day's figures in the place of what was known of that day.
   *
   * @return false where the day has entered the sums for good
   */
  boolean put(long day, int days, double spend, double outcome) {
    if (settledDay != NEVER && day <= settledDay) {
      return false;
    }
    var window = new Window(day, days);
    Day before = recent.get(window);
    if (before != null && before.spend() == spend) {
      recent.put(window, new Day(day, days, spend, outcome, before.stock(), before.exposure()));
      return true;
    }
    recent.put(window, new Day(day, days, spend, outcome, Double.NaN, null));
    stockUp();
    return true;
  }

  /** Geometric adstock (Broadbent 1979), scaled so that a steady spend is its own stock. */
  private void stockUp() {
    double stock = settledStock;
    boolean first = settledDay == NEVER;
    for (var entry : recent.entrySet()) {
      Day day = entry.getValue();
      double spend = day.spend() / day.days();
      stock = first || day.days() > 1 ? spend : (1 - carryOver) * spend + carryOver * stock;
      first = false;
      if (stock != day.stock()) {
        entry.setValue(
            new Day(
                day.day(), day.days(), day.spend(), day.outcome(), stock, exposure(day, stock)));
      }
    }
  }

  private double[] exposure(Day day, double stock) {
    double[] exposure = new double[Grid.SIZE];
    if (stock > 0) {
      for (int k = 0; k < exposure.length; k++) {
        exposure[k] = day.days() * Grid.form(k).at(stock, Grid.halfSpend(k) * scale);
      }
    }
    return exposure;
  }

  /** Lets days before {@code first} enter the sums for good, and shows each. */
  void settle(
      long first, Circumstances circumstances, Prior prior, double dispersion, Visitor visitor) {
    for (Iterator<Day> days = recent.values().iterator(); days.hasNext(); ) {
      Day day = days.next();
      if (day.day() + day.days() > first) {
        return;
      }
      advance(settled, settledDay, day, circumstances, prior, dispersion);
      settledDay = day.day();
      settledStock = day.stock();
      visitor.visit(day);
      days.remove();
    }
  }

  /** All that is known by {@code today}, recent days included. */
  Knowledge at(long today, Circumstances circumstances, Prior prior, double dispersion) {
    Knowledge now = settled.copy();
    long last = settledDay;
    for (Day day : recent.values()) {
      advance(now, last, day, circumstances, prior, dispersion);
      last = day.day();
    }
    if (last != NEVER && today > last) {
      now.forget(today - last);
    }
    return now;
  }

  private static void advance(
      Knowledge knowledge,
      long last,
      Day day,
      Circumstances circumstances,
      Prior prior,
      double dispersion) {
    if (last != NEVER && day.day() > last) {
      knowledge.forget(day.day() - last);
    }
    double factor = circumstances.factor(day.day(), day.days());
    if (day.spend() > 0 && factor > 0) {
      knowledge.learn(
          circumstances.outcome(day) / dispersion, day.exposure(), factor / dispersion, prior);
    }
  }

  void showRecent(Visitor visitor) {
    recent.values().forEach(visitor::visit);
  }
}
