package dev.bellwether.campaign.plan;

import dev.bellwether.contracts.ads.AdPerformance;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Brings figures into a plan's one currency.
 *
 * @param currency the plan's, ISO 4217; null for the only one that the figures have
 * @param rates by currency: units of the plan's currency for one unit of it, above zero
 */
public record Exchange(String currency, Map<String, Double> rates) {

  /** The figures' own currency, which must be one. */
  public static final Exchange NONE = new Exchange(null, Map.of());

  public Exchange {
    rates = Map.copyOf(rates);
  }

  /**
   * The plan's currency.
   *
   * @throws UnplannableException where none is named and the figures have several, or a rate is
   *     missing
   */
  String of(String account, List<AdPerformance> rows) {
    Set<String> seen =
        rows.stream().map(AdPerformance::currency).collect(Collectors.toCollection(TreeSet::new));
    if (currency == null && seen.size() > 1) {
      throw new UnplannableException(
          "currency",
          "The figures of "
              + account
              + " are in several currencies ("
              + String.join(", ", seen)
              + "). A plan has one: name it in currency, and give in exchangeRates how many units of it one unit of each"
              + " other is worth; or send the figures as one account for each currency.");
    }
    String own = currency == null ? seen.iterator().next() : currency;
    List<String> missing =
        seen.stream().filter(c -> !c.equals(own) && !rates.containsKey(c)).toList();
    if (!missing.isEmpty()) {
      throw new UnplannableException(
          "exchangeRates",
          "The figures of %s are in %s as well, which has no rate: give in exchangeRates how many units of %s one unit of it is worth."
              .formatted(account, String.join(", ", missing), own));
    }
    return own;
  }

  /** The row in {@code own} currency. */
  AdPerformance converted(AdPerformance row, String own) {
    if (row.currency().equals(own)) {
      return row;
    }
    double rate = rates.get(row.currency());
    return new AdPerformance(
        row.schemaVersion(),
        row.workspace(),
        row.account(),
        row.campaign(),
        row.adSet(),
        row.ad(),
        row.segment(),
        row.window(),
        Math.round(row.spendMicros() * rate),
        own,
        row.impressions(),
        row.clicks(),
        row.conversions(),
        row.revenueMicros() == null ? null : (Long) Math.round(row.revenueMicros() * rate));
  }
}
