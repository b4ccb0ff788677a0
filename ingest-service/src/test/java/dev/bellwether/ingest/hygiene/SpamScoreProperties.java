package dev.bellwether.ingest.hygiene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.bellwether.ingest.hygiene.Assessment.Signs;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;

class SpamScoreProperties {

  @Provide
  Arbitrary<String> texts() {
    Arbitrary<String> promotion =
        Arbitraries.of(
            "giveaway",
            "50% off",
            "-30%",
            "f4f",
            "dm me",
            "crypto",
            "nur heute",
            "今だけ",
            "30%オフ",
            "اربح",
            "https://bit.ly/1",
            "#a",
            "@b",
            "frее");
    return Arbitraries.oneOf(promotion, Arbitraries.strings().ofMaxLength(12))
        .list()
        .ofMaxSize(20)
        .map(parts -> String.join(" ", parts));
  }

  @Property
  void aScoreIsFromZeroToOneAndHasReasonsIffItIsAboveZero(
      @ForAll("texts") String text, @ForAll boolean copied) {
    Assessment spam = SpamScore.of(text, PostEntities.in(text), copied);
    assertTrue(spam.score() >= 0 && spam.score() <= 1);
    assertEquals(spam.score() > 0, !spam.reasons().isEmpty());
    assertEquals(spam.reasons().stream().distinct().toList(), spam.reasons());
  }

  @Property
  void whatIsCopiedByManyIsNeverLessSuspicious(@ForAll("texts") String text) {
    PostEntities entities = PostEntities.in(text);
    Assessment alone = SpamScore.of(text, entities, false);
    Assessment copied = SpamScore.of(text, entities, true);
    assertTrue(copied.score() > alone.score());
    assertTrue(copied.reasons().containsAll(alone.reasons()));
  }

  @Property
  void anotherSignNeverLowersAScore(
      @ForAll List<@DoubleRange(min = 0, max = 1) Double> weights,
      @ForAll @DoubleRange(min = 0, max = 1) double another) {
    var signs = new Signs();
    weights.forEach(weight -> signs.add(true, "sign", weight));
    double before = signs.assessment().score();
    signs.add(false, "none", another);
    assertEquals(before, signs.assessment().score());
    signs.add(true, "another", another);
    double after = signs.assessment().score();
    assertTrue(after >= before && after >= another - 1e-12 && after <= 1);
  }

  @Property
  void phrasesAreFoundHoweverTheyAreWrittenLarge(@ForAll("texts") String text) {
    // the Turkish dotted capital and the like change length in lower case; ASCII does not
    String ascii = text.replaceAll("[^\\x20-\\x7e]", " ");
    assertEquals(Promotion.in(ascii), Promotion.in(ascii.toUpperCase(java.util.Locale.ROOT)));
  }
}
