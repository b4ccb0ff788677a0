package dev.bellwether.trend.measure.throughput;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Seeded posts of which the words are drawn as language draws them: by Zipf's law with exponent 1,
 * eight to eighteen words a post, a hashtag in a quarter, an account in a quarter, a link in a
 * tenth.
 *
 * @param vocabulary different words
 */
record Chatter(int vocabulary) {

  private static final int LEAST_WORDS = 8;
  private static final int MORE_WORDS = 11;
  private static final String CONSONANTS = "bcdfghklmnprstvz";
  private static final String VOWELS = "aeiou";

  /** So many texts; the same for the same seed. */
  List<String> texts(int count, long seed) {
    var random = new SplittableRandom(seed);
    var texts = new ArrayList<String>(count);
    for (int i = 0; i < count; i++) {
      texts.add(text(random));
    }
    return texts;
  }

  private String text(SplittableRandom random) {
    int words = LEAST_WORDS + random.nextInt(MORE_WORDS);
    var text = new StringBuilder(words * 8);
    if (random.nextInt(4) == 0) {
      text.append('@').append(word(random)).append(' ');
    }
    for (int i = 0; i < words; i++) {
      text.append(i == 0 ? "" : i % 7 == 0 ? ", " : " ").append(word(random));
    }
    if (random.nextInt(4) == 0) {
      text.append(" #").append(word(random));
    }
    if (random.nextInt(10) == 0) {
      text.append(" https://example.com/").append(word(random));
    }
    return text.toString();
  }

  /** Rank drawn by the inverse of the continuous Zipf distribution. */
  private String word(SplittableRandom random) {
    return spelt((long) Math.exp(random.nextDouble() * Math.log(vocabulary)));
  }

  /** Another word for each number, common ones short. */
  static String spelt(long number) {
    var word = new StringBuilder();
    long left = number + (long) CONSONANTS.length() * VOWELS.length();
    while (left > 0) {
      word.append(CONSONANTS.charAt((int) (left % CONSONANTS.length())));
      left /= CONSONANTS.length();
      word.append(VOWELS.charAt((int) (left % VOWELS.length())));
      left /= VOWELS.length();
    }
    return word.toString();
  }

  /** A text of words that no other number's text has. */
  static String novel(long number, int words) {
    var text = new StringBuilder();
    for (long i = 0; i < words; i++) {
      text.append(i == 0 ? "" : " ").append(spelt(number * words + i));
    }
    return text.toString();
  }
}
