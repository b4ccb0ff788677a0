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
 * <p>Days that may still be restated wait in {@code recent}; only settled ones enter the sums.
 */
final class ArmFilter {

  private final double scale;
  private final Memory memory;
  private final Knowledge settled;
  private final TreeMap<Window, Day> recent = new TreeMap<>();
  private long settledDay = Long.MIN_VALUE;
  private double spent;
  private double activeDays;

  /**
   * @param day epoch day
   * @param exposure by node: saturated spend, of all of its days
   */
  private record Window(long day, int days) implements Comparable<Window> {
    private static final Comparator<Window> ORDER =
        Comparator.comparingLong(Window::day).thenComparingInt(Window::days);

    @Override
    public int compareTo(Window other) {
      return ORDER.compare(this, other);
    }
  }

  private record Day(long day, int days, double spend, double outcome, double[] exposure) {}

  /** How a day's exposure is to be read: what else than the curve decides what it brought. */
  interface Circumstances {

    /** The share of a mean day's settled outcome that {@code day} brings and is known by now. */
    double factor(long day, int days);
  }

  ArmFilter(double scale, Memory memory) {
    this.scale = scale;
    this.memory = memory;
    settled = new Knowledge(memory);
  }

  double scale() {
    return scale;
  }

  double meanSpend() {
    return activeDays > 0 ? spent / activeDays : scale;
  }

  /**
   * Puts a day's figures in the place of what was known of that day.
   *
   * @return false where the day has entered the sums for good
   */
  boolean put(long day, int days, double spend, double outcome) {
    if (day <= settledDay) {
      return false;
    }
    var window = new Window(day, days);
    Day before = recent.get(window);
    if (before != null && before.spend() == spend) {
      recent.put(window, new Day(day, days, spend, outcome, before.exposure()));
      return true;
    }
    double[] exposure = new double[Grid.SIZE];
    if (spend > 0) {
      for (int k = 0; k < exposure.length; k++) {
        exposure[k] = days * Grid.form(k).at(spend / days, Grid.halfSpend(k) * scale);
      }
    }
    recent.put(window, new Day(day, days, spend, outcome, exposure));
    return true;
  }

  /** Lets days before {@code first} enter the sums for good, and passes them on. */
  void settle(
      long first, Circumstances circumstances, Prior prior, double dispersion, DayVisitor visitor) {
    for (Iterator<Day> days = recent.values().iterator(); days.hasNext(); ) {
      Day day = days.next();
      if (day.day() < first) {
        advance(settled, settledDay, day, circumstances, prior, dispersion);
        settledDay = Math.max(settledDay, day.day());
        visitor.visit(day.day(), day.days(), day.spend(), day.outcome(), day.exposure());
        spent = memory.form() * spent + day.spend();
        activeDays = memory.form() * activeDays + (day.spend() > 0 ? day.days() : 0);
        days.remove();
      }
    }
  }

  /** All that is known by {@code today}, recent days included. */
  Knowledge at(long today, Circumstances circumstances, Prior prior, double dispersion) {
    Knowledge now = settled.copy();
    long last = settledDay;
    for (Day day : recent.values()) {
      advance(now, last, day, circumstances, prior, dispersion);
      last = Math.max(last, day.day());
    }
    if (last != Long.MIN_VALUE && today > last) {
      now.forget(today - last);
    }
    return now;
  }

  private void advance(
      Knowledge knowledge,
      long last,
      Day day,
      Circumstances circumstances,
      Prior prior,
      double dispersion) {
    if (last != Long.MIN_VALUE && day.day() > last) {
      knowledge.forget(day.day() - last);
    }
    double factor = circumstances.factor(day.day(), day.days());
    if (day.spend() > 0 && factor > 0) {
      knowledge.learn(day.outcome() / dispersion, day.exposure(), factor / dispersion, prior);
    }
  }

  void forEachRecent(DayVisitor visitor) {
    for (Day day : recent.values()) {
      visitor.visit(day.day(), day.days(), day.spend(), day.outcome(), day.exposure());
    }
  }

  interface DayVisitor {
    void visit(long day, int days, double spend, double outcome, double[] exposure);
  }
}
