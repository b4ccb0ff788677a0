package dev.bellwether.ingest.language;

import dev.bellwether.contracts.mention.Mention;
import java.util.Arrays;
import java.util.List;

/**
 * Names the language of a short post: by its script where one language has the script to itself,
 * else by the likelihood of its letters, each after up to three others (an n-gram language model
 * with "stupid backoff", Brants et al. 2007, on Lingua's counts). Where the second likeliest
 * language is nearly as likely it names none.
 */
public final class NgramLanguageIdentifier implements LanguageIdentifier {

  static final List<String> BY_LETTERS =
      List.of("de", "en", "es", "fr", "id", "it", "nl", "pl", "pt", "tr");

  // Fewer letters than this are an exclamation, and most exclamations belong to several languages.
  private static final int LEAST_LETTERS = 4;
  // Longer posts say nothing new of their language.
  private static final int MOST_LETTERS = 400;
  private static final int BACKOFF = steps(-Math.log(0.4));
  private static final int FLOOR = steps(14);

  private final NgramTable table;
  private final int leastMargin;

  private NgramLanguageIdentifier(NgramTable table, double leastMargin) {
    this.table = table;
    this.leastMargin = steps(leastMargin);
  }

  /** Reads the n-grams, some 14 MB of them, which takes some tenths of a second. */
  public static NgramLanguageIdentifier load() {
    return withMargin(3);
  }

  /**
   * @param leastMargin by how many nats the likeliest language must lead the second
   */
  static NgramLanguageIdentifier withMargin(double leastMargin) {
    return new NgramLanguageIdentifier(LinguaModels.read(BY_LETTERS), leastMargin);
  }

  @Override
  public String identify(String prose) {
    Letters letters = Letters.in(prose);
    if (letters.all() < LEAST_LETTERS && letters.eastAsian() == 0) {
      return Mention.UNDETERMINED_LANGUAGE;
    }
    String byScript = letters.languageOfScript();
    if (byScript != null) {
      return byScript;
    }
    return RomanisedHindi.looksLike(prose)
        ? Mention.UNDETERMINED_LANGUAGE
        : likeliest(unlikelihoods(prose));
  }

  private String likeliest(int[] sums) {
    int best = 0;
    for (int language = 1; language < sums.length; language++) {
      if (sums[language] < sums[best]) {
        best = language;
      }
    }
    int second = Integer.MAX_VALUE;
    for (int language = 0; language < sums.length; language++) {
      if (language != best) {
        second = Math.min(second, sums[language]);
      }
    }
    return second - sums[best] < leastMargin ? Mention.UNDETERMINED_LANGUAGE : BY_LETTERS.get(best);
  }

  /** By language, the sum of −ln P over the letters, in the table's steps. */
  private int[] unlikelihoods(String prose) {
    int[] sums = new int[BY_LETTERS.size()];
    int[] letter = new int[sums.length];
    int key = 0;
    int run = 0;
    int letters = 0;
    for (int i = 0; i < prose.length() && letters < MOST_LETTERS; i++) {
      char c = prose.charAt(i);
      int code = Character.isLetter(c) ? table.code(Character.toLowerCase(c)) : 0;
      if (code == 0) {
        run = 0;
        key = 0;
        continue;
      }
      letters++;
      run = Math.min(run + 1, NgramTable.LONGEST);
      key = NgramTable.append(key, code);
      unlikelihood(key, run, letter);
      for (int language = 0; language < sums.length; language++) {
        sums[language] += letter[language];
      }
    }
    return sums;
  }

  private void unlikelihood(int key, int run, int[] letter) {
    Arrays.fill(letter, NgramTable.UNSEEN);
    int left = letter.length;
    int penalty = 0;
    for (int length = run; length > 0 && left > 0; length--, penalty += BACKOFF) {
      int found = table.find(NgramTable.last(key, length));
      if (found < 0) {
        continue;
      }
      for (int language = 0; language < letter.length; language++) {
        if (letter[language] == NgramTable.UNSEEN) {
          int value = table.value(found, language);
          if (value != NgramTable.UNSEEN) {
            letter[language] = Math.min(FLOOR, value + penalty);
            left--;
          }
        }
      }
    }
    for (int language = 0; left > 0 && language < letter.length; language++) {
      if (letter[language] == NgramTable.UNSEEN) {
        letter[language] = FLOOR;
      }
    }
  }

  private static int steps(double nats) {
    return (int) Math.round(nats * NgramTable.STEPS_PER_NAT);
  }
}
