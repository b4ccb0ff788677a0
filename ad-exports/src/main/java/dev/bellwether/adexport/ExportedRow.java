package dev.bellwether.adexport;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A row for {@code POST /v1/ad-performance}, of one line or of several that were summed.
 *
 * @param line the first that it is of, from 1
 * @param currency as the export or the user says it; not checked
 */
public record ExportedRow(long line, Identity identity, String currency, Figures figures) {

  /**
   * Which row it is: a later one of the same identity replaces it.
   *
   * @param ad null where the figures are of the whole ad set
   * @param age null, as the other parts of the segment, where not broken down by it
   */
  public record Identity(
      String account,
      String campaign,
      String adSet,
      String ad,
      String age,
      String gender,
      String geo,
      String interest,
      String placement,
      Window window,
      String timeZone) {}

  /**
   * Zero or more, each; null where the export does not say.
   *
   * @param spend units of currency
   * @param conversions platforms share credit, so fractions
   * @param revenue units of currency
   */
  public record Figures(
      BigDecimal spend, Long impressions, Long clicks, BigDecimal conversions, BigDecimal revenue) {

    Figures plus(Figures other) {
      return new Figures(
          sum(spend, other.spend),
          impressions == null || other.impressions == null
              ? first(impressions, other.impressions)
              : Long.valueOf(Math.addExact(impressions, other.impressions)),
          clicks == null || other.clicks == null
              ? first(clicks, other.clicks)
              : Long.valueOf(Math.addExact(clicks, other.clicks)),
          sum(conversions, other.conversions),
          sum(revenue, other.revenue));
    }

    private static <T> T first(T one, T other) {
      return one == null ? other : one;
    }

    private static BigDecimal sum(BigDecimal one, BigDecimal other) {
      return one == null || other == null ? first(one, other) : one.add(other).stripTrailingZeros();
    }
  }

  /** Its fields as the API names them; those that are absent are left out. */
  public Map<String, String> fields() {
    var fields = new LinkedHashMap<String, String>();
    put(fields, "account", identity.account());
    put(fields, "campaign", identity.campaign());
    put(fields, "adSet", identity.adSet());
    put(fields, "ad", identity.ad());
    put(fields, "age", identity.age());
    put(fields, "gender", identity.gender());
    put(fields, "geo", identity.geo());
    put(fields, "interest", identity.interest());
    put(fields, "placement", identity.placement());
    put(fields, "start", identity.window().start());
    put(fields, "end", identity.window().end());
    put(fields, "timeZone", identity.timeZone());
    put(fields, "currency", currency);
    put(fields, "spend", plain(figures.spend()));
    put(fields, "impressions", figures.impressions());
    put(fields, "clicks", figures.clicks());
    put(fields, "conversions", plain(figures.conversions()));
    put(fields, "revenue", plain(figures.revenue()));
    return fields;
  }

  private static String plain(BigDecimal number) {
    return number == null ? null : number.toPlainString();
  }

  private static void put(Map<String, String> fields, String name, Object value) {
    if (value != null) {
      fields.put(name, value.toString());
    }
  }
}
