package dev.bellwether.trend.detection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class TermExtractorTest {

  private static final TermExtractor EXTRACTOR = TermExtractor.standard();

  @Test
  void wordsHashtagsAndTheirPairsAreTermsInEitherOrder() {
    assertEquals(
        Set.of(
            "battery",
            "leaking",
            "#brandfail",
            "battery leaking",
            "#brandfail battery",
            "#brandfail leaking"),
        terms("The BATTERY was leaking #BrandFail"));
    assertEquals(terms("battery leaking"), terms("leaking battery"));
  }

  @Test
  void aLinkIsItsHostAndPathWithoutQueryAndFullStop() {
    assertEquals(
        Set.of("example.com/Some/page"), terms("(https://WWW.Example.com/Some/page?utm=1#top)."));
    assertEquals(Set.of(), terms("it is off http://t.co/abc…"));
  }

  @Test
  void numbersShortWordsAndEntitiesSayNothing() {
    assertEquals(Set.of("kettle"), terms("ok &amp; kettle 2024 7x"));
  }

  @Test
  void whoIsRepeatedIsNoTopicButWhoIsSpokenToIs() {
    assertEquals(Set.of("kettle"), terms("RT @somebody: kettle"));
    assertEquals(Set.of("@brand", "kettle", "@brand kettle"), terms("@Brand kettle"));
  }

  @Test
  void otherLanguagesHaveStopWordsToo() {
    assertEquals(
        Set.of("kaffee", "schmeckt", "kaffee schmeckt"), terms("Der Kaffee schmeckt mir nicht"));
    assertEquals(Set.of("décevant"), terms("C’est très décevant"));
  }

  @Test
  void theNameOfAPossessorIsTheName() {
    assertEquals(terms("Boston marathon"), terms("Boston’s marathon"));
  }

  @Test
  void aWordFarAwayFormsNoPair() {
    assertEquals(
        List.of(),
        terms("apple banana cherry damson elder figs").stream()
            .filter(term -> term.equals("apple figs"))
            .toList());
  }

  @Test
  void copiesOfATextShareTheirContentAndOtherTextsDoNot() {
    long original = content("Kettle recall announced after battery fires in three towns");
    assertEquals(
        original,
        content(
            "RT @news: Kettle recall announced after battery fires in three towns http://t.co/x"));
    assertNotEquals(original, content("My kettle still works, no battery and no fires here"));
    assertEquals(0, content("kettle fire"));
    assertEquals(content("RT @a: kettle fire"), content("RT @b: Kettle fire!"));
  }

  private static long content(String text) {
    var scanner = EXTRACTOR.scanner();
    scanner.scan(text);
    return scanner.content();
  }

  private static Set<String> terms(String text) {
    return EXTRACTOR.termsOf(text).stream().collect(Collectors.toSet());
  }
}
