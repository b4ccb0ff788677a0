package dev.bellwether.local.simulator;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * One of the invented makers of bottles.
 *
 * @param name as written on the bottle
 * @param handle its account, with the at sign
 * @param products product names, each the maker's own word
 */
public record Brand(String name, String handle, List<String> products) {
  public static final Brand TERNFELL =
      new Brand("Ternfell", "@ternfell", List.of("Skerry", "Fulmar", "Gannet", "Kittiwake"));
  public static final Brand PINDRAKE =
      new Brand("Pindrake", "@pindrake", List.of("Bramblo", "Trekka", "Dunlow"));
  public static final Brand OLVESSA =
      new Brand("Olvessa", "@olvessa", List.of("Lumea", "Ariette", "Noctelle"));

  /** The brand listened to first, then its competitors. */
  public static final List<Brand> ALL = List.of(TERNFELL, PINDRAKE, OLVESSA);

  public Brand {
    products = List.copyOf(products);
  }

  /** Words that say a post is about this brand, lower case: what a monitor for it listens to. */
  public List<String> keywords() {
    return Stream.concat(Stream.of(name), products.stream())
        .map(word -> word.toLowerCase(Locale.ROOT))
        .toList();
  }

  /** Whether one of its words stands in the text as a word. */
  public boolean isNamedIn(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    return keywords().stream().anyMatch(word -> standsIn(lower, word));
  }

  private static boolean standsIn(String text, String word) {
    for (int at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
      int end = at + word.length();
      boolean starts = at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1));
      if (starts && (end == text.length() || !Character.isLetterOrDigit(text.charAt(end)))) {
        return true;
      }
    }
    return false;
  }
}
