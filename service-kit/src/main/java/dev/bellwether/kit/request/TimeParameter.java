package dev.bellwether.kit.request;

import dev.bellwether.kit.problem.ProblemException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;

/** A parameter that is a moment, such as {@code from} or {@code to}. */
public final class TimeParameter {

  // What lies outside, the database could not compare with
  private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
  private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

  private TimeParameter() {}

  /**
   * @param name the parameter's
   * @param text a time with an offset; null or blank when it was not given
   * @return null when it was not given
   * @throws ProblemException 400 naming the parameter when it does not read
   */
  public static Instant parse(String name, String text) {
    if (text == null || text.isBlank()) {
      return null;
    }
    try {
      Instant time = OffsetDateTime.parse(text.strip()).toInstant();
      if (time.isBefore(EARLIEST) || time.isAfter(LATEST)) {
        throw ProblemException.badRequest(name, name + " must lie in the years 1 to 9999.");
      }
      return time;
    } catch (DateTimeException e) {
      throw ProblemException.badRequest(
          name,
          name
              + " must be a time with an offset such as 2026-11-21T09:30:00Z (a plus sign is written %2B).");
    }
  }

  /**
   * @throws ProblemException 400 when {@code to} does not lie after {@code from}; either may be
   *     null
   */
  public static void checkOrder(Instant from, Instant to) {
    if (from != null && to != null && !from.isBefore(to)) {
      throw ProblemException.badRequest("to", "to must lie after from.");
    }
  }
}
