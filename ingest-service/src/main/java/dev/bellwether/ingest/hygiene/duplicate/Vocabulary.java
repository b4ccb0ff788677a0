package dev.bellwether.ingest.hygiene.duplicate;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The few words that mean something to the comparison. */
final class Vocabulary {

  /** Written out by one and as a figure by the next. */
  private static final Map<Integer, Integer> NUMBERS = numbers();

  private static final Set<Integer> BEFORE_HANDLES =
      Stream.of("rt", "mt", "rft", "via", "from", "by")
          .map(word -> WordList.word(hash(word), letters(word), false))
          .collect(Collectors.toUnmodifiableSet());

  private Vocabulary() {}

  static int word(int hash, int letters, boolean number) {
    if (number) {
      return WordList.word(hash, letters, true);
    }
    int word = WordList.word(hash, letters, false);
    return NUMBERS.getOrDefault(word, word);
  }

  static boolean introducesHandle(int word) {
    return BEFORE_HANDLES.contains(word & ~(Words.TAG | Words.BREAK));
  }

  private static Map<Integer, Integer> numbers() {
    String[] words = {
      "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
      "twelve"
    };
    var numbers = new HashMap<Integer, Integer>();
    for (int i = 0; i < words.length; i++) {
      String figure = Integer.toString(i + 1);
      numbers.put(
          WordList.word(hash(words[i]), letters(words[i]), false),
          WordList.word(hash(figure), letters(figure), true));
    }
    return Map.copyOf(numbers);
  }

  private static int hash(String word) {
    return word.chars().reduce(WordList.EMPTY, WordList::add);
  }

  private static int letters(String word) {
    return word.chars().map(WordList::letter).reduce(0, (a, b) -> a | b);
  }
}
