package dev.bellwether.campaign.figures;

import dev.bellwether.contracts.ads.AdPerformance;
import java.util.Currency;

/**
 * What must hold for a row to be reckoned with. Ingest checks the same at its door; a topic has
 * more than one door.
 */
public final class FigureRules {

  private FigureRules() {}

  /**
   * Returns the row when it can be used.
   *
   * @throws IllegalArgumentException names the field that cannot, and does not quote it
   */
  public static AdPerformance checked(AdPerformance row) {
    present("workspace", row.workspace());
    present("account", row.account());
    present("campaign", row.campaign());
    present("adSet", row.adSet());
    if (row.window() == null || row.window().timeZone() == null) {
      throw new IllegalArgumentException("window is missing or has no time zone");
    }
    present("currency", row.currency());
    known(row.currency());
    notNegative("spendMicros", row.spendMicros());
    notNegative("impressions", row.impressions());
    notNegative("clicks", row.clicks());
    notNegative("conversions", row.conversions());
    notNegative("revenueMicros", row.revenueMicros() == null ? 0 : row.revenueMicros());
    return row;
  }

  private static void present(String field, String value) {
    if (value == null || value.isBlank()) {
      throw new IllegalArgumentException(field + " is missing");
    }
  }

  private static void known(String currency) {
    try {
      Currency.getInstance(currency);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("currency is not an ISO 4217 code", e);
    }
  }

  private static void notNegative(String field, double value) {
    if (!(value >= 0 && Double.isFinite(value))) {
      throw new IllegalArgumentException(field + " must be zero or more");
    }
  }
}
