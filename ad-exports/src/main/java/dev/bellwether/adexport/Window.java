package dev.bellwether.adexport;

import java.time.LocalDate;
import java.time.LocalDateTime;

/**
 * A half-open stretch of the account's local time.
 *
 * @param start local, without offset
 * @param end exclusive; after the start
 */
public record Window(LocalDateTime start, LocalDateTime end) {

  static Window ofDay(LocalDate day) {
    return ofDays(day, day);
  }

  /**
   * @param last inclusive
   */
  static Window ofDays(LocalDate first, LocalDate last) {
    return new Window(first.atStartOfDay(), last.plusDays(1).atStartOfDay());
  }

  static Window ofHour(LocalDate day, int hour) {
    return new Window(day.atTime(hour, 0), day.atTime(hour, 0).plusHours(1));
  }

  boolean isLongerThanADay() {
    return end.isAfter(start.plusDays(1));
  }
}
