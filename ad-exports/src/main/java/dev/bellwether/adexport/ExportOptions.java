package dev.bellwether.adexport;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What an export does not say of itself, and the user does. Each but the last three may be null.
 *
 * @param account the ad account's id
 * @param timeZone the account's, an IANA name
 * @param currency ISO 4217
 * @param window of every row, in place of the file's days
 * @param conversions the column, or the action's type, that counts as conversion
 * @param revenue the column, or the action's type, that is revenue
 * @param clicks the column that counts as clicks
 * @param decimals how numbers are written, where the file leaves it open
 * @param dayFirst whether 03/04/2026 is in April, where the file leaves it open
 * @param byId whether campaigns, ad sets and ads go by their ids instead of their names
 * @param wholeCampaigns whether a campaign counts as one ad set, since it holds the budget
 */
public record ExportOptions(
    String account,
    String timeZone,
    String currency,
    Window window,
    String conversions,
    String revenue,
    String clicks,
    Decimals decimals,
    Boolean dayFirst,
    boolean byId,
    boolean wholeCampaigns) {

  /** The names under which {@link #of} takes them. */
  public static final List<String> NAMES =
      List.of(
          "account",
          "timeZone",
          "currency",
          "window",
          "conversions",
          "revenue",
          "clicks",
          "decimal",
          "dates",
          "by",
          "budgetLevel");

  /**
   * From what a person wrote.
   *
   * @param texts by the names of {@link #NAMES}; those that are absent, null or blank are left open
   * @throws ExportException naming the option that cannot be used, and what would be right
   */
  public static ExportOptions of(Map<String, String> texts) {
    var given = new LinkedHashMap<String, String>();
    texts.forEach(
        (name, text) -> {
          if (text != null && !text.isBlank()) {
            given.put(name, text.strip());
          }
        });
    for (String name : given.keySet()) {
      if (!NAMES.contains(name)) {
        throw new ExportException(
            name, name + " is no option of an export; there are " + String.join(", ", NAMES));
      }
    }
    String decimal = choice(given, "decimal", "point", "comma");
    String dates = choice(given, "dates", "dmy", "mdy");
    return new ExportOptions(
        given.get("account"),
        zone(given.get("timeZone")),
        currency(given.get("currency")),
        window(given.get("window")),
        given.get("conversions"),
        given.get("revenue"),
        given.get("clicks"),
        decimal == null ? null : decimal.equals("comma") ? Decimals.COMMA : Decimals.POINT,
        dates == null ? null : Boolean.valueOf(dates.equals("dmy")),
        "id".equals(choice(given, "by", "name", "id")),
        "campaign".equals(choice(given, "budgetLevel", "adset", "campaign")));
  }

  private static String choice(Map<String, String> given, String name, String one, String other) {
    String text = given.get(name);
    if (text == null) {
      return null;
    }
    String small = text.toLowerCase(Locale.ROOT);
    if (!small.equals(one) && !small.equals(other)) {
      throw new ExportException(
          name, "%s must be %s or %s, not \"%s\"".formatted(name, one, other, text));
    }
    return small;
  }

  private static String zone(String text) {
    try {
      return text == null ? null : ZoneId.of(text).getId();
    } catch (DateTimeException e) {
      throw new ExportException(
          "timeZone", "timeZone must be an IANA name such as Europe/Berlin, not \"" + text + "\"");
    }
  }

  private static String currency(String text) {
    try {
      return text == null
          ? null
          : Currency.getInstance(text.toUpperCase(Locale.ROOT)).getCurrencyCode();
    } catch (IllegalArgumentException e) {
      throw new ExportException(
          "currency", "currency must be an ISO 4217 code such as EUR, not \"" + text + "\"");
    }
  }

  private static Window window(String text) {
    if (text == null) {
      return null;
    }
    int slash = text.indexOf('/');
    try {
      if (slash < 0) {
        return Window.ofDay(LocalDate.parse(text));
      }
      var start = time(text.substring(0, slash).strip());
      var end = time(text.substring(slash + 1).strip());
      if (start.isBefore(end)) {
        return new Window(start, end);
      }
    } catch (DateTimeException e) {
      // answered below, as a window that is the wrong way round
    }
    throw new ExportException(
        "window",
        "window must be a day such as 2026-11-01, or START/END such as 2026-11-01/2026-11-08 with the end exclusive, not \""
            + text
            + "\"");
  }

  private static LocalDateTime time(String text) {
    return text.contains("T") ? LocalDateTime.parse(text) : LocalDate.parse(text).atStartOfDay();
  }
}
