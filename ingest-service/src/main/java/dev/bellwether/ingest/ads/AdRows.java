package dev.bellwether.ingest.ads;

import dev.bellwether.contracts.ads.AdPerformance;
import dev.bellwether.contracts.ads.Segment;
import dev.bellwether.ingest.rows.RowFields;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Locale;

/** Reads rows of ad figures. */
final class AdRows {

  private static final int NAME = 256;

  /**
   * The row's identity is a key of the database, of which an entry of an index has at most 2,704
   * bytes; the optimizer's holds the account a second time.
   */
  private static final int KEY_BYTES = 1_500;

  private AdRows() {}

  /**
   * @throws dev.bellwether.ingest.rows.InvalidRowException at the first field that cannot be taken
   */
  static AdPerformance from(RowFields row, String workspace, LocalDate today) {
    long impressions = row.count("impressions", 0L);
    long clicks = row.count("clicks", 0L);
    if (clicks > impressions && row.optionalText("impressions") != null) {
      throw RowFields.invalid(
          "clicks",
          "clicks (" + clicks + ") exceed impressions (" + impressions + "); are they swapped?");
    }
    Long spend = row.micros("spend");
    if (spend == null) {
      throw RowFields.invalid("spend", "spend is missing");
    }
    return storable(
        new AdPerformance(
            AdPerformance.SCHEMA_VERSION,
            workspace,
            row.text("account", NAME),
            row.text("campaign", NAME),
            row.text("adSet", NAME),
            row.optionalText("ad", NAME),
            segment(row),
            AdWindows.from(row, today),
            spend,
            currency(row),
            impressions,
            clicks,
            row.amount("conversions", BigDecimal.ZERO).doubleValue(),
            row.micros("revenue")));
  }

  private static AdPerformance storable(AdPerformance figures) {
    int bytes = figures.key().encode().getBytes(StandardCharsets.UTF_8).length;
    if (bytes > KEY_BYTES) {
      throw RowFields.invalid(
          null,
          "account, campaign, adSet, ad and segment have %d bytes together; at most %d are taken, shorten them"
              .formatted(bytes, KEY_BYTES));
    }
    return figures;
  }

  private static Segment segment(RowFields row) {
    return new Segment(
        row.optionalText("age", NAME),
        row.optionalText("gender", NAME),
        row.optionalText("geo", NAME),
        row.optionalText("interest", NAME),
        row.optionalText("placement", NAME));
  }

  private static String currency(RowFields row) {
    String code = row.text("currency").toUpperCase(Locale.ROOT);
    try {
      return Currency.getInstance(code).getCurrencyCode();
    } catch (IllegalArgumentException e) {
      throw RowFields.invalid(
          "currency",
          "currency must be an ISO 4217 code such as EUR, not " + RowFields.quoted(code));
    }
  }
}
