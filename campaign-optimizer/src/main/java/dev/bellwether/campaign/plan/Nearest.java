package dev.bellwether.campaign.plan;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** The names that a mistyped one may have meant: the least edits away (Levenshtein 1966). */
final class Nearest {

  private static final int SHOWN = 3;

  /** Longer names are compared by their beginnings: the work grows with the square. */
  private static final int COMPARED = 100;

  private Nearest() {}

  /** A sentence to append, beginning with a blank; empty where there is no name at all. */
  static String hint(String wanted, Collection<String> names) {
    List<String> nearest = names(wanted, names);
    return nearest.isEmpty() ? "" : " The nearest names are: " + String.join(", ", nearest) + ".";
  }

  static List<String> names(String wanted, Collection<String> names) {
    record Near(String name, int edits) {}
    return names.stream()
        .distinct()
        .map(name -> new Near(name, edits(folded(wanted), folded(name))))
        .sorted(Comparator.comparingInt(Near::edits).thenComparing(Near::name))
        .limit(SHOWN)
        .map(Near::name)
        .toList();
  }

  private static String folded(String name) {
    String folded = name.toLowerCase(Locale.ROOT);
    return folded.length() > COMPARED ? folded.substring(0, COMPARED) : folded;
  }

  private static int edits(String a, String b) {
    int[] above = new int[b.length() + 1];
    for (int j = 0; j < above.length; j++) {
      above[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int[] row = new int[above.length];
      row[0] = i;
      for (int j = 1; j < row.length; j++) {
        int replaced = above[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(replaced, 1 + Math.min(above[j], row[j - 1]));
      }
      above = row;
    }
    return above[b.length()];
  }
}
