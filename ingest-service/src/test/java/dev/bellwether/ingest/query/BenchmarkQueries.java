package dev.bellwether.ingest.query;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Queries as teams write them, of words that the texts hold: names that are seldom, in a context of
 * words that are common.
 */
final class BenchmarkQueries {

  private final Random random = new Random(20_261_121);
  private final List<String> common;
  private final List<String> names;

  BenchmarkQueries(List<String> texts) {
    Map<String, Integer> counts = new HashMap<>();
    for (String text : texts) {
      for (String word : PostTokens.of(text).distinctWords()) {
        if (word.length() >= 4 && word.chars().allMatch(c -> c < 0x80 && Character.isLetter(c))) {
          counts.merge(word, 1, Integer::sum);
        }
      }
    }
    List<String> byFrequency =
        counts.entrySet().stream()
            .sorted(
                Comparator.<Map.Entry<String, Integer>>comparingInt(entry -> -entry.getValue())
                    .thenComparing(Map.Entry::getKey))
            .map(Map.Entry::getKey)
            .toList();
    common = byFrequency.subList(0, 600);
    names = byFrequency.subList(150, Math.min(6_000, byFrequency.size()));
  }

  List<Query> take(int count) throws QuerySyntaxException {
    List<Query> queries = new ArrayList<>(count);
    while (queries.size() < count) {
      queries.add(Query.parse(text(random.nextInt(100))));
    }
    return queries;
  }

  private String text(int kind) {
    String name = name();
    if (kind < 30) {
      return any(name, "\"" + name + " " + word() + "\"", "#" + name, "@" + name, name + "*")
          + " NOT "
          + any(word(), word());
    }
    if (kind < 55) {
      return any(name, name(), "\"" + name() + " " + name() + "\"")
          + " AND "
          + any(words(12).toArray(String[]::new));
    }
    if (kind < 75) {
      return any(name, name()) + " NEAR/5 " + any(words(6).toArray(String[]::new));
    }
    if (kind < 83) {
      return word() + " ONEAR/3 " + any(words(4).toArray(String[]::new)) + " AND " + word();
    }
    if (kind < 91) {
      return any("#" + name, "#" + name(), "@" + name()) + " -\"" + word() + " " + word() + "\"";
    }
    if (kind < 97) {
      return "language:en " + any(name, name()) + " " + any(words(5).toArray(String[]::new));
    }
    return "platform:(x OR bluesky) language:(de OR fr)";
  }

  private static String any(String... parts) {
    return Stream.of(parts).distinct().collect(Collectors.joining(" OR ", "(", ")"));
  }

  private List<String> words(int count) {
    return Stream.generate(this::word).limit(count).toList();
  }

  private String word() {
    return common.get(random.nextInt(common.size()));
  }

  private String name() {
    return names.get(random.nextInt(names.size()));
  }
}
