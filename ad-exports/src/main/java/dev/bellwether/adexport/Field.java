package dev.bellwether.adexport;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What a column may hold, with the headers that platforms give it, the preferred one first.
 *
 * <p>Headers are compared in their {@link #normal normal} form, in which {@code
 * metrics.cost_micros} is {@code metrics cost micros} and {@code Amount spent (EUR)} is {@code
 * amount spent}.
 */
enum Field {
  ACCOUNT(
      "account id",
      "customer id",
      "account",
      "account name",
      "customer descriptive name",
      "customer descriptivename"),
  CAMPAIGN("campaign name", "campaign", "xyz campaign id"),
  CAMPAIGN_ID("campaign id"),
  AD_SET(
      "ad set name",
      "adset name",
      "ad group name",
      "adgroup name",
      "ad group",
      "ad set",
      "adset",
      "fb campaign id"),
  AD_SET_ID("ad set id", "adset id", "ad group id", "adgroup id"),
  AD("ad name", "ad group ad ad name", "adgroupad ad name", "ad"),
  AD_ID("ad id", "ad group ad ad id", "adgroupad ad id"),
  AGE("age", "age range"),
  GENDER("gender"),
  COUNTRY(
      "country",
      "country/territory",
      "country/territory (user location)",
      "country/territory (matched)",
      "geo"),
  REGION("region", "region (user location)", "region (matched)"),
  INTEREST("interest"),
  PLATFORM(
      "platform",
      "publisher platform",
      "network (with search partners)",
      "network",
      "segments ad network type",
      "segments adnetworktype"),
  PLACEMENT("placement", "platform position"),
  DAY("day", "date", "segments date"),
  FIRST_DAY("reporting starts", "date start"),
  LAST_DAY("reporting ends", "date stop"),
  START("start"),
  END("end"),
  HOUR(
      "time of day (ad account time zone)",
      "hour of the day",
      "hour",
      "segments hour",
      "hourly stats aggregated by advertiser time zone"),
  TIME_ZONE("timezone", "timezone name", "customer time zone", "customer timezone"),
  CURRENCY(
      "currency code",
      "currency",
      "account currency",
      "customer currency code",
      "customer currencycode"),
  SPEND("amount spent", "spend", "cost", "metrics cost", "spent"),
  SPEND_MICROS("metrics cost micros", "metrics costmicros", "cost micros", "cost (micros)"),
  IMPRESSIONS("impressions", "impr", "metrics impressions"),
  CLICKS("link clicks", "inline link clicks", "clicks (all)", "clicks", "metrics clicks"),
  CONVERSIONS(
      "conversions",
      "metrics conversions",
      "purchases",
      "website purchases",
      "total conversion",
      "results"),
  REVENUE(
      "revenue",
      "conv value",
      "conversion value",
      "total conv value",
      "metrics conversions value",
      "metrics conversionsvalue",
      "purchases conversion value",
      "purchase conversion value",
      "website purchases conversion value"),
  RESULT_INDICATOR("result indicator", "result type"),
  ACTIONS("actions"),
  ACTION_VALUES("action values");

  /** Of money only: the (all) of clicks is Albania's currency too. */
  private static final Pattern CURRENCY_IN_HEADER =
      Pattern.compile("(amount spent|spend|spent|cost|.*value|.*revenue) \\(([a-z]{3})\\)");

  /** The API's names where they are not the field's own. */
  private static final Map<Field, String> API_NAMES =
      Map.of(
          CAMPAIGN_ID, "campaign",
          AD_SET, "adSet",
          AD_SET_ID, "adSet",
          AD_ID, "ad",
          COUNTRY, "geo",
          REGION, "geo",
          PLATFORM, "placement",
          DAY, "date",
          TIME_ZONE, "timeZone",
          SPEND_MICROS, "spend");

  private final List<String> headers;

  Field(String... headers) {
    this.headers = List.of(headers);
  }

  /** In normal form, the preferred one first. */
  List<String> headers() {
    return headers;
  }

  /** The field of {@code POST /v1/ad-performance} that it goes into. */
  String apiName() {
    String own = name().toLowerCase(Locale.ROOT);
    return switch (this) {
      case FIRST_DAY, LAST_DAY, HOUR -> "date";
      case ACTIONS -> "conversions";
      case ACTION_VALUES -> "revenue";
      default -> API_NAMES.getOrDefault(this, own);
    };
  }

  /** How headers are compared: small letters, blanks for points and underscores, no currency. */
  static String normal(String header) {
    String plain = spaced(header);
    var currency = CURRENCY_IN_HEADER.matcher(plain);
    return currency.matches() ? currency.group(1) : plain;
  }

  /** The currency that a header names, or null. */
  static String currencyIn(String header) {
    var currency = CURRENCY_IN_HEADER.matcher(spaced(header));
    return currency.matches() ? currency.group(2).toUpperCase(Locale.ROOT) : null;
  }

  private static String spaced(String header) {
    return header
        .replace("\uFEFF", "")
        .toLowerCase(Locale.ROOT)
        .replaceAll("[._\\s\\u00A0]+", " ")
        .strip();
  }
}
