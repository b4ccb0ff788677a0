package dev.bellwether.ingest.query;

import dev.bellwether.ingest.query.Expression.Followers;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The values of {@code followers:}. */
final class FollowerRange {

  private static final String NUMBER = "([0-9]{1,15})([km]?)";
  private static final Pattern COMPARED = Pattern.compile("(>=|<=|>|<|)" + NUMBER);
  private static final Pattern RANGE =
      Pattern.compile("\\[\\s*" + NUMBER + "\\s+to\\s+" + NUMBER + "\\s*]");

  private FollowerRange() {}

  static Followers read(String value, int column) throws QuerySyntaxException {
    Matcher compared = COMPARED.matcher(value);
    if (compared.matches()) {
      long number = number(compared.group(2), compared.group(3));
      return switch (compared.group(1)) {
        case ">" -> new Followers(number + 1, Long.MAX_VALUE);
        case ">=" -> new Followers(number, Long.MAX_VALUE);
        case "<" -> {
          if (number == 0) {
            throw new QuerySyntaxException(column, "nobody has less than 0 followers.");
          }
          yield new Followers(0, number - 1);
        }
        case "<=" -> new Followers(0, number);
        default -> new Followers(number, number);
      };
    }
    Matcher range = RANGE.matcher(value);
    if (!range.matches()) {
      throw new QuerySyntaxException(
          column,
          "\""
              + value
              + "\" is no number of followers; write followers:>1000 or followers:[100 TO 5000].");
    }
    long least = number(range.group(1), range.group(2));
    long most = number(range.group(3), range.group(4));
    if (least > most) {
      throw new QuerySyntaxException(
          column, "the range of followers begins above its end; write the smaller number first.");
    }
    return new Followers(least, most);
  }

  private static long number(String digits, String unit) {
    long number = Long.parseLong(digits);
    return switch (unit) {
      case "k" -> number * 1_000;
      case "m" -> number * 1_000_000;
      default -> number;
    };
  }
}
