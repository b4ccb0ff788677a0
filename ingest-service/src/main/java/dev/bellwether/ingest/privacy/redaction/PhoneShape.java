package dev.bellwether.ingest.privacy.redaction;

import org.apache.commons.validator.routines.checkdigit.ISBNCheckDigit;

/** Whether digits are grouped as those of a phone number are, and not as a date's or a sum's. */
final class PhoneShape {

  private static final int MOST_DIGITS = 15;
  private static final int MOST_GROUPS = 7;
  private static final int MOST_BOOK_GROUPS = 5;

  private PhoneShape() {}

  /** Beside a word for calling: anything but a date. */
  static boolean isPossible(NumberRun run, int from, int to) {
    return run.digits(from, to) <= MOST_DIGITS
        && !touchesDate(run, from, to)
        && !areYears(run, from, to)
        && !(to == from + 2 && run.groups() == 3 && run.between(from).equals("/"));
  }

  /** Without such a word. */
  static boolean isLikely(NumberRun run, int from, int to) {
    int digits = run.digits(from, to);
    if (digits > MOST_DIGITS
        || to - from >= MOST_GROUPS
        || isBook(run)
        || touchesDate(run, from, to)) {
      return false;
    }
    return from == to
        ? isPlain(run, from)
        : !areYears(run, from, to)
            && !isYearAndLess(run, from, to)
            && !isDecimal(run, from, to)
            && !isSum(run, from, to)
            && !isCount(run, from, to)
            && areGroups(run, from, to);
  }

  /** ISBN-13 (ISO 2108) with hyphens. */
  private static boolean isBook(NumberRun run) {
    int last = run.groups() - 1;
    String digits =
        last < MOST_BOOK_GROUPS && run.digits(0, last) == 13 ? run.digitsOf(0, last) : "";
    return (digits.startsWith("978") || digits.startsWith("979"))
        && ISBNCheckDigit.ISBN13_CHECK_DIGIT.isValid(digits);
  }

  private static boolean isPlain(NumberRun run, int group) {
    String digits = run.digitsOf(group, group);
    return !digits.endsWith("000") && digits.chars().distinct().count() > 2;
  }

  private static boolean isCompactDate(String digits) {
    if (digits.length() != 8 && digits.length() != 12) {
      return false;
    }
    return isYear(Integer.parseInt(digits, 0, 4, 10))
            && isMonthAndDay(digits.substring(4, 6), digits.substring(6, 8))
        || digits.length() == 8
            && isYear(Integer.parseInt(digits, 4, 8, 10))
            && (isMonthAndDay(digits.substring(0, 2), digits.substring(2, 4))
                || isMonthAndDay(digits.substring(2, 4), digits.substring(0, 2)));
  }

  private static boolean isMonthAndDay(String month, String day) {
    int m = Integer.parseInt(month);
    int d = Integer.parseInt(day);
    return m >= 1 && m <= 12 && d >= 1 && d <= 31;
  }

  private static boolean isYear(int value) {
    return value >= 1900 && value <= 2099;
  }

  /** Whether any of the groups belongs to a date within the run. */
  private static boolean touchesDate(NumberRun run, int from, int to) {
    for (int i = from; i <= to; i++) {
      if (run.length(i) >= 8 && isCompactDate(run.digitsOf(i, i))) {
        return true;
      }
    }
    for (int i = Math.max(0, from - 2); i + 2 < run.groups() && i <= to; i++) {
      if (isDate(run, i)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isDate(NumberRun run, int at) {
    int a = run.value(at);
    int b = run.value(at + 1);
    int c = run.value(at + 2);
    if (run.length(at + 1) > 2) {
      return false;
    }
    boolean dayFirst =
        run.length(at) <= 2
            && run.length(at + 2) == 4
            && (a <= 31 && b <= 31 && isYear(c)
                || run.between(at).equals(".") && run.between(at + 1).equals("."));
    boolean yearFirst = run.length(at) == 4 && isYear(a) && b >= 1 && b <= 12 && c >= 1 && c <= 31;
    return dayFirst || yearFirst && run.length(at + 2) <= 2;
  }

  static boolean areYears(NumberRun run, int from, int to) {
    for (int i = from; i <= to; i++) {
      if (run.length(i) != 4 || run.value(i) < 1500 || run.value(i) > 2099) {
        return false;
      }
    }
    return true;
  }

  /** 14 2015 (3), and 2013-031 for its 31st day. */
  private static boolean isYearAndLess(NumberRun run, int from, int to) {
    int years = 0;
    for (int i = from; i <= to; i++) {
      if (run.length(i) == 4 && isYear(run.value(i))) {
        years++;
      } else if (run.length(i) > 2 && !(to == from + 1 && i == to && run.value(i) <= 366)) {
        return false;
      }
    }
    return years > 0 && run.digits(from, to) < 9;
  }

  /** 48 50 52 54, and 600-1000. */
  private static boolean isCount(NumberRun run, int from, int to) {
    if (to == from + 1) {
      return run.value(from) % 50 == 0
          && run.value(to) % 50 == 0
          && run.value(to) > run.value(from);
    }
    for (int i = from + 1; i <= to; i++) {
      if (run.length(i) != run.length(i - 1) || Math.abs(run.value(i) - run.value(i - 1)) > 6) {
        return false;
      }
    }
    return to - from >= 3;
  }

  /** 35.1234, or two such. */
  private static boolean isDecimal(NumberRun run, int from, int to) {
    return to == from + 1
            && run.between(from).equals(".")
            && !(run.length(from) == 3 && run.length(to) == 4)
        || to == from + 3
            && run.between(from).equals(".")
            && run.between(from + 1).indexOf('.') < 0
            && run.between(from + 2).equals(".");
  }

  /** 1 000 000 and 1.250.000. */
  private static boolean isSum(NumberRun run, int from, int to) {
    String separator = run.between(from);
    if (!separator.equals(" ") && !separator.equals(".") || run.length(from) > 3) {
      return false;
    }
    for (int i = from + 1; i <= to; i++) {
      if (run.length(i) != 3 || !run.between(i - 1).equals(separator)) {
        return false;
      }
    }
    return run.value(to) == 0 || run.length(from) < 3 && separator.equals(".");
  }

  private static boolean areGroups(NumberRun run, int from, int to) {
    int single = 0;
    boolean pairs = true;
    boolean uniform = true;
    for (int i = from; i <= to; i++) {
      single += run.length(i) == 1 ? 1 : 0;
      pairs &= run.length(i) <= 2;
      // a country's or town's part may be set off otherwise
      uniform &= i <= from + 2 || run.between(i - 1).equals(run.between(to - 1));
    }
    boolean slash = run.between(from).contains("/");
    if (slash && run.text().charAt(run.starts()[from]) != '0') {
      return false;
    }
    boolean bracket = to > from + 1 && run.between(from + 1).contains(")");
    int singlesAllowed = bracket ? 2 : 1;
    return pairs
        ? uniform
            && to - from >= 3
            && (single == 0 || single == 1 && run.length(from) == 1)
            && (run.between(from + 1).equals(run.between(to - 1)) || bracket)
        : single <= singlesAllowed && (uniform || to - from <= 4);
  }
}
