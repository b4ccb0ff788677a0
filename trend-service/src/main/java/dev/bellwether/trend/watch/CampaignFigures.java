package dev.bellwether.trend.watch;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * A campaign's figures over one window.
 *
 * @param currency ISO 4217; empty where rows disagree, and then nothing can be said in money
 */
record CampaignFigures(
    double spend, String currency, long impressions, long clicks, double conversions, String zone) {

  private static final double MICROS = 1e6;
  private static final double THOUSAND = 1_000;

  /**
   * Adds up rows. Where a platform reports an ad set both whole and broken down, only what is least
   * broken down counts.
   *
   * @param rows at least one
   */
  static CampaignFigures of(List<AdRow> rows) {
    Map<Long, Integer> least = new HashMap<>();
    rows.forEach(row -> least.merge(row.adSet(), row.detail(), Math::min));
    var counted = rows.stream().filter(row -> row.detail() == least.get(row.adSet())).toList();
    var currencies = new TreeSet<String>();
    counted.forEach(row -> currencies.add(row.currency()));
    return new CampaignFigures(
        counted.stream().mapToDouble(AdRow::spendMicros).sum() / MICROS,
        currencies.size() == 1 ? currencies.first() : "",
        counted.stream().mapToLong(AdRow::impressions).sum(),
        counted.stream().mapToLong(AdRow::clicks).sum(),
        counted.stream().mapToDouble(AdRow::conversions).sum(),
        counted.getFirst().zone());
  }

  /** NaN where there is no such thing, such as the cost of no clicks. */
  double value(SeriesKind kind) {
    if (kind.isMoney() && currency.isEmpty()) {
      return Double.NaN;
    }
    return switch (kind) {
      case SPEND -> spend;
      case CPC -> ratio(spend, clicks);
      case CPM -> ratio(spend * THOUSAND, impressions);
      case CTR -> ratio(clicks, impressions);
      case CONVERSION_RATE -> ratio(conversions, clicks);
      case MENTIONS, NEGATIVE_SHARE ->
          throw new IllegalArgumentException(kind + " is not of ad figures");
    };
  }

  private static double ratio(double of, long by) {
    return by == 0 ? Double.NaN : of / by;
  }
}
