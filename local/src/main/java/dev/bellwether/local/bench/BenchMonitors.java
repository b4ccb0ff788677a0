package dev.bellwether.local.bench;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;

/**
 * Queries such as teams write, made of the words of the posts themselves, so that they do match:
 * names with their tags and accounts, names among topics, phrases, words near others, wildcards,
 * fields. The same words and number give the same queries.
 */
record BenchMonitors(List<String> queries) {

  private static final long SEED = 7;
  private static final Pattern WORD = Pattern.compile("[a-z]{4,15}");

  /** Words of everyday: nobody watches for "that". */
  private static final int TOO_COMMON = 150;

  static BenchMonitors of(List<String> texts, int number) {
    var draw = new Draw(words(texts), new Random(SEED));
    var queries = new ArrayList<String>(number);
    for (int i = 0; i < number; i++) {
      queries.add(draw.query(i % 10));
    }
    return new BenchMonitors(queries);
  }

  /** By falling frequency. */
  private static List<String> words(List<String> texts) {
    var counts = new HashMap<String, Integer>();
    for (var text : texts) {
      var seen = new HashSet<String>();
      var words = WORD.matcher(text.toLowerCase(Locale.ROOT));
      while (words.find()) {
        if (seen.add(words.group())) {
          counts.merge(words.group(), 1, Integer::sum);
        }
      }
    }
    return counts.entrySet().stream()
        .sorted(
            Map.Entry.<String, Integer>comparingByValue()
                .reversed()
                .thenComparing(Map.Entry.comparingByKey()))
        .map(Map.Entry::getKey)
        .skip(TOO_COMMON)
        .toList();
  }

  private record Draw(List<String> words, Random random) {

    /** Common words more often than rare ones, as ranks in a language are. */
    String word() {
      return words.get((int) (Math.pow(words.size(), random.nextDouble()) - 1));
    }

    String rare() {
      return words.get(random.nextInt(words.size() / 20, words.size()));
    }

    String query(int kind) {
      var name = rare();
      return switch (kind) {
        case 0, 1 -> "%s OR #%s OR @%s".formatted(name, name, name);
        case 2 -> "(%s OR \"%s %s\") NOT %s".formatted(name, name, word(), word());
        case 3, 4 ->
            "%s AND (%s OR %s OR %s) NOT %s".formatted(word(), word(), rare(), rare(), word());
        case 5 -> "\"%s %s\" OR \"%s %s\"".formatted(word(), word(), rare(), word());
        case 6 -> "%s NEAR/5 (%s OR %s)".formatted(word(), word(), word());
        case 7 -> "%s ONEAR/3 %s".formatted(word(), word());
        case 8 -> "%s* AND %s".formatted(name.substring(0, Math.min(5, name.length())), word());
        default -> "language:en AND platform:x AND %s AND NOT %s".formatted(rare(), word());
      };
    }
  }
}
