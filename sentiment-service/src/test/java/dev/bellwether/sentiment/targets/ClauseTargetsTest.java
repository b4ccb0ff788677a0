package dev.bellwether.sentiment.targets;

import static dev.bellwether.contracts.sentiment.SentimentLabel.NEGATIVE;
import static dev.bellwether.contracts.sentiment.SentimentLabel.NEUTRAL;
import static dev.bellwether.contracts.sentiment.SentimentLabel.POSITIVE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.bellwether.contracts.monitor.Product;
import dev.bellwether.contracts.sentiment.SentimentLabel;
import dev.bellwether.contracts.sentiment.TargetSentiment;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClauseTargetsTest {

  private final ClauseTargets targets =
      new ClauseTargets(language -> Optional.of(new WordScorer()));

  @Test
  void onePostMayLoveTheCameraHateTheBatteryAndLeaveForAnother() {
    var found =
        labels("love the camera, hate the battery, switching to Acme", "Acme", "camera", "battery");
    assertEquals(Map.of("Acme", POSITIVE, "camera", POSITIVE, "battery", NEGATIVE), found);
  }

  @Test
  void aBrandsNameIsNoFeelingWhateverTheModelHearsInIt() {
    assertEquals(Map.of("Acme", NEUTRAL), labels("Waiting outside Acme", "Acme"));
    assertEquals(Map.of("Acme", POSITIVE), labels("Acme is great", "Acme"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The screen is great but the pen is awful",
        "The screen is great. The pen? Awful.",
        "screen great, pen awful",
        "Great screen 😀 awful pen",
        "The screen is great and the pen is awful",
        "Although the screen is great, the pen is awful",
        "screen: great; pen: awful",
        "great screen awful pen"
      })
  void eachClauseSpeaksOfItsOwnTarget(String text) {
    assertEquals(Map.of("screen", POSITIVE, "pen", NEGATIVE), labels(text, "screen", "pen"), text);
  }

  @Test
  void ofNamesThatComeOnceNothingIsKept() {
    var text = "Acme is great, Bolt is awful";
    var acme = List.of(Monitors.of("Acme"));
    // the same id and version
    var bolt = List.of(Monitors.of("Bolt"));
    assertEquals("Acme", targets.scoreOnce(text, "en", acme).getFirst().name());
    assertEquals("Bolt", targets.score(text, "en", bolt).getFirst().name());
    assertEquals("Acme", targets.scoreOnce(text, "en", acme).getFirst().name());
    assertEquals(List.of(), TargetScorer.NONE.scoreOnce(text, "en", acme));
  }

  @Test
  void aListSharesWhatIsSaidOfIt() {
    assertEquals(
        Map.of("Bolt", POSITIVE, "Cora", POSITIVE, "Dune", POSITIVE),
        labels("Bolt, Cora and the Dune are all great", "Bolt", "Cora", "Dune"));
  }

  @Test
  void whatFollowsANameWithoutAnotherBelongsToIt() {
    assertEquals(
        Map.of("Bolt", NEGATIVE, "Cora", NEUTRAL),
        labels("Cora came first. Then Bolt came. It is awful.", "Bolt", "Cora"));
  }

  @Test
  void feelingsAboutTheDayBeforeTheNameDoNotCount() {
    assertEquals(Map.of("Bolt", NEUTRAL), labels("What an awful day. Took the Bolt home", "Bolt"));
    assertEquals(Map.of("Bolt", NEGATIVE), labels("What an awful day, @Bolt", "Bolt"));
  }

  @ParameterizedTest
  @CsvSource({
    "'Bolt is faster than Cora', POSITIVE, NEGATIVE",
    "'Bolt is worse than Cora', NEGATIVE, POSITIVE",
    "'Bolt isn''t better than Cora', NEGATIVE, POSITIVE",
    "'Bolt beats Cora', POSITIVE, NEGATIVE",
    "'Bolt > Cora', POSITIVE, NEGATIVE",
    "'Bolt &gt; Cora', POSITIVE, NEGATIVE",
    "'I prefer Bolt to Cora', POSITIVE, NEGATIVE",
    "'Bolt over Cora any day', POSITIVE, NEGATIVE",
    "'Bolt is not as good as Cora', NEGATIVE, POSITIVE",
    "'Bolt is almost as good as Cora', POSITIVE, POSITIVE",
    "'Bolt puts Cora to shame', POSITIVE, NEGATIVE",
    "'Switched from Cora to Bolt', POSITIVE, NEGATIVE",
    "'Moved to Bolt from Cora', POSITIVE, NEGATIVE",
    "'Ditched Cora for Bolt', POSITIVE, NEGATIVE",
    "'Swapped my Cora for a Bolt', POSITIVE, NEGATIVE",
    "'Bolt has signal here, Cora doesn''t', POSITIVE, NEGATIVE",
    "'Chose Bolt over Cora', POSITIVE, NEUTRAL",
    "'Cancelled my Cora', , NEGATIVE",
    "'I''d kill for a Bolt', POSITIVE,",
    "'Can''t recommend Bolt enough', POSITIVE,",
    "'Nothing beats a Bolt', POSITIVE,",
    "'Bolt has never let me down', POSITIVE,"
  })
  void whatSetsOneAgainstTheOtherIsUnderstood(
      String text, SentimentLabel bolt, SentimentLabel cora) {
    var found = labels(text, "Bolt", "Cora");
    assertEquals(bolt, found.get("Bolt"), text);
    assertEquals(cora, found.get("Cora"), text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Is Bolt any good?",
        "BREAKING: Bolt recalls 300 broken heaters",
        "My sister says Bolt is \"great\"",
        "Bolt",
        "Parked next to Bolt"
      })
  void wordsThatAreNotTheAuthorsFeelingAreNeutral(String text) {
    assertEquals(Map.of("Bolt", NEUTRAL), labels(text, "Bolt"), text);
  }

  @ParameterizedTest
  @CsvSource({
    "de, Der Bildschirm ist gut aber der Stift ist schlecht, Bildschirm, Stift",
    "fr, Un écran génial mais un stylet nul, écran, stylet",
    "ar, الشاشة ممتاز لكن البطارية سيئة, الشاشة, البطارية"
  })
  void otherLanguagesPartTheirClausesByTheirOwnWords(
      String language, String text, String liked, String disliked) {
    var found = labels(targets.score(text, language, List.of(Monitors.of(liked, disliked))));
    assertEquals(Map.of(liked, POSITIVE, disliked, NEGATIVE), found);
  }

  @Test
  void comparisonsAreReadInEnglishOnly() {
    var found = labels(targets.score("Bolt > Cora", "de", List.of(Monitors.of("Bolt", "Cora"))));
    assertEquals(Map.of("Bolt", NEUTRAL, "Cora", NEUTRAL), found);
  }

  @Test
  void aTargetNamedTwiceIsAnsweredOnceWithAllThatKnowIt() {
    var found =
        targets.score(
            "Acme is good. I mean, ACME is great",
            "en",
            List.of(
                Monitors.of("a", 1, List.of(new Product("Acme", List.of()))),
                Monitors.of("b", 1, List.of(new Product("acme", List.of())))));
    assertEquals(1, found.size());
    assertEquals("Acme", found.getFirst().name());
    assertEquals(POSITIVE, found.getFirst().label());
    assertEquals(List.of("a", "b"), found.getFirst().monitors());
  }

  @Test
  void theMoreIsSaidTheSurerTheAnswer() {
    double once = confidence("Bolt is good");
    double twice = confidence("Bolt is good, really great, lovely");
    assertTrue(once < twice && twice <= 1, once + " " + twice);
  }

  @Test
  void aLanguageWithoutAModelIsNotGuessed() {
    var silent = new ClauseTargets(language -> Optional.empty());
    assertEquals(List.of(), silent.score("Bolt is great", "nl", List.of(Monitors.of("Bolt"))));
    assertEquals(List.of(), targets.score("Bolt is great", null, List.of(Monitors.of("Bolt"))));
    assertEquals(List.of(), targets.score("Bolt is great", "en", List.of()));
  }

  private double confidence(String text) {
    return targets.score(text, "en", List.of(Monitors.of("Bolt"))).getFirst().confidence();
  }

  private Map<String, SentimentLabel> labels(String text, String... names) {
    return labels(targets.score(text, "en", List.of(Monitors.of(names))));
  }

  private static Map<String, SentimentLabel> labels(List<TargetSentiment> found) {
    return found.stream().collect(Collectors.toMap(TargetSentiment::name, TargetSentiment::label));
  }
}
