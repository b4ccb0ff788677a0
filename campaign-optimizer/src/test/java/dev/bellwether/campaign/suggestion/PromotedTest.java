package dev.bellwether.campaign.suggestion;

import static dev.bellwether.campaign.suggestion.Given.line;
import static dev.bellwether.campaign.suggestion.Given.link;
import static dev.bellwether.campaign.suggestion.Given.rising;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.bellwether.contracts.ads.Segment;
import dev.bellwether.contracts.monitor.Monitor;
import java.util.List;
import org.junit.jupiter.api.Test;

class PromotedTest {

  private static final AdLine KITTIWAKE = line("Kittiwake launch", "Kittiwake DE feed", 100);
  private static final AdLine SKERRY = line("Prospecting", "Skerry search", 50);
  private static final AdLine PLAIN = line("Retargeting", "DE 25-34 stories", 50);
  private static final List<AdLine> ALL = List.of(KITTIWAKE, SKERRY, PLAIN);

  private static final BrandLink OTHER =
      new BrandLink("default", "m2", "Fulmar", List.of("Skerry"), List.of(), List.of("a1"));

  @Test
  void anAccountOfOneMonitorPromotesItsBrandWithEverything() {
    assertEquals(ALL, Promoted.of(link(), List.of(), null, ALL));
  }

  @Test
  void ofAnAccountThatBrandsShareItIsTheLinesThatNameTheBrandOrItsProducts() {
    var fulmar =
        new BrandLink("default", "m2", "Fulmar", List.of("Fulmar"), List.of(), List.of("a1"));
    assertEquals(List.of(KITTIWAKE, SKERRY), Promoted.of(link(), List.of(fulmar), null, ALL));
  }

  @Test
  void whereNoLineNamesTheBrandItIsThoseThatNameNoOther() {
    var lines = List.of(line("Prospecting", "Skerry search", 50), PLAIN);
    var bare =
        new BrandLink("default", "m1", "Ternfell", List.of("Ternfell"), List.of(), List.of("a1"));
    assertEquals(List.of(PLAIN), Promoted.of(bare, List.of(OTHER), null, lines));
  }

  @Test
  void aStormAboutOneProductConcernsTheLinesThatNameIt() {
    var leaking = rising("t1", List.of("kitti leak", "#lids"));
    assertEquals(List.of(KITTIWAKE), Promoted.of(link(), List.of(), leaking, ALL));
    assertEquals(ALL, Promoted.of(link(), List.of(), rising("t2", List.of("leak", "lids")), ALL));
  }

  @Test
  void aTrendTouchesLinesByAnyOfAProductsNamesByHashtagsAndBySegments() {
    assertEquals(List.of(KITTIWAKE), touched("#KittiwakeSummer"));
    assertEquals(List.of(KITTIWAKE), touched("kitti"));
    assertEquals(List.of(), touched("ternfell"));
    var coffee = new AdLine("Prospecting", "x1", new Segment(null, null, null, "coffee", null), 1);
    assertEquals(
        List.of(coffee),
        Promoted.touched(link(), rising("t", List.of("coffee morning")), List.of(coffee, PLAIN)));
  }

  /** Else a post about "stories" would touch every ad that is shown in them. */
  @Test
  void howAnAdIsShownIsNotWhatItIsAbout() {
    var shown =
        new AdLine(
            "Prospecting",
            "DE explore 25-34",
            new Segment("25-34", null, null, null, "explore"),
            1);
    assertEquals(
        List.of(),
        Promoted.touched(
            link(), rising("t", List.of("explore", "stories")), List.of(shown, PLAIN)));
  }

  @Test
  void peopleAndPagesAreNeitherKeptNorCompared() {
    var topic = rising("t", List.of("@kittiwake_fan", "example.org/kittiwake", "lids"));
    assertEquals(List.of("lids"), topic.terms());
    assertEquals(List.of(), Promoted.touched(link(), topic, ALL));
  }

  @Test
  void anInactiveMonitorIsLinkedToNoAccount() {
    var m = Given.monitor("m1", "a1");
    var off =
        new Monitor(
            m.schemaVersion(),
            m.workspace(),
            m.id(),
            2,
            m.name(),
            m.query(),
            m.keywords(),
            m.excluded(),
            m.brand(),
            m.aliases(),
            m.products(),
            m.competitors(),
            m.adAccounts(),
            false);
    assertEquals(List.of(), BrandLink.of(off).accounts());
  }

  private static List<AdLine> touched(String term) {
    return Promoted.touched(link(), rising("t", List.of(term)), ALL);
  }
}
