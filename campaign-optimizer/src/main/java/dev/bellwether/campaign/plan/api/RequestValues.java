package dev.bellwether.campaign.plan.api;

import dev.bellwether.kit.problem.ProblemException;
import dev.bellwether.kit.request.StorableText;
import java.math.BigDecimal;

/** Reads single values of a request, or says which is wrong and how. */
final class RequestValues {

  /** Above this, sums of a few thousand lines could leave the range of micros. */
  private static final BigDecimal MOST = new BigDecimal("1000000000");

  private static final int LONGEST_NAME = 500;
  private static final int DECIMALS = 6;

  private RequestValues() {}

  /** An amount above zero in micros; null where absent. */
  static Long positive(String field, BigDecimal amount) {
    if (amount != null && (amount.signum() <= 0 || amount.compareTo(MOST) > 0)) {
      throw ProblemException.badRequest(
          field,
          "%s must be above 0 and at most %s.".formatted(named(field), MOST.toPlainString()));
    }
    return micros(field, amount);
  }

  /** An amount of zero or more in micros; null where absent. */
  static Long amount(String field, BigDecimal amount) {
    if (amount != null && (amount.signum() < 0 || amount.compareTo(MOST) > 0)) {
      throw ProblemException.badRequest(
          field,
          "%s must be 0 or more and at most %s.".formatted(named(field), MOST.toPlainString()));
    }
    return micros(field, amount);
  }

  private static Long micros(String field, BigDecimal amount) {
    if (amount == null) {
      return null;
    }
    if (amount.stripTrailingZeros().scale() > DECIMALS) {
      throw ProblemException.badRequest(field, named(field) + " may have at most six decimals.");
    }
    return amount.movePointRight(DECIMALS).longValueExact();
  }

  /** A number from 0 to {@code most}; null where absent. */
  static Double share(String field, BigDecimal share, int most) {
    if (share == null) {
      return null;
    }
    if (share.signum() < 0 || share.compareTo(BigDecimal.valueOf(most)) > 0) {
      throw ProblemException.badRequest(
          field, "%s is a share: from 0 to %d, as 0.2 for 20 %%.".formatted(named(field), most));
    }
    return share.doubleValue();
  }

  /** A number above zero that a double holds. */
  static double ratio(String field, BigDecimal ratio) {
    if (ratio == null
        || ratio.signum() <= 0
        || ratio.compareTo(MOST) > 0
        || ratio.doubleValue() < 1e-9) {
      throw ProblemException.badRequest(
          field,
          "%s must be above 0 and at most %s.".formatted(named(field), MOST.toPlainString()));
    }
    return ratio.doubleValue();
  }

  /** A name that must be there. */
  static String name(String field, String name) {
    if (name == null || name.isBlank()) {
      throw ProblemException.badRequest(field, named(field) + " is missing.");
    }
    if (name.length() > LONGEST_NAME) {
      throw ProblemException.badRequest(
          field, "%s may have at most %d characters.".formatted(named(field), LONGEST_NAME));
    }
    StorableText.flaw(name)
        .ifPresent(
            flaw -> {
              throw ProblemException.badRequest(field, field + " " + flaw + ".");
            });
    return name;
  }

  private static String named(String field) {
    return field.indexOf('.') < 0 && field.indexOf('[') < 0 ? "The " + field : field;
  }

  static void checkOrder(String at, Long minimum, Long maximum) {
    if (minimum != null && maximum != null && minimum > maximum) {
      throw ProblemException.badRequest(
          at + ".minimum", at + ".minimum must not be above the maximum.");
    }
  }

  static void checkCount(String field, int count, int most) {
    if (count > most) {
      throw ProblemException.badRequest(
          field, "%s may hold at most %d; these are %d.".formatted(field, most, count));
    }
  }

  static <T> T present(String field, T value) {
    if (value == null) {
      throw ProblemException.badRequest(field, field + " is null; leave it out or give a value.");
    }
    return value;
  }
}
