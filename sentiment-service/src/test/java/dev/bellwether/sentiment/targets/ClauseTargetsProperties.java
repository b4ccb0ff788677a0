package dev.bellwether.sentiment.targets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.bellwether.contracts.monitor.Monitor;
import dev.bellwether.contracts.monitor.Product;
import dev.bellwether.contracts.sentiment.SentimentLabel;
import dev.bellwether.contracts.sentiment.TargetSentiment;
import dev.bellwether.sentiment.AnyText;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ClauseTargetsProperties {

  private static final List<String> NAMES =
      List.of(
          "Acme",
          "Acme Phone",
          "C++",
          "a.*b",
          "[x",
          "(",
          "\\d+",
          "$^",
          "🍏",
          "👩‍👩‍👧",
          "שוקולד עלית",
          "كوكاكولا",
          "小米",
          "not",
          "great",
          "",
          " ",
          "\ud83d",
          "#tag",
          "@a_b",
          "a",
          "ha",
          "x");

  private final ClauseTargets targets =
      new ClauseTargets(language -> Optional.of(new WordScorer()));

  @Property(tries = 300)
  void anyTextAndAnyNamesHaveAnAnswerWithEachNameAtMostOnce(
      @ForAll("texts") String text, @ForAll("names") List<String> names) {
    var found = score(text, names);
    var seen = new HashSet<String>();
    for (var target : found) {
      assertTrue(seen.add(target.name()), target.name());
      assertTrue(names.contains(target.name()), target.name());
      assertNotEquals(SentimentLabel.UNKNOWN, target.label());
      assertTrue(target.confidence() > 1 / 3.0 - 1e-9 && target.confidence() <= 1, text);
    }
  }

  @Property(tries = 100)
  void theSameTextHasTheSameAnswer(
      @ForAll("texts") String text, @ForAll("names") List<String> names) {
    var again = new ClauseTargets(language -> Optional.of(new WordScorer()));
    assertEquals(score(text, names), again.score(text, "en", List.of(monitor(names))));
  }

  @Property(tries = 100)
  void namesThatComeOnceHaveTheSameAnswer(
      @ForAll("texts") String text, @ForAll("names") List<String> names) {
    assertEquals(score(text, names), targets.scoreOnce(text, "en", List.of(monitor(names))));
  }

  @Property(tries = 200)
  void namingsLieInTheTextInOrderAndApart(
      @ForAll("texts") String text, @ForAll("names") List<String> names) {
    var index = NameIndex.of(List.of(Monitors.of(names.toArray(String[]::new))));
    var pieces = PieceCutter.cut(text);
    int last = 0;
    for (var naming : index.find(pieces)) {
      int start = pieces.start(naming.first());
      int end = pieces.end(naming.end() - 1);
      assertTrue(last <= start && start < end && end <= text.length(), naming::toString);
      last = end;
    }
  }

  @Property(tries = 200)
  void piecesLieInTheTextInOrder(@ForAll("texts") String text) {
    var pieces = PieceCutter.cut(text);
    for (int i = 0; i < pieces.size(); i++) {
      assertTrue(pieces.start(i) < pieces.end(i) && pieces.end(i) <= text.length());
      assertTrue(i == 0 || pieces.start(i - 1) <= pieces.start(i));
    }
  }

  @Property(tries = 200)
  void aNameOfLettersIsFoundInItsOwnText(@ForAll("plainNames") String name) {
    var found = score("I saw the " + name + " today", List.of(name));
    assertEquals(List.of(name), found.stream().map(TargetSentiment::name).toList());
  }

  @Property(tries = 100)
  void contributionsOutsideTheTextOrOutOfOrderDoNoHarm(
      @ForAll("texts") String text, @ForAll int start, @ForAll int end) {
    ClauseScorer wild =
        ignored ->
            List.of(
                new ClauseScorer.TokenContribution(start, end, 1, 2, 3),
                new ClauseScorer.TokenContribution(0, 1, 1, 2, 3));
    var found =
        new ClauseTargets(language -> Optional.of(wild))
            .score(text + " Acme", "en", List.of(Monitors.of("Acme")));
    assertTrue(found.size() <= 1);
  }

  private List<TargetSentiment> score(String text, List<String> names) {
    return targets.score(text, "en", List.of(monitor(names)));
  }

  /** Other names are another monitor: what was built of one is kept. */
  private static Monitor monitor(List<String> names) {
    return Monitors.of(
        names.toString(), 1, names.stream().map(name -> new Product(name, List.of())).toList());
  }

  @Provide
  Arbitrary<String> texts() {
    var pieces =
        Arbitraries.of(
            "Acme",
            "acme phone",
            "C++",
            "🍏",
            "but",
            "and",
            "better than",
            "switched from",
            "to",
            "doesn't",
            ",",
            ".",
            "?",
            "\"",
            ">",
            "#AcmePhone",
            "@acme",
            "not",
            "great",
            "🙃",
            "hate",
            "كوكاكولا",
            "小米",
            "took",
            "3",
            "days",
            "both",
            "\n",
            "says",
            "unlike",
            "to shame");
    var sayings = pieces.list().ofMaxSize(40).map(list -> String.join(" ", list));
    var longs = pieces.map(piece -> (piece + " ").repeat(100_000 / (piece.length() + 1)));
    return Arbitraries.frequencyOf(
        net.jqwik.api.Tuple.of(8, sayings),
        net.jqwik.api.Tuple.of(4, AnyText.arbitrary()),
        net.jqwik.api.Tuple.of(1, longs));
  }

  @Provide
  Arbitrary<List<String>> names() {
    return Arbitraries.oneOf(Arbitraries.of(NAMES), Arbitraries.strings().ofMaxLength(12))
        .list()
        .ofMaxSize(12);
  }

  @Provide
  Arbitrary<String> plainNames() {
    return Arbitraries.strings()
        .withCharRange('b', 'z')
        .ofMinLength(2)
        .ofMaxLength(8)
        .list()
        .ofMinSize(1)
        .ofMaxSize(4)
        .map(words -> "Q" + String.join(" ", words));
  }
}
