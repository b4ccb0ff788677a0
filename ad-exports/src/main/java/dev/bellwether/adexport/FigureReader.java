package dev.bellwether.adexport;

import dev.bellwether.adexport.ExportedRow.Figures;
import dev.bellwether.adexport.Folding.Bad;
import dev.bellwether.adexport.Folding.Good;
import dev.bellwether.adexport.Folding.Reading;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;

/** Reads the figures of a line. */
final class FigureReader {

  private static final int MICRO_DIGITS = 6;
  private static final int SHOWN = 40;

  /** A million lines of it can be summed; no ad is seen so often. */
  private static final long MOST_COUNT = 1_000_000_000_000L;

  private final Layout layout;
  private final ExportOptions options;
  private final Decimals decimals;
  private final String currencyInHeader;

  FigureReader(Layout layout, ExportOptions options, Decimals decimals) {
    this.layout = layout;
    this.options = options;
    this.decimals = decimals;
    this.currencyInHeader =
        layout.has(Field.SPEND) ? Field.currencyIn(layout.header(Field.SPEND)) : null;
  }

  Reading read(List<String> cells) {
    try {
      String currency = currency(cells);
      Long impressions = count(cells, Field.IMPRESSIONS);
      Long clicks = count(cells, Field.CLICKS);
      BigDecimal conversions =
          layout.conversionAction() == null
              ? number(cells, Field.CONVERSIONS, null)
              : action(cells, Field.ACTIONS, layout.conversionAction());
      BigDecimal revenue =
          layout.revenueAction() == null
              ? number(cells, Field.REVENUE, currency)
              : action(cells, Field.ACTION_VALUES, layout.revenueAction());
      BigDecimal spend = spend(cells, currency);
      if (spend == null && !(isNothing(impressions) && isNothing(clicks))) {
        throw new RefusedLine(
            "spend",
            "column \"%s\" is empty beside impressions or clicks; write 0 where nothing was spent"
                .formatted(layout.header(spendField())));
      }
      return new Good(
          currency,
          new Figures(
              spend == null ? BigDecimal.ZERO : spend, impressions, clicks, conversions, revenue));
    } catch (RefusedLine e) {
      return new Bad(e.field(), e.getMessage());
    }
  }

  private static boolean isNothing(Long count) {
    return count == null || count == 0;
  }

  private Field spendField() {
    return layout.has(Field.SPEND_MICROS) ? Field.SPEND_MICROS : Field.SPEND;
  }

  private BigDecimal spend(List<String> cells, String currency) {
    if (!layout.has(Field.SPEND_MICROS)) {
      return number(cells, Field.SPEND, currency);
    }
    BigDecimal micros = number(cells, Field.SPEND_MICROS, null);
    return micros == null ? null : micros.movePointLeft(MICRO_DIGITS).stripTrailingZeros();
  }

  private String currency(List<String> cells) {
    String own = currencyInHeader;
    String column = own == null ? null : layout.header(Field.SPEND);
    if (own == null && layout.has(Field.CURRENCY)) {
      String cell = cell(cells, Field.CURRENCY);
      own = Decimals.isEmpty(cell) ? null : cell.toUpperCase(Locale.ROOT);
      column = layout.header(Field.CURRENCY);
    }
    if (own == null && options.currency() == null) {
      throw new RefusedLine(
          "currency", "column \"%s\" is empty; fill it, or give currency".formatted(column));
    }
    if (own != null && options.currency() != null && !own.equals(options.currency())) {
      throw new RefusedLine(
          "currency",
          "column \"%s\" has another currency than the one given, %s; leave currency out"
              .formatted(column, options.currency()));
    }
    return own == null ? options.currency() : own;
  }

  private Long count(List<String> cells, Field field) {
    BigDecimal number = number(cells, field, null);
    if (number != null && number.compareTo(BigDecimal.valueOf(MOST_COUNT)) > 0) {
      throw new RefusedLine(
          field.apiName(),
          "column \"%s\" must be %,d at most, not \"%s\""
              .formatted(layout.header(field), MOST_COUNT, shortened(cell(cells, field))));
    }
    try {
      return number == null ? null : Long.valueOf(number.longValueExact());
    } catch (ArithmeticException e) {
      throw new RefusedLine(
          field.apiName(),
          "column \"%s\" must be a whole number, not \"%s\""
              .formatted(layout.header(field), shortened(cell(cells, field))));
    }
  }

  private BigDecimal number(List<String> cells, Field field, String currency) {
    if (!layout.has(field)) {
      return null;
    }
    String cell = cell(cells, field);
    if (Decimals.isNone(cell)) {
      return null;
    }
    BigDecimal number =
        field == Field.SPEND_MICROS
            ? Decimals.POINT.parse(cell)
            : decimals.parse(Decimals.withoutUnit(cell, currency));
    if (number == null) {
      throw new RefusedLine(
          field.apiName(),
          "column \"%s\" must be a number such as %s, as the rest of the file writes it, not \"%s\""
              .formatted(
                  layout.header(field),
                  decimals == Decimals.COMMA ? "1.234,56" : "1,234.56",
                  shortened(cell)));
    }
    if (number.signum() < 0) {
      throw new RefusedLine(
          field.apiName(),
          "column \"%s\" must be zero or more, not \"%s\""
              .formatted(layout.header(field), shortened(cell)));
    }
    return number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
  }

  /** What a list of actions does not name did not happen. */
  private BigDecimal action(List<String> cells, Field field, String type) {
    if (!layout.has(field)) {
      return null;
    }
    var numbers = Actions.parse(cell(cells, field));
    if (numbers == null) {
      throw new RefusedLine(
          field.apiName(),
          "column \"%s\" must be a list of objects with action_type and value"
              .formatted(layout.header(field)));
    }
    BigDecimal number = numbers.getOrDefault(type, BigDecimal.ZERO);
    return number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
  }

  private String cell(List<String> cells, Field field) {
    return cells.get(layout.columns().get(field)).strip();
  }

  static String shortened(String cell) {
    return cell.length() <= SHOWN ? cell : cell.substring(0, SHOWN) + "…";
  }
}
