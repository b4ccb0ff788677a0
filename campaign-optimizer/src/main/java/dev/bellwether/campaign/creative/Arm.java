package dev.bellwether.campaign.creative;

import java.time.LocalDate;
import java.util.List;

/**
 * An ad, or a segment, of an ad set with its figures.
 *
 * @param name unique among the arms of a comparison
 * @param days in any order
 */
public record Arm(String name, List<Day> days) {

  public Arm {
    days = List.copyOf(days);
  }

  /**
   * @param spend units of currency, zero or more
   * @param events conversions or clicks, zero or more
   */
  public record Day(LocalDate day, double spend, double events) {

    /**
     * @throws IllegalArgumentException where a figure is negative or no number
     */
    public Day {
      if (!(spend >= 0 && events >= 0 && Double.isFinite(spend) && Double.isFinite(events))) {
        throw new IllegalArgumentException("spend and events must be 0 or more");
      }
    }
  }

  double spend() {
    return days.stream().mapToDouble(Day::spend).sum();
  }

  double events() {
    return days.stream().mapToDouble(Day::events).sum();
  }
}
