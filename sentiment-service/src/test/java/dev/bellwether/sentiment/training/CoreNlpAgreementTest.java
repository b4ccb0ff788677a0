package dev.bellwether.sentiment.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.bellwether.sentiment.CommittedModel;
import dev.bellwether.sentiment.SharedData;
import dev.bellwether.sentiment.features.FeatureOptions;
import dev.bellwether.sentiment.features.Lexicon;
import dev.bellwether.sentiment.features.Lexicon.Column;
import dev.bellwether.sentiment.features.Scratch;
import dev.bellwether.sentiment.model.LinearModel;
import dev.bellwether.sentiment.model.ModelGroup;
import dev.bellwether.sentiment.model.Task;
import edu.stanford.nlp.classify.LinearClassifier;
import edu.stanford.nlp.ling.RVFDatum;
import edu.stanford.nlp.stats.ClassicCounter;
import edu.stanford.nlp.util.HashIndex;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The flat scorer against CoreNLP's own LinearClassifier. */
class CoreNlpAgreementTest {

  static final Lexicon LEXICON =
      Lexicon.of(
          List.of(new Column("words", 0.1f, false), new Column("signs", 0.1f, false)),
          Map.of(
              Lexicon.hash("lovely"), new byte[] {28, 0},
              Lexicon.hash("broken"), new byte[] {-21, 0},
              Lexicon.hash("😡"), new byte[] {0, -30}));

  private static final int BIAS = 0;
  private static final double TOLERANCE = 1e-9;

  @Test
  void theCommittedModelGivesEveryValidationRowCoreNlpsProbabilities() throws IOException {
    var file = SharedData.folder("sentiment/tweeteval").resolve("val.tsv");
    var model = CommittedModel.of(Task.SENTIMENT, "en");
    var classifier = classifier(model);
    var group = ModelGroup.of(model);
    for (var row : LabelledRows.read(file, Task.SENTIMENT).posts()) {
      assertAgree(classifier, group, row.text());
    }
  }

  @Test
  void aModelTrainedHereLearnsItsPostsAndAgrees() {
    var recipe = small();
    var trained = recipe.train(recipe.read(HandWritten.POSTS), step -> {});
    var model = recipe.export(trained, List.of(0.3, 0.4, 0.3), new Calibration(0, 1));
    assertEquals(1, Evaluation.of(model, HandWritten.POSTS).macroRecall());
    var classifier = classifier(model);
    var group = ModelGroup.of(model);
    HandWritten.POSTS.forEach(post -> assertAgree(classifier, group, post.text()));
  }

  @Test
  void roundingToSixteenBitsHardlyMovesALogit() {
    var recipe = small();
    var examples = recipe.read(HandWritten.POSTS);
    var trained = recipe.train(examples, step -> {});
    var group =
        ModelGroup.of(recipe.export(trained, List.of(0.3, 0.4, 0.3), new Calibration(0, 1)));
    for (var example : examples) {
      var flat = group.predict(example.post().text(), new Scratch()).getFirst();
      var exact = trained.logits(example);
      assertEquals(exact[2] - exact[0], flat.logit(2) - flat.logit(0), 1e-3);
    }
    assertTrue(examples.size() > 10);
  }

  private static Recipe small() {
    return new Recipe(
        Task.SENTIMENT,
        "en",
        "small",
        FeatureOptions.english(),
        LEXICON,
        new VectorSpace(Set.of()),
        new Trainer(new Sigmas(0.5, Map.of()), 1, 1e-6),
        0,
        Integer.MAX_VALUE,
        Goal.MACRO_RECALL);
  }

  private static LinearClassifier<Integer, Integer> classifier(LinearModel model) {
    var features = new HashIndex<Integer>();
    var weights = new double[model.weights().size() + 1][];
    for (int row = 0; row < model.weights().size(); row++) {
      var own = new double[model.weights().width()];
      for (int c = 0; c < own.length; c++) {
        own[c] = model.weights().weight(row, c);
      }
      weights[features.addToIndex(model.weights().feature(row))] = own;
    }
    assertTrue(features.indexOf(BIAS) < 0, "a feature is numbered as the bias is here");
    weights[features.addToIndex(BIAS)] =
        model.bias().stream().mapToDouble(Double::doubleValue).toArray();
    return new LinearClassifier<>(weights, features, new HashIndex<>(List.of(0, 1, 2)));
  }

  @SuppressWarnings("deprecation") // the one way to ask for real-valued features
  private static void assertAgree(
      LinearClassifier<Integer, Integer> corenlp, ModelGroup group, String text) {
    var scratch = new Scratch();
    var flat = group.predict(text, scratch).getFirst();
    var values = new ClassicCounter<Integer>();
    values.setCount(BIAS, 1);
    var features = scratch.features();
    for (int i = 0; i < features.size(); i++) {
      values.setCount(features.id(i), features.value(i));
    }
    var expected = corenlp.scoresOf(new RVFDatum<>(values, (Integer) null));
    for (int c = 0; c < 3; c++) {
      assertEquals(expected.getCount(c), flat.logit(c), TOLERANCE, text);
    }
  }
}
