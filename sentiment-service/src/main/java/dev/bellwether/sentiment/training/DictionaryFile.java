package dev.bellwether.sentiment.training;

import dev.bellwether.sentiment.features.Scratch;
import dev.bellwether.sentiment.model.LinearModel;
import dev.bellwether.sentiment.model.ModelGroup;
import dev.bellwether.sentiment.text.PostTokenizer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A dictionary (word, then its translations, parted by tabs) seen through another language's model:
 * a word's vector is what that model's logits say of its translations, on average, against the mean
 * of all.
 */
final class DictionaryFile {

  /** One strong translation must not decide alone. */
  private static final double MOST = 4;

  private final ModelGroup model;
  private final int classes;
  private final Scratch scratch = new Scratch();
  private final Map<String, double[]> logits = new HashMap<>();

  private DictionaryFile(LinearModel model) {
    this.model = ModelGroup.of(model);
    classes = model.bias().size();
  }

  /**
   * @param model of the translations' language
   * @throws IOException when the file cannot be read
   */
  static ListedVectors read(Path file, LinearModel model, PostTokenizer tokenizer)
      throws IOException {
    var reader = new DictionaryFile(model);
    Map<String, List<String>> words = new LinkedHashMap<>();
    for (var line : Files.readAllLines(file)) {
      var columns = List.of(line.split("\t"));
      words
          .computeIfAbsent(columns.getFirst(), word -> new ArrayList<>())
          .addAll(columns.subList(1, columns.size()));
    }
    words.values().forEach(phrases -> phrases.forEach(reader::score));
    var mean = reader.mean(List.copyOf(reader.logits.keySet()));
    var places = java.util.stream.IntStream.range(0, reader.classes).toArray();
    var builder = new ListedVectors.Builder(tokenizer);
    words.forEach(
        (word, phrases) -> {
          if (!phrases.isEmpty()) {
            builder.add(word, places, difference(reader.mean(phrases), mean));
          }
        });
    return builder.build(reader.classes);
  }

  private void score(String phrase) {
    logits.computeIfAbsent(
        phrase,
        text -> {
          var predicted = model.predict(text, scratch).getFirst();
          double mean = 0;
          for (int c = 0; c < classes; c++) {
            mean += predicted.logit(c) / classes;
          }
          var own = new double[classes];
          for (int c = 0; c < classes; c++) {
            own[c] = Math.clamp(predicted.logit(c) - mean, -MOST, MOST);
          }
          return own;
        });
  }

  private double[] mean(List<String> phrases) {
    var mean = new double[classes];
    for (var phrase : phrases) {
      for (int c = 0; c < classes; c++) {
        mean[c] += logits.get(phrase)[c] / phrases.size();
      }
    }
    return mean;
  }

  private static float[] difference(double[] own, double[] mean) {
    var difference = new float[own.length];
    for (int c = 0; c < difference.length; c++) {
      difference[c] = (float) (own[c] - mean[c]);
    }
    return difference;
  }
}
