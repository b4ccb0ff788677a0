package dev.bellwether.sentiment.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.bellwether.sentiment.features.FeatureOptions;
import dev.bellwether.sentiment.features.Scratch;
import dev.bellwether.sentiment.model.ModelGroup;
import dev.bellwether.sentiment.model.Task;
import dev.bellwether.sentiment.text.PostTokenizer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Word vectors fold into words' weights: the model file knows nothing of them. */
class FoldingTest {

  private static final List<Double> EVEN = List.of(1 / 3.0, 1 / 3.0, 1 / 3.0);

  @TempDir Path folder;
  private Recipe recipe;

  @BeforeEach
  void readResources() throws IOException {
    var tokenizer = new PostTokenizer(Set.of());
    Files.write(
        folder.resolve("clusters"),
        List.of(
            "00101\tlovely\t90",
            "00101\tcharming\t80",
            "00111\tgreat\t70",
            "1101\tawful\t60",
            "1100\tdreadful\t50",
            "111\t:(\t40",
            "010\tthe\t900"));
    Files.write(
        folder.resolve("vectors"),
        List.of(
            "7 3",
            "the 0.5 0.1 -0.2",
            "happy 1 2 -1",
            "glad 1 1.5 -1",
            "cold -1 -2 0.5",
            "❤ 0.5 2 0",
            "bike 0 0.1 0.2",
            "url 9 9 9"));
    var space = new VectorSpace();
    space.add(
        "clusters", ClusterFile.read(folder.resolve("clusters"), List.of(2, 4), 99, tokenizer));
    space.add("embeddings", EmbeddingFile.read(folder.resolve("vectors"), 99, tokenizer));
    recipe =
        new Recipe(
            Task.SENTIMENT,
            "en",
            "folded",
            FeatureOptions.english(),
            CoreNlpAgreementTest.LEXICON,
            space,
            new Trainer(new Sigmas(0.3, Map.of("embeddings", 0.2, "clusters", 0.5)), 1, 1e-6),
            0,
            Integer.MAX_VALUE,
            Goal.MACRO_RECALL);
  }

  @Test
  void theFoldedModelScoresAsTheUnfoldedOne() {
    var trained = recipe.train(recipe.read(HandWritten.POSTS), step -> {});
    var group = ModelGroup.of(recipe.export(trained, EVEN, new Calibration(0, 1)));
    var unseen =
        List.of(
            "not glad but charming, not glad again",
            "dreadful :( the the",
            "cold ❤❤ https://url.example url",
            "#GladDay not happy");
    for (var text : unseen) {
      var exact = trained.logits(recipe.read(List.of(new LabelledPost(0, text))).getFirst());
      var folded = group.predict(text, new Scratch()).getFirst();
      for (int c = 1; c < 3; c++) {
        assertEquals(exact[c] - exact[0], folded.logit(c) - folded.logit(0), 1e-3, text);
      }
    }
  }

  @Test
  void aWordThatNoTrainingPostHasIsKnownByItsNeighbours() {
    var trained = recipe.train(recipe.read(HandWritten.POSTS), step -> {});
    var group = ModelGroup.of(recipe.export(trained, EVEN, new Calibration(0, 1)));
    var charming = group.predict("charming", new Scratch()).getFirst();
    var unknown = group.predict("zyzzyva", new Scratch()).getFirst();
    assertNotEquals(charming.logit(2), unknown.logit(2));
  }
}
