package dev.bellwether.sentiment.text;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Spellings that a language's model does not tell apart, beyond case, elongation and apostrophes.
 */
public enum Folding {
  /** Latin letters lose their accents: {@code é} as {@code e}. */
  ACCENTS,
  /** Arabic: alefs as one, {@code ى} as {@code ي}, {@code ة} as {@code ه}, hamza's seats bare. */
  ARABIC,
  /** Devanagari: no nukta; candrabindu as anusvara. */
  DEVANAGARI;

  /** The name in model files and options. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * From names joined by {@code +}; an empty string is none.
   *
   * @throws IllegalArgumentException naming what is no folding
   */
  public static Set<Folding> parse(String names) {
    var found = EnumSet.noneOf(Folding.class);
    for (var name : names.isEmpty() ? new String[0] : names.split("\\+")) {
      try {
        found.add(valueOf(name.toUpperCase(Locale.ROOT)));
      } catch (IllegalArgumentException e) {
        throw new IllegalArgumentException(
            "no folding is called " + name + "; there are accents, arabic, devanagari", e);
      }
    }
    return Set.copyOf(found);
  }

  /** The inverse of {@link #parse}. */
  public static String join(Set<Folding> foldings) {
    return foldings.stream().sorted().map(Folding::wireName).collect(Collectors.joining("+"));
  }
}
