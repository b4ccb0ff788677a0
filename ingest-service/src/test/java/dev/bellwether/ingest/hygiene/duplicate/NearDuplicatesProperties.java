package dev.bellwether.ingest.hygiene.duplicate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.bellwether.ingest.hygiene.duplicate.TextIndex.Entry;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class NearDuplicatesProperties {

  /** Of words that recur, with marks, tags, handles and figures between them. */
  @Provide
  Arbitrary<String> posts() {
    return Arbitraries.of(
            "flood",
            "water",
            "rescue",
            "the",
            "bridge",
            "closed",
            "2013",
            "7,000",
            "#flood",
            "@jane",
            "-",
            "news:",
            "l'eau",
            "Brücke",
            "洪水",
            "stay",
            "safe",
            "everyone",
            "!")
        .list()
        .ofMinSize(6)
        .ofMaxSize(90)
        .map(words -> "Report from town hall " + String.join(" ", words));
  }

  /** Made of letters only, each text of words that no other text has. */
  private static String unrelated(int number) {
    return IntStream.range(0, 8)
        .mapToObj(i -> word(number * 8 + i))
        .reduce("", (text, word) -> text + " " + word)
        .strip();
  }

  private static String word(int number) {
    var word = new StringBuilder("w");
    for (int left = number; left > 0; left /= 26) {
      word.append((char) ('a' + left % 26));
    }
    return word.append("q").toString();
  }

  private static Words words(String text) {
    return WordScanner.words(text).orElseThrow();
  }

  @Property
  void aTextIsLikeItselfAndLikenessIsAShare(
      @ForAll("posts") String one, @ForAll("posts") String other) {
    assertEquals(1, Similarity.of(words(one), words(one)));
    double similarity = Similarity.of(words(one), words(other));
    assertTrue(similarity >= 0 && similarity <= 1, () -> one + " / " + other);
  }

  @Property
  void noOrderOfTwoTextsDecidesHowMuchTheyMayShare(
      @ForAll("posts") String one, @ForAll("posts") String other) {
    Words a = words(one);
    Words b = words(other);
    assertTrue(Alignment.of(a, b).shared() <= Math.min(a.size(), b.size()));
    assertEquals(a.mostInCommon(b), b.mostInCommon(a));
    assertEquals(a.sameAs(b), b.sameAs(a));
  }

  @Property
  void theGapsAndWhatIsSharedAreTheWholeOfBothTexts(
      @ForAll("posts") String one, @ForAll("posts") String other) {
    Words a = words(one);
    Words b = words(other);
    Alignment alignment = Alignment.of(a, b);
    int mine = alignment.gaps().stream().mapToInt(Alignment.Gap::mine).sum();
    int others = alignment.gaps().stream().mapToInt(Alignment.Gap::others).sum();
    assertEquals(a.size(), mine + alignment.shared());
    assertEquals(b.size(), others + alignment.shared());
  }

  @Property
  void whatIsPassedOnWithAnotherCaseLinkOrRetweetPrefixIsACopy(
      @ForAll("posts") String text, @ForAll @IntRange(max = 3) int how) {
    var index = new TextIndex(16, 64);
    index.add(new Entry(words(text + " https://example.org/1"), 7, 1));
    String passedOn =
        switch (how) {
          case 0 -> text.toUpperCase(Locale.ROOT) + " https://example.org/1";
          case 1 -> "RT @someone: " + text + " https://example.org/1";
          case 2 -> text + " https://example.net/other?x=1";
          default -> text;
        };
    assertEquals(Optional.of(7L), index.find(words(passedOn)).map(Entry::cluster));
  }

  @Property(tries = 200)
  void theOrderOfUnrelatedTextsDoesNotMatter(
      @ForAll("posts") String text, @ForAll @IntRange(max = 500) int others, @ForAll long seed) {
    var entries = new ArrayList<Entry>();
    entries.add(new Entry(words(text), 1_000_000, 0));
    for (int i = 0; i < others; i++) {
      entries.add(new Entry(words(unrelated(i)), i, i + 1));
    }
    Collections.shuffle(entries, new Random(seed));
    var index = new TextIndex(16, 1_024);
    entries.forEach(index::add);
    assertEquals(
        Optional.of(1_000_000L), index.find(words("RT @someone: " + text)).map(Entry::cluster));
    assertEquals(Optional.empty(), index.find(words(unrelated(100_000))).map(Entry::cluster));
  }

  @Property(tries = 100)
  void anIndexHoldsTheLastSoManyTextsAndNoMore(
      @ForAll @Size(min = 1, max = 400) List<@IntRange(max = 300) Integer> sent) {
    int most = 64;
    var index = new TextIndex(4, most);
    var held = new ArrayList<Integer>();
    for (int number : sent) {
      index.add(new Entry(words(unrelated(number)), number, number));
      if (!held.contains(number)) {
        held.add(number);
        if (held.size() > most) {
          held.removeFirst();
        }
      }
      assertEquals(held.size(), index.size());
    }
    for (int number : held) {
      assertEquals(
          Optional.of((long) number), index.find(words(unrelated(number))).map(Entry::cluster));
    }
  }
}
