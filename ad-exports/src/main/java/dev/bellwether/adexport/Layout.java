package dev.bellwether.adexport;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which column holds what.
 *
 * @param columns the place of each field's column, from 0
 * @param conversionAction the type within {@link Field#ACTIONS} that counts, or null where a column
 *     of its own does
 * @param revenueAction the same of {@link Field#ACTION_VALUES}
 */
record Layout(
    Table table,
    Dialect dialect,
    Map<Field, Integer> columns,
    String conversionAction,
    String revenueAction) {

  Layout {
    columns = Map.copyOf(columns);
  }

  /**
   * Finds the columns.
   *
   * @throws ExportException where one that is needed is missing, or two hold the same
   */
  static Layout of(Table table, ExportOptions options, Set<String> actions) {
    List<String> header = table.header();
    List<String> normal = header.stream().map(Field::normal).toList();
    var columns = new EnumMap<Field, Integer>(Field.class);
    for (Field field : Field.values()) {
      for (String name : field.headers()) {
        if (!columns.containsKey(field) && normal.contains(name)) {
          columns.put(field, only(table, field, name, normal, options));
        }
      }
    }
    if (columns.containsKey(Field.SPEND_MICROS)) {
      columns.remove(Field.SPEND);
    }
    chosen(table, "clicks", options.clicks(), Field.CLICKS, columns);
    Dialect dialect = dialect(normal);
    String conversions = counted(table, "conversions", options.conversions(), columns, actions);
    String revenue = valued(table, options.revenue(), columns, conversions, actions);
    var layout = new Layout(table, dialect, columns, conversions, revenue);
    layout.check(options);
    return layout;
  }

  private static int only(
      Table table, Field field, String name, List<String> normal, ExportOptions options) {
    var places = new ArrayList<Integer>();
    for (int i = 0; i < normal.size(); i++) {
      String currency = Field.currencyIn(table.header().get(i));
      boolean other =
          field == Field.SPEND
              && currency != null
              && options.currency() != null
              && !currency.equals(options.currency());
      if (normal.get(i).equals(name) && !other) {
        places.add(i);
      }
    }
    if (places.isEmpty()) {
      return normal.indexOf(name);
    }
    if (places.size() > 1) {
      throw new ExportException(
          field == Field.SPEND ? "currency" : ExportException.FILE,
          "The columns \"%s\" and \"%s\" hold the same; %s."
              .formatted(
                  table.header().get(places.get(0)).strip(),
                  table.header().get(places.get(1)).strip(),
                  field == Field.SPEND ? "say which with currency" : "leave one out"));
    }
    return places.getFirst();
  }

  /** Puts the column that the user named in place of the usual one; false where none bears it. */
  private static boolean chosen(
      Table table, String option, String name, Field field, Map<Field, Integer> columns) {
    if (name == null) {
      return false;
    }
    for (int i = 0; i < table.header().size(); i++) {
      String header = table.header().get(i);
      if (header.strip().equalsIgnoreCase(name)
          || Field.normal(header).equals(Field.normal(name))) {
        columns.put(field, i);
        return true;
      }
    }
    if (field == Field.CLICKS) {
      throw unknown(table, option, name);
    }
    return false;
  }

  private static ExportException unknown(Table table, String option, String name) {
    return new ExportException(
        option,
        "The export has no column \"%s\"; its columns are %s.".formatted(name, table.columns()));
  }

  private static String counted(
      Table table, String option, String name, Map<Field, Integer> columns, Set<String> actions) {
    if (chosen(table, option, name, Field.CONVERSIONS, columns)) {
      return null;
    }
    if (name != null) {
      if (columns.containsKey(Field.ACTIONS) && actions.contains(name)) {
        columns.remove(Field.CONVERSIONS);
        return name;
      }
      throw unknown(table, option, name);
    }
    if (columns.containsKey(Field.CONVERSIONS) || !columns.containsKey(Field.ACTIONS)) {
      return null;
    }
    return Actions.PREFERRED.stream().filter(actions::contains).findFirst().orElse(null);
  }

  private static String valued(
      Table table,
      String name,
      Map<Field, Integer> columns,
      String conversionAction,
      Set<String> actions) {
    if (chosen(table, "revenue", name, Field.REVENUE, columns)) {
      return null;
    }
    boolean inActions = columns.containsKey(Field.ACTION_VALUES);
    if (name != null) {
      if (inActions && actions.contains(name)) {
        columns.remove(Field.REVENUE);
        return name;
      }
      throw unknown(table, "revenue", name);
    }
    // Purchases of one kind go with the value of that kind
    Integer conversions = columns.get(Field.CONVERSIONS);
    if (conversions != null) {
      chosen(
          table,
          "revenue",
          Field.normal(table.header().get(conversions)) + " conversion value",
          Field.REVENUE,
          columns);
    }
    return columns.containsKey(Field.REVENUE) || !inActions ? null : conversionAction;
  }

  private void check(ExportOptions options) {
    if (options.account() == null && !has(Field.ACCOUNT)) {
      throw missing("account", "the ad account", "Account ID");
    }
    if (options.timeZone() == null && !has(Field.TIME_ZONE)) {
      throw new ExportException(
          "timeZone",
          "The export does not say in which time zone its days are; give timeZone, such as Europe/Berlin: the ad account's settings have it.");
    }
    boolean inHeader = has(Field.SPEND) && Field.currencyIn(header(Field.SPEND)) != null;
    if (options.currency() == null && !has(Field.CURRENCY) && !inHeader) {
      throw missing("currency", "the currency", "Currency");
    }
    if (!has(adSet(options)) && !options.wholeCampaigns()) {
      throw new ExportException(
          "budgetLevel",
          "The export has no column for the %s; add it to the report, or say budgetLevel=campaign so that each campaign counts as one ad set."
              .formatted(options.byId() ? "id of the ad set or ad group" : "ad set or ad group"));
    }
    if (options.byId() && !has(Field.CAMPAIGN_ID)) {
      throw new ExportException(
          "by",
          "The export has no column for the campaign's id; add Campaign ID, or leave by out.");
    }
    if (options.window() == null) {
      checkDays();
    }
  }

  private void checkDays() {
    if (has(Field.DAY)
        || has(Field.FIRST_DAY) && has(Field.LAST_DAY)
        || has(Field.START) && has(Field.END)
        || period() != null) {
      return;
    }
    throw new ExportException(
        "window",
        "The export does not say of which days its rows are; export it by day, or give window, such as 2026-11-01/2026-12-01 with the end exclusive.");
  }

  private static ExportException missing(String option, String what, String column) {
    return new ExportException(
        option,
        "The export does not say %s; give %s, or add the column %s to the report."
            .formatted(what, option, column));
  }

  /** The days that a title above the header tells, or null. */
  Window period() {
    return table.above().stream()
        .map(Days::range)
        .filter(range -> range != null)
        .findFirst()
        .orElse(null);
  }

  boolean has(Field field) {
    return columns.containsKey(field);
  }

  /** The header of a field's column, as it stands there. */
  String header(Field field) {
    return table.header().get(columns.get(field)).strip();
  }

  Field campaign(ExportOptions options) {
    return options.byId() || !has(Field.CAMPAIGN) ? Field.CAMPAIGN_ID : Field.CAMPAIGN;
  }

  Field adSet(ExportOptions options) {
    return options.byId() || !has(Field.AD_SET) ? Field.AD_SET_ID : Field.AD_SET;
  }

  Field ad(ExportOptions options) {
    return options.byId() && has(Field.AD_ID) || !has(Field.AD) ? Field.AD_ID : Field.AD;
  }

  static Dialect dialect(List<String> normal) {
    if (normal.contains("xyz campaign id")) {
      return Dialect.KAGGLE_FACEBOOK_ADS;
    }
    if (any(normal, "metrics .*|segments .*|customer .*|cost micros")) {
      return Dialect.GOOGLE_ADS_API;
    }
    if (any(
        normal, "date start|date stop|adset name|account currency|publisher platform|actions")) {
      return Dialect.META_MARKETING_API;
    }
    if (any(normal, "amount spent|reporting starts|ad set name")) {
      return Dialect.META_ADS_MANAGER;
    }
    return any(normal, "cost|cost \\(micros\\)|impr|ad group")
        ? Dialect.GOOGLE_ADS
        : Dialect.BELLWETHER;
  }

  private static boolean any(List<String> normal, String pattern) {
    return normal.stream().anyMatch(name -> name.matches(pattern));
  }
}
