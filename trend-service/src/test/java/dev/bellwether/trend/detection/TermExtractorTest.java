package dev.bellwether.trend.detection;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.bellwether.contracts.mention.Mention;
import dev.bellwether.trend.Mentions;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TermExtractorTest {

  private static final TermExtractor EXTRACTOR = TermExtractor.standard();

  @Test
  void wordsPairsAndHashtagsAreTermsAndStopWordsPartPairs() {
    assertEquals(
        Set.of("#brandfail", "battery", "battery leaking", "leaking", "refund"),
        terms("The BATTERY leaking and the refund #BrandFail", List.of("brandfail")));
  }

  @Test
  void addressesNumbersAndShortWordsSayNothing() {
    assertEquals(
        Set.of("kettle"), terms("ok kettle 2024 https://example.com/some/page 7x", List.of()));
  }

  @Test
  void otherLanguagesHaveStopWordsToo() {
    assertEquals(
        Set.of("kaffee", "schmeckt", "kaffee schmeckt"),
        terms("Der Kaffee schmeckt mir nicht", List.of()));
    assertEquals(Set.of("décevant"), terms("C'est très décevant", List.of()));
  }

  @Test
  void aMarkBetweenWordsPartsThem() {
    assertEquals(Set.of("refund", "kettle"), terms("refund. kettle", List.of()));
  }

  private static Set<String> terms(String text, List<String> hashtags) {
    Mention mention = Mentions.mention("x:1", Instant.EPOCH, "a", text, hashtags);
    return Set.copyOf(EXTRACTOR.termsOf(mention));
  }
}
