package dev.bellwether.trend.api;

import dev.bellwether.trend.series.Departure;
import java.util.Locale;

/** How a departure is written in JSON: as the kinds of signals are. */
final class DepartureName {

  private DepartureName() {}

  /** Null where there is no departure. */
  static String of(Departure departure) {
    return departure == Departure.NONE
        ? null
        : departure.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
