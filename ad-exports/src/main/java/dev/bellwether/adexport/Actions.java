package dev.bellwether.adexport;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A cell of the Marketing API's {@code actions}: a list of types with their numbers, as JSON or as
 * Python prints it.
 */
final class Actions {

  /** What counts as conversion unless the user says it, the first that a file has. */
  static final List<String> PREFERRED =
      List.of(
          "purchase",
          "omni_purchase",
          "offsite_conversion.fb_pixel_purchase",
          "lead",
          "complete_registration");

  private static final Pattern ACTION = Pattern.compile("\\{[^{}]*\\}");
  private static final Pattern TYPE =
      Pattern.compile("[\"']action_type[\"']\\s*:\\s*[\"']([^\"']+)[\"']");
  private static final Pattern VALUE =
      Pattern.compile("[\"']value[\"']\\s*:\\s*[\"']?([0-9.eE-]{1,40})[\"']?");

  private Actions() {}

  /** The numbers by type, or null where the cell is no such list. */
  static Map<String, BigDecimal> parse(String cell) {
    String text = cell.strip();
    if (Decimals.isNone(text)) {
      return Map.of();
    }
    if (!text.startsWith("[") || !text.endsWith("]")) {
      return null;
    }
    var numbers = new LinkedHashMap<String, BigDecimal>();
    Matcher action = ACTION.matcher(text);
    while (action.find()) {
      var type = TYPE.matcher(action.group());
      var value = VALUE.matcher(action.group());
      BigDecimal number = type.find() && value.find() ? Decimals.POINT.parse(value.group(1)) : null;
      if (number == null) {
        return null;
      }
      numbers.merge(type.group(1), number, BigDecimal::add);
    }
    return numbers;
  }
}
