package dev.bellwether.sentiment.training;

import dev.bellwether.sentiment.features.FeatureExtractor;
import dev.bellwether.sentiment.features.Features;
import dev.bellwether.sentiment.features.Scratch;
import dev.bellwether.sentiment.features.Template;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * A labelled post as numbers: its hashed features, and the sum of its words' vectors.
 *
 * @param post where it came from
 * @param features hashed features' numbers, values and templates, side by side
 * @param sums places in the vectors' common space, ascending, and the sums at them
 */
record Example(
    LabelledPost post,
    int[] features,
    float[] values,
    Template[] templates,
    int[] sums,
    float[] sumValues) {

  /** Reads posts with one extractor and scratch. */
  static final class Reader {

    private final FeatureExtractor extractor;
    private final VectorSpace space;
    private final Scratch scratch = new Scratch();

    Reader(FeatureExtractor extractor, VectorSpace space) {
      this.extractor = extractor;
      this.space = space;
    }

    Example read(LabelledPost post) {
      extractor.extract(post.text(), scratch);
      var found = scratch.features();
      int size = found.size();
      var ids = new int[size];
      var values = new float[size];
      var templates = new Template[size];
      for (int i = 0; i < size; i++) {
        ids[i] = found.id(i);
        values[i] = found.value(i);
        templates[i] = found.template(i);
      }
      var sums = sums(found);
      var places = IntStream.range(0, sums.length).filter(place -> sums[place] != 0).toArray();
      var summed = new float[places.length];
      for (int i = 0; i < places.length; i++) {
        summed[i] = (float) sums[places[i]];
      }
      return new Example(post, ids, values, templates, places, summed);
    }

    private double[] sums(Features found) {
      var sums = new double[space.size()];
      for (int i = 0; i < found.size(); i++) {
        var template = found.template(i);
        if (template.word()) {
          var word = scratch.tokens().text(found.first(i));
          space.addWord(word, template == Template.NEGATED_WORD, sums);
        }
      }
      space.addLogits(found, sums);
      return sums;
    }
  }

  @Override
  public String toString() {
    return post + " " + Arrays.toString(features);
  }
}
