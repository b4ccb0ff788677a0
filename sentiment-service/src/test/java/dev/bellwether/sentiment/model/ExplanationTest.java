package dev.bellwether.sentiment.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.bellwether.sentiment.CommittedModel;
import dev.bellwether.sentiment.SmallModels;
import dev.bellwether.sentiment.features.Scratch;
import java.util.Comparator;
import org.junit.jupiter.api.Test;

class ExplanationTest {

  private static final ModelGroup ENGLISH = ModelGroup.of(CommittedModel.of(Task.SENTIMENT, "en"));

  @Test
  void theWordThatCarriesTheFeelingContributesMost() {
    var text = "My sister says the new camera is AWFUL";
    var explained = ENGLISH.explain(text, Task.SENTIMENT, new Scratch());
    assertEquals("negative", explained.prediction().label());
    var strongest =
        explained.words().stream()
            .max(Comparator.comparingDouble(word -> word.contribution(0)))
            .orElseThrow();
    assertEquals("AWFUL", text.substring(strongest.token().start(), strongest.token().end()));
  }

  @Test
  void aWordSpeaksForOneClassAgainstTheOthers() {
    var explained = ENGLISH.explain("I love it", Task.SENTIMENT, new Scratch());
    var love = explained.words().get(1);
    assertTrue(love.contribution(2) > 0 && love.contribution(0) < 0, love.toString());
  }

  @Test
  void aTaskThatNoModelAnswersIsNamed() {
    var group = ModelGroup.of(SmallModels.all().getFirst());
    var refused =
        assertThrows(
            IllegalArgumentException.class, () -> group.explain("so", Task.IRONY, new Scratch()));
    assertTrue(refused.getMessage().contains("irony"), refused.getMessage());
  }
}
