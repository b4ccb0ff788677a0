package dev.bellwether.adexport;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What only the whole of a file tells: how it writes numbers and days, which columns hold texts.
 * The first line that shows something is kept, for messages.
 */
final class Survey {

  private static final int MOST_KINDS = 200;

  private final Set<Integer> texts = new HashSet<>();
  private final Set<String> actions = new LinkedHashSet<>();
  private final Set<String> results = new LinkedHashSet<>();
  private Sign pointDecimals;
  private Sign commaDecimals;
  private Sign openNumber;
  private Sign dayFirst;
  private Sign monthFirst;
  private Sign openDay;

  private record Sign(long line, String cell) {

    @Override
    public String toString() {
      return "\"" + cell + "\" on line " + line;
    }
  }

  /**
   * Looks at a row's cells.
   *
   * @param fields what each column holds; null for what no field has
   */
  void see(long line, List<String> cells, List<Field> fields) {
    for (int i = 0; i < Math.min(cells.size(), fields.size()); i++) {
      String cell = cells.get(i).strip();
      if (!Decimals.isNone(cell)) {
        see(line, i, cell, fields.get(i));
      }
    }
  }

  private void see(long line, int column, String cell, Field field) {
    switch (field) {
      case null -> {
        if (!texts.contains(column) && !looksLikeNumber(cell)) {
          texts.add(column);
        }
      }
      case SPEND, CONVERSIONS, REVENUE -> seeNumber(new Sign(line, cell), false);
      case IMPRESSIONS, CLICKS -> seeNumber(new Sign(line, cell), true);
      case DAY, FIRST_DAY, LAST_DAY -> seeDay(new Sign(line, cell));
      case ACTIONS, ACTION_VALUES -> {
        var kinds = Actions.parse(cell);
        if (kinds != null && actions.size() < MOST_KINDS) {
          actions.addAll(kinds.keySet());
        }
      }
      case RESULT_INDICATOR -> {
        if (results.size() < MOST_KINDS) {
          results.add(cell);
        }
      }
      default -> {}
    }
  }

  private static boolean looksLikeNumber(String cell) {
    return cell.chars()
        .allMatch(c -> Character.isDigit(c) || " \u00A0\u202F.,'’%<>+-:/".indexOf(c) >= 0);
  }

  private void seeNumber(Sign sign, boolean count) {
    String text = number(sign.cell());
    int comma = text.lastIndexOf(',');
    int point = text.lastIndexOf('.');
    if (comma >= 0 && point >= 0) {
      sign(sign, comma > point);
    } else if (comma >= 0) {
      seeMark(sign, text, comma, count, true);
    } else if (point >= 0) {
      seeMark(sign, text, point, count, false);
    }
  }

  /**
   * Without what stands before and after it: a unit there is no decimal, nor is a minus a digit.
   */
  private static String number(String cell) {
    int from = 0;
    int to = cell.length();
    while (from < to && !isOfNumber(cell.charAt(from))) {
      from++;
    }
    while (to > from && !isOfNumber(cell.charAt(to - 1))) {
      to--;
    }
    return cell.substring(from, to);
  }

  private static boolean isOfNumber(char c) {
    return Character.isDigit(c) || c == ',' || c == '.';
  }

  /**
   * A number with marks of one kind: they part thousands where there are several or where it is a
   * count, decimals where other than three digits follow or more than three go before.
   */
  private void seeMark(Sign sign, String text, int at, boolean count, boolean comma) {
    boolean several = text.indexOf(text.charAt(at)) != at;
    String before = text.substring(0, at);
    boolean three = text.length() - at - 1 == 3;
    if (several || count && three) {
      sign(sign, !comma);
    } else if (!three || before.isEmpty() || before.equals("0") || before.length() > 3) {
      sign(sign, comma);
    } else if (openNumber == null) {
      openNumber = sign;
    }
  }

  private void sign(Sign sign, boolean comma) {
    if (comma && commaDecimals == null) {
      commaDecimals = sign;
    }
    if (!comma && pointDecimals == null) {
      pointDecimals = sign;
    }
  }

  private void seeDay(Sign sign) {
    var slashed = Days.SLASHED.matcher(sign.cell());
    if (!slashed.matches()) {
      return;
    }
    if (Integer.parseInt(slashed.group(1)) > 12) {
      dayFirst = dayFirst == null ? sign : dayFirst;
    } else if (Integer.parseInt(slashed.group(2)) > 12) {
      monthFirst = monthFirst == null ? sign : monthFirst;
    } else if (openDay == null) {
      openDay = sign;
    }
  }

  /**
   * How the file writes its numbers.
   *
   * @throws ExportException where that cannot be told
   */
  Decimals decimals(ExportOptions options, Dialect dialect) {
    if (options.decimals() != null) {
      return options.decimals();
    }
    if (commaDecimals != null && pointDecimals != null) {
      throw new ExportException(
          "decimal",
          "Its numbers are written in two ways: %s has a comma before the decimals, %s a point; export the file again, or say decimal=point or decimal=comma."
              .formatted(commaDecimals, pointDecimals));
    }
    if (commaDecimals != null) {
      return Decimals.COMMA;
    }
    if (pointDecimals == null && openNumber != null && !dialect.isWrittenByProgram()) {
      throw new ExportException(
          "decimal",
          "Nobody can say whether the mark in %s parts thousands or decimals; say decimal=point or decimal=comma."
              .formatted(openNumber));
    }
    return Decimals.POINT;
  }

  /**
   * Whether days with slashes begin with the day; null where there are none.
   *
   * @throws ExportException where that cannot be told
   */
  Boolean dayFirst(ExportOptions options) {
    if (options.dayFirst() != null || options.window() != null) {
      return options.dayFirst();
    }
    if (dayFirst != null && monthFirst != null) {
      throw new ExportException(
          "dates",
          "Its days are written in two ways: %s begins with the day, %s with the month; export the file again."
              .formatted(dayFirst, monthFirst));
    }
    if (openDay != null && dayFirst == null && monthFirst == null) {
      throw new ExportException(
          "dates",
          "Nobody can say whether %s begins with the day or the month; say dates=dmy or dates=mdy."
              .formatted(openDay));
    }
    return dayFirst == null && monthFirst == null ? null : Boolean.valueOf(dayFirst != null);
  }

  /** Places of the columns without a field that hold texts. */
  Set<Integer> texts() {
    return Set.copyOf(texts);
  }

  /** The types in the Marketing API's actions. */
  Set<String> actions() {
    return new LinkedHashSet<>(actions);
  }

  /** The kinds of results, as Meta's result indicator names them. */
  Set<String> results() {
    return new LinkedHashSet<>(results);
  }
}
