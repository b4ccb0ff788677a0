package dev.bellwether.campaign.suggestion;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Names as sets of words, so that "#KittiwakeLaunch", "kittiwake" and "Kittiwake EU" can meet. */
final class Words {

  private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");
  private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");

  /** Where a small letter is followed by a large one a new word begins: hashtags are so written. */
  private static final Pattern HUMP = Pattern.compile("(?<=\\p{Ll})(?=\\p{Lu})");

  private static final int SHORTEST = 3;

  /** Words of the trade, which say nothing of what is advertised. */
  private static final Set<String> TRADE =
      Set.of(
          "ads",
          "adset",
          "age",
          "all",
          "audience",
          "awareness",
          "brand",
          "campaign",
          "conversion",
          "conversions",
          "feed",
          "female",
          "instagram",
          "facebook",
          "google",
          "launch",
          "lookalike",
          "male",
          "men",
          "new",
          "prospecting",
          "reels",
          "remarketing",
          "retargeting",
          "sale",
          "sales",
          "search",
          "stories",
          "test",
          "the",
          "traffic",
          "video",
          "women");

  private Words() {}

  /** Words of three letters or more that say something; none for links and accounts. */
  static Set<String> of(String text) {
    var words = new LinkedHashSet<String>();
    if (text == null || isPrivate(text)) {
      return words;
    }
    for (String piece : BETWEEN.split(text)) {
      add(words, piece);
      var parts = HUMP.split(piece);
      if (parts.length > 1) {
        Arrays.stream(parts).forEach(part -> add(words, part));
      }
    }
    return words;
  }

  /** Whether a term leads to a person or a page: such are neither compared nor kept. */
  static boolean isPrivate(String term) {
    return term.indexOf('@') >= 0 || term.indexOf('/') >= 0;
  }

  /** The words of a name, all of which must be there for it to be named. */
  static boolean names(Set<String> words, String name) {
    var own = of(name);
    return !own.isEmpty() && words.containsAll(own);
  }

  static boolean namesAny(Set<String> words, List<String> names) {
    return names.stream().anyMatch(name -> names(words, name));
  }

  private static void add(Set<String> words, String piece) {
    String plain =
        ACCENTS
            .matcher(Normalizer.normalize(piece, Normalizer.Form.NFKD))
            .replaceAll("")
            .toLowerCase(Locale.ROOT);
    if (plain.codePointCount(0, plain.length()) >= SHORTEST
        && !TRADE.contains(plain)
        && plain.codePoints().anyMatch(Character::isLetter)) {
      words.add(plain);
    }
  }
}
