package dev.bellwether.campaign.export;

import dev.bellwether.kit.text.SpreadsheetCell;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * How campaigns and ad sets are called in a file. A platform finds them by id or by their exact
 * name, so a name is never altered: not even by the apostrophe that usually keeps a spreadsheet
 * from running what begins like a formula. What could do something there is left out instead, and
 * said.
 */
final class Names {

  private static final Pattern ID = Pattern.compile("(?:cg?:)?[0-9]{6,20}");

  /** Begins like a formula and can call, fetch or refer to nothing: "-50 % Sale", "+ Brand". */
  private static final Pattern HARMLESS = Pattern.compile("[-+@][\\p{L}\\p{N} %.,_&/-]*");

  private Names() {}

  /**
   * Whether all of a plan's names of a level are the platform's ids, so that the column of ids is
   * the one to fill: one campaign that is called by a date must not pass for an id.
   */
  static boolean areIds(Iterable<String> names) {
    for (String name : names) {
      if (!ID.matcher(name).matches()) {
        return false;
      }
    }
    return true;
  }

  /** Without the letters that Meta's own exports put before it. */
  static String id(String name) {
    return name.substring(name.indexOf(':') + 1);
  }

  /** What may stand in a file: everything, or what no spreadsheet would run. */
  static Predicate<String> allowed(boolean exact) {
    return exact ? _ -> true : Names::isSafe;
  }

  private static boolean isSafe(String name) {
    return HARMLESS.matcher(name).matches() || SpreadsheetCell.guard(name).equals(name);
  }
}
