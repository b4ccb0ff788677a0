package dev.bellwether.campaign.measure.mmm;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Which column of a file is what. Robyn's names end in _S (spend), _I and _P (exposure of what
 * spend bought) and _B (baseline); Meridian's in _spend, _impression and _control.
 *
 * @param worth of a unit of the target; null where it is money
 * @param geo null for a national series
 * @param population null where it is not known
 */
record Columns(
    String date,
    String target,
    String worth,
    String geo,
    String population,
    List<String> spend,
    List<String> organic,
    List<String> controls) {

  /** What the user named; null or empty where he did not. */
  record Named(
      String date,
      String target,
      String geo,
      List<String> spend,
      List<String> organic,
      List<String> controls) {}

  /**
   * @throws UnusableFileException names what is missing and the option that would help
   */
  static Columns of(Collection<String> header, Named named) throws UnusableFileException {
    String date = one(header, named.date(), "--date", List.of("date", "time", "week", "ds"));
    String target =
        one(header, named.target(), "--target", List.of("revenue", "conversions", "sales", "y"));
    String geo = named.geo() == null ? find(header, "geo") : known(header, named.geo());
    List<String> spend =
        several(header, named.spend(), c -> c.endsWith("_S") || lower(c).endsWith("_spend"));
    if (spend.isEmpty()) {
      throw new UnusableFileException(
          "No column looks like spend; name them with --spend, for example --spend tv,search.");
    }
    List<String> organic =
        several(
            header, named.organic(), c -> c.equals("newsletter") || lower(c).startsWith("organic"));
    List<String> controls =
        several(
            header,
            named.controls(),
            c ->
                c.endsWith("_B")
                    || lower(c).endsWith("_control")
                    || lower(c).equals("promo")
                    || lower(c).equals("events"));
    String worth = target.equals("conversions") ? find(header, "revenue_per_conversion") : null;
    return new Columns(
        date, target, worth, geo, find(header, "population"), spend, organic, controls);
  }

  /** All that must hold numbers. */
  List<String> numbers() {
    List<String> numbers = new ArrayList<>(spend);
    numbers.addAll(organic);
    numbers.add(target);
    Stream.of(worth, population).filter(c -> c != null).forEach(numbers::add);
    return numbers;
  }

  private static String one(
      Collection<String> header, String named, String option, List<String> usual)
      throws UnusableFileException {
    if (named != null) {
      return known(header, named);
    }
    for (String name : usual) {
      String found = find(header, name);
      if (found != null) {
        return found;
      }
    }
    throw new UnusableFileException(
        "No column is named " + String.join(", ", usual) + "; name it with " + option + ".");
  }

  private static List<String> several(
      Collection<String> header, List<String> named, Predicate<String> usual)
      throws UnusableFileException {
    if (named == null) {
      return header.stream().filter(usual).toList();
    }
    List<String> found = new ArrayList<>();
    for (String name : named) {
      found.add(known(header, name));
    }
    return List.copyOf(found);
  }

  private static String known(Collection<String> header, String name) throws UnusableFileException {
    if (!header.contains(name)) {
      throw new UnusableFileException(
          "There is no column " + name + "; there are " + String.join(", ", header) + ".");
    }
    return name;
  }

  private static String find(Collection<String> header, String name) {
    return header.stream().filter(c -> lower(c).equals(name)).findFirst().orElse(null);
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
