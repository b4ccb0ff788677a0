package dev.bellwether.campaign.mmm;

import java.time.LocalDate;
import java.util.List;

/**
 * An outcome with what may have driven it, by geo and time. Arrays are {@code [geo][time]}.
 *
 * @param times in order and evenly spaced, as a rule weeks
 * @param geos one or more; one for a national series
 * @param population by geo, above zero; any unit
 * @param outcome what is to be explained, zero or more
 * @param worth of a unit of the outcome, in the currency of the spend; ones where the outcome is
 *     revenue
 * @param controls known causes that nobody bought
 */
public record MediaData(
    List<LocalDate> times,
    List<String> geos,
    double[] population,
    double[][] outcome,
    double[][] worth,
    List<Medium> media,
    List<Control> controls) {

  /**
   * Something that may work late and less and less.
   *
   * @param paid whether {@code amount} is spend; else it is exposure (impressions, mails) and has
   *     no return on spend
   * @param amount zero or more
   */
  public record Medium(String name, boolean paid, double[][] amount) {}

  /** A cause that works at once and in proportion. */
  public record Control(String name, double[][] values) {}

  /**
   * @throws IllegalArgumentException says in words which figure cannot be used
   */
  public MediaData {
    times = List.copyOf(times);
    geos = List.copyOf(geos);
    media = List.copyOf(media);
    controls = List.copyOf(controls);
    check("outcome", outcome, true);
    for (Medium medium : media) {
      check(medium.name(), medium.amount(), true);
    }
    for (Control control : controls) {
      check(control.name(), control.values(), false);
    }
    for (double people : population) {
      if (!(people > 0 && Double.isFinite(people))) {
        throw new IllegalArgumentException("a population is not above 0");
      }
    }
  }

  private static void check(String name, double[][] values, boolean notNegative) {
    for (double[] row : values) {
      for (double value : row) {
        if (!Double.isFinite(value)) {
          throw new IllegalArgumentException(name + " holds a value that is not a number");
        }
        if (notNegative && value < 0) {
          throw new IllegalArgumentException(name + " holds a value below 0");
        }
      }
    }
  }
}
