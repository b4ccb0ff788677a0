package dev.bellwether.sentiment.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Word vectors and other models fold into words' weights: the model file knows nothing of them. */
class FoldingTest {

  private static final List<Double> EVEN = List.of(1 / 3.0, 1 / 3.0, 1 / 3.0);
  private static final PostTokenizer TOKENIZER = new PostTokenizer(Set.of());
  private static final FeatureOptions OPTIONS = FeatureOptions.english();

  @TempDir Path folder;
  private static final List<String> UNSEEN =
      List.of(
          "not glad but charming, not glad again",
          "dreadful :( the the",
          "cold ❤❤ https://url.example url",
          "sooo happy I can't",
          "lovely but not glad",
          "#GladDay a broken 😡 kettle, not happy");
  private final Map<String, Integer> counts = Vocabulary.counts(known(), TOKENIZER);
  private final VectorSpace space = new VectorSpace(counts.keySet());

  @BeforeEach
  void readResources() throws IOException {
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
            "8 3",
            "the 0.5 0.1 -0.2",
            "happy 1 2 -1",
            "glad 1 1.5 -1",
            "cold -1 -2 0.5",
            "cant 0.5 2 0",
            "bike 0 0.1 0.2",
            "so 0.1 0.2 0.3",
            "url 9 9 9"));
    space.add(
        "clusters", ClusterFile.read(folder.resolve("clusters"), List.of(2, 4), 99, TOKENIZER));
    var embeddings = EmbeddingFile.read(folder.resolve("vectors"), 99, TOKENIZER);
    space.add("embeddings", AllButTheTop.of(embeddings, counts));
    space.addWhateverNegated("folded_letters", new LetterVectors(3, 4, counts.keySet()));
  }

  @Test
  void theFoldedModelScoresAsTheUnfoldedOne() {
    assertFolds(recipe(Task.SENTIMENT));
  }

  @Test
  void anotherModelsLogitsFoldToo() {
    var first = recipe(Task.SENTIMENT);
    var trained = first.train(first.read(HandWritten.POSTS), step -> {});
    var model = first.export(trained, EVEN, new Calibration(0.5, 1));
    var stacked = new VectorSpace(Set.of());
    stacked.add("stack_sentiment", new Stacked(model));
    assertFolds(
        new Recipe(
            Task.SENTIMENT,
            "en",
            "stacked",
            OPTIONS,
            CoreNlpAgreementTest.LEXICON,
            stacked,
            first.trainer(),
            0,
            Integer.MAX_VALUE,
            Goal.MACRO_F1));
  }

  @Test
  void aWordThatNoTrainingPostHasIsKnownByItsNeighbours() {
    var recipe = recipe(Task.SENTIMENT);
    var trained = recipe.train(recipe.read(HandWritten.POSTS), step -> {});
    var group = ModelGroup.of(recipe.export(trained, EVEN, new Calibration(0, 1)));
    var charming = group.predict("charming", new Scratch()).getFirst();
    var unknown = group.predict("zyzzyva", new Scratch()).getFirst();
    assertNotEquals(charming.logit(2), unknown.logit(2));
  }

  @Test
  void aWordIsLookedUpWithoutApostrophesAndRepeats() throws IOException {
    var vectors = EmbeddingFile.read(folder.resolve("vectors"), 99, TOKENIZER);
    assertEquals(vectors.of("cant"), vectors.of("can't"));
    assertEquals(vectors.of("so"), vectors.of("soo"));
    assertEquals(null, vectors.of("lovely"));
  }

  @Test
  void aDictionaryShowsWordsThroughAnotherLanguagesModel() throws IOException {
    var english = recipe(Task.SENTIMENT);
    var trained = english.train(english.read(HandWritten.POSTS), step -> {});
    var model = english.export(trained, EVEN, new Calibration(0, 1));
    Files.write(
        folder.resolve("dictionary"),
        List.of(
            "schön\tlovely\tgreat", "kaputt\tbroken", "Tisch\ttable", "auf und ab\tup and down"));
    var words = DictionaryFile.read(folder.resolve("dictionary"), model, TOKENIZER);
    assertEquals(Set.of("schön", "kaputt", "tisch"), words.words());
    var good = words.of("schön").values();
    var bad = words.of("kaputt").values();
    assertTrue(good[2] > good[0], "lovely and great are good");
    assertTrue(bad[0] > bad[2], "broken is bad");
    space.add("dictionary", words);
    assertFolds(recipe(Task.SENTIMENT));
  }

  @Test
  void embeddingsMayComeAsJson() throws IOException {
    var json = folder.resolve("vectors.json");
    Files.writeString(
        json,
        "{\"dimensions\":2,\"words\":[\"a\",\"b\"],\"vectors\":{\"a\":[1,2,9],\"b\":[3,4,9]}}");
    var vectors = EmbeddingFile.read(json, 99, TOKENIZER);
    assertEquals(2, vectors.dimensions());
    assertEquals(4f, vectors.of("b").values()[1]);
    assertEquals(1, EmbeddingFile.read(json, 1, TOKENIZER).words().size());
  }

  /** A word that is in neither posts nor resources is not in the file. */
  private static List<LabelledPost> known() {
    return Stream.concat(
            HandWritten.POSTS.stream(), UNSEEN.stream().map(text -> new LabelledPost(0, text)))
        .toList();
  }

  private Recipe recipe(Task task) {
    return new Recipe(
        task,
        "en",
        "folded",
        OPTIONS,
        CoreNlpAgreementTest.LEXICON,
        space,
        new Trainer(new Sigmas(0.3, Map.of("embeddings", 0.2, "clusters", 0.5)), 1, 1e-6),
        0,
        Integer.MAX_VALUE,
        Goal.MACRO_RECALL);
  }

  private static void assertFolds(Recipe recipe) {
    var trained = recipe.train(recipe.read(HandWritten.POSTS), step -> {});
    var group = ModelGroup.of(recipe.export(trained, EVEN, new Calibration(0, 1)));
    for (var text : UNSEEN) {
      var exact = trained.logits(recipe.read(List.of(new LabelledPost(0, text))).getFirst());
      var folded = group.predict(text, new Scratch()).getFirst();
      for (int c = 1; c < 3; c++) {
        assertEquals(exact[c] - exact[0], folded.logit(c) - folded.logit(0), 1e-3, text);
      }
    }
  }
}
