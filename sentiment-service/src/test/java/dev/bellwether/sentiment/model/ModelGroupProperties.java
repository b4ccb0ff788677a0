package dev.bellwether.sentiment.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.bellwether.sentiment.AnyText;
import dev.bellwether.sentiment.CommittedModel;
import dev.bellwether.sentiment.SmallModels;
import dev.bellwether.sentiment.features.Scratch;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ModelGroupProperties {

  private static final double ROUNDING = 1e-9;
  private static final List<LinearModel> MODELS = SmallModels.all();
  private static final ModelGroup TOGETHER = ModelGroup.of(MODELS).getFirst();
  private static final ModelGroup ENGLISH =
      ModelGroup.of(CommittedModel.all().stream().filter(m -> m.language().equals("en")).toList())
          .getFirst();

  private final Scratch scratch = new Scratch();

  @Property(tries = 300)
  void modelsTogetherAnswerWhatEachAnswersAlone(@ForAll("anyText") String text) {
    assertEquals(1, ModelGroup.of(MODELS).size());
    var together = TOGETHER.predict(text, scratch);
    for (int m = 0; m < MODELS.size(); m++) {
      var alone = ModelGroup.of(MODELS.get(m)).predict(text, scratch).getFirst();
      for (int c = 0; c < alone.task().classes().size(); c++) {
        assertEquals(alone.logit(c), together.get(m).logit(c), ROUNDING);
      }
    }
  }

  @Property(tries = 300)
  void anyTextGetsProbabilitiesThatAddUpToOneAndTheLabelIsTheLikeliest(
      @ForAll("anyText") String text) {
    for (var prediction : ENGLISH.predict(text, scratch)) {
      double sum = 0;
      for (double probability : prediction.probabilities()) {
        assertTrue(probability >= 0 && probability <= prediction.probability(prediction.best()));
        sum += probability;
      }
      assertEquals(1, sum, ROUNDING);
    }
  }

  @Property(tries = 300)
  void biasAndWordsAddUpToEveryLogit(@ForAll("anyText") String text) {
    for (var group : List.of(TOGETHER, ENGLISH)) {
      for (var model : group.models()) {
        addsUp(group.explain(text, model.task(), scratch));
      }
    }
  }

  private static void addsUp(Explanation explanation) {
    var prediction = explanation.prediction();
    for (int c = 0; c < explanation.bias().size(); c++) {
      int own = c;
      double words = explanation.words().stream().mapToDouble(w -> w.logits().get(own)).sum();
      double sum = explanation.bias().get(c) + explanation.whole().get(c) + words;
      assertEquals(prediction.logit(c), sum, 1e-7);
    }
    double contributions =
        explanation.words().stream().mapToDouble(w -> w.contribution(prediction.best())).sum();
    assertEquals(explanation.margin(), explanation.base() + contributions, 1e-7);
  }

  @Provide
  Arbitrary<String> anyText() {
    return AnyText.arbitrary();
  }
}
