package dev.bellwether.sentiment;

import dev.bellwether.sentiment.features.FeatureExtractor;
import dev.bellwether.sentiment.features.FeatureOptions;
import dev.bellwether.sentiment.features.Lexicon;
import dev.bellwether.sentiment.features.Lexicon.Column;
import dev.bellwether.sentiment.features.Scratch;
import dev.bellwether.sentiment.model.LinearModel;
import dev.bellwether.sentiment.model.Task;
import dev.bellwether.sentiment.model.Weights;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** Models of no meaning whose every feature of a few texts has a weight. */
public final class SmallModels {

  public static final Lexicon LEXICON =
      Lexicon.of(
          List.of(new Column("words", 0.1f, false), new Column("signs", 0.1f, false)),
          Map.of(
              Lexicon.hash("good"), new byte[] {19, 0},
              Lexicon.hash("great"), new byte[] {31, 0},
              Lexicon.hash("bad"), new byte[] {-25, 0},
              Lexicon.hash("day"), new byte[] {3, 0},
              Lexicon.hash(":("), new byte[] {0, -20},
              Lexicon.hash("😂"), new byte[] {0, 10}));

  private static final List<String> TEXTS =
      List.of(
          "not a GOOD day, soooo bad :( #BadDay http://x.y",
          "great @shop 😂 don't like it but good 42!!!",
          "ha ha ha #x 😡 …");

  private SmallModels() {}

  /** A model over the features of a few texts, the same for the same arguments. */
  public static LinearModel of(Task task, String letters, Lexicon lexicon, long seed) {
    var options =
        FeatureOptions.parse(
            "negation=en;pairs=yes;style=yes;letters=" + (letters.isEmpty() ? "0-0" : letters));
    var random = new Random(seed);
    int width = task.classes().size();
    Map<Integer, double[]> weights = new HashMap<>();
    var scratch = new Scratch();
    var extractor = new FeatureExtractor(options, lexicon);
    for (var text : TEXTS) {
      extractor.extract(text, scratch);
      for (int i = 0; i < scratch.features().size(); i++) {
        weights.put(scratch.features().id(i), random.doubles(width, -1, 1).toArray());
      }
    }
    var bias = random.doubles(width, -1, 1).boxed().toList();
    return new LinearModel(
        task,
        "en",
        "small-" + task.wireName(),
        bias,
        0.5,
        1.5,
        options,
        lexicon,
        Weights.quantise(width, weights));
  }

  /** One model a task. */
  public static List<LinearModel> all() {
    return List.of(
        of(Task.SENTIMENT, "", LEXICON, 1),
        of(Task.EMOTION, "2-4", Lexicon.EMPTY, 2),
        of(Task.IRONY, "3-3", LEXICON, 3),
        of(Task.OFFENSIVE, "", LEXICON, 4));
  }

  /** No folding, nothing else. */
  public static FeatureOptions bare() {
    return new FeatureOptions(Set.of(), "", false, false, 0, 0);
  }
}
