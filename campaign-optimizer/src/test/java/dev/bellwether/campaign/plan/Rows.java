package dev.bellwether.campaign.plan;

import dev.bellwether.contracts.ads.AdPerformance;
import dev.bellwether.contracts.ads.AdWindow;
import dev.bellwether.contracts.ads.Segment;
import java.time.LocalDate;

/** Rows of figures for tests, as ingest would write them. */
public final class Rows {

  public static final LocalDate FIRST_DAY = LocalDate.of(2026, 3, 2);

  private Rows() {}

  /** A whole ad set's day. */
  public static AdPerformance day(
      String account, String campaign, String adSet, int day, double spend, double conversions) {
    return row(
        account, campaign, adSet, null, Segment.NONE, day, 1, "EUR", spend, conversions, null);
  }

  public static AdPerformance row(
      String account,
      String campaign,
      String adSet,
      String ad,
      Segment segment,
      int day,
      int days,
      String currency,
      double spend,
      double conversions,
      Double revenue) {
    LocalDate start = FIRST_DAY.plusDays(day);
    return new AdPerformance(
        AdPerformance.SCHEMA_VERSION,
        "default",
        account,
        campaign,
        adSet,
        ad,
        segment,
        new AdWindow(start.atStartOfDay(), start.plusDays(days).atStartOfDay(), "Europe/Berlin"),
        Math.round(spend * 1e6),
        currency,
        1000,
        10,
        conversions,
        revenue == null ? null : Math.round(revenue * 1e6));
  }
}
