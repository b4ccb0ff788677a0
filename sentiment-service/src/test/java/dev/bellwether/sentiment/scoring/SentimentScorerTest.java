package dev.bellwether.sentiment.scoring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.bellwether.contracts.sentiment.SentimentLabel;
import dev.bellwether.contracts.sentiment.WordContribution;
import dev.bellwether.sentiment.CommittedModel;
import dev.bellwether.sentiment.SmallModels;
import dev.bellwether.sentiment.model.Task;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class SentimentScorerTest {

  private static final SentimentScorer SCORER = new SentimentScorer(CommittedModel.all());

  @Test
  void plainFeelingsAreSeen() {
    assertEquals(SentimentLabel.POSITIVE, label("I love this so much, best day ever! 😍"));
    assertEquals(SentimentLabel.NEGATIVE, label("worst service ever, I hate waiting for hours 😡"));
    assertEquals(SentimentLabel.NEUTRAL, label("The meeting is on Tuesday at the town hall."));
  }

  @Test
  void everyModelFileThatShipsIsInTheIndex() throws IOException {
    try (var files = Files.list(Path.of("src/main/resources/models"))) {
      long shipped = files.filter(file -> file.toString().endsWith(".bin")).count();
      assertEquals(shipped, SCORER.models().size());
    }
  }

  @Test
  void aWordIsNamedOnceWithAllThatItAdds() {
    var words =
        SCORER.explained("great great great day at the #great shop", "en").words().stream()
            .map(WordContribution::word)
            .toList();
    assertEquals(words.stream().distinct().toList(), words);
    assertTrue(words.contains("great"), words.toString());
    assertEquals(List.of(), SCORER.explained("great", "nl").words());
  }

  @ParameterizedTest
  @ValueSource(strings = {"und", "xx", "EN", "eng", ""})
  @NullSource
  void otherLanguagesAreNeverGuessed(String language) {
    assertEquals(Scoring.UNKNOWN, SCORER.score("I love this", language));
    assertTrue(SCORER.explain("I love this", language, Task.SENTIMENT).isEmpty());
  }

  @Test
  void twoModelsForOneTaskAndLanguageAreRefused() {
    var model = SmallModels.all().getFirst();
    assertThrows(IllegalArgumentException.class, () -> new SentimentScorer(List.of(model, model)));
  }

  @Test
  void ironyLeavesTheConfidenceBetweenItsOwnAndAThird() {
    var scorer = new SentimentScorer(SmallModels.all());
    int ironic = 0;
    for (var text : List.of("great @shop", "soooo bad :( 42", "ha ha", "good", "#x", "")) {
      var scoring = scorer.score(text, "en");
      var p = scoring.probabilities();
      double own = Math.max(p.negative(), Math.max(p.neutral(), p.positive()));
      if (scoring.irony().set()) {
        ironic++;
        double q = scoring.irony().probability();
        assertEquals((1 - q) * own + q / 3, scoring.confidence(), 1e-12);
      } else {
        assertEquals(own, scoring.confidence(), 1e-12);
      }
    }
    assertTrue(ironic > 0 && ironic < 6, ironic + " of 6 were ironic: the test compares nothing");
  }

  @Test
  void manyThreadsGetWhatOneGets() {
    var texts =
        IntStream.range(0, 2_000).mapToObj(i -> "post " + i + " is not so GOOD #day" + i).toList();
    var alone = texts.stream().map(text -> SCORER.score(text, "en")).toList();
    var together = texts.parallelStream().map(text -> SCORER.score(text, "en")).toList();
    assertEquals(alone, together);
  }

  private static SentimentLabel label(String text) {
    return SCORER.score(text, "en").label();
  }
}
