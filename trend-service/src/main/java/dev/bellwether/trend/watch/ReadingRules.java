package dev.bellwether.trend.watch;

import dev.bellwether.contracts.ads.AdPerformance;
import java.time.DateTimeException;
import java.time.ZoneId;

/**
 * What must hold for a record to be counted; each throws an {@link IllegalArgumentException} that
 * names the field and does not quote it.
 */
final class ReadingRules {

  private static final int FIRST_YEAR = 1970;
  private static final int LAST_YEAR = 9999;

  private ReadingRules() {}

  static void check(AdPerformance row) {
    present("workspace", row.workspace());
    present("account", row.account());
    present("campaign", row.campaign());
    present("adSet", row.adSet());
    present("currency", row.currency());
    if (row.window() == null || row.window().timeZone() == null) {
      throw new IllegalArgumentException("window is missing or has no time zone");
    }
    int year = row.window().start().getYear();
    if (year < FIRST_YEAR || year > LAST_YEAR) {
      throw new IllegalArgumentException("window.start is too far away to be counted");
    }
    try {
      ZoneId.of(row.window().timeZone());
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("window.timeZone is no IANA name", e);
    }
    notNegative("spendMicros", row.spendMicros());
    notNegative("impressions", row.impressions());
    notNegative("clicks", row.clicks());
    notNegative("conversions", row.conversions());
  }

  private static void present(String field, String value) {
    if (value == null || value.isBlank()) {
      throw new IllegalArgumentException(field + " is missing");
    }
  }

  private static void notNegative(String field, double value) {
    if (!(value >= 0 && Double.isFinite(value))) {
      throw new IllegalArgumentException(field + " must be zero or more");
    }
  }
}
