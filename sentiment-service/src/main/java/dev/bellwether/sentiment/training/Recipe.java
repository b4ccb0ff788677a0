package dev.bellwether.sentiment.training;

import dev.bellwether.sentiment.features.FeatureExtractor;
import dev.bellwether.sentiment.features.FeatureOptions;
import dev.bellwether.sentiment.features.Lexicon;
import dev.bellwether.sentiment.model.LinearModel;
import dev.bellwether.sentiment.model.Task;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;

/**
 * Everything that turns labelled posts into a model.
 *
 * @param name the model's name and version
 * @param space the resources' word vectors
 * @param smallest features whose weights reach no further are dropped
 * @param most so many features at most
 * @param goal what tau is chosen for
 */
record Recipe(
    Task task,
    String language,
    String name,
    FeatureOptions options,
    Lexicon lexicon,
    VectorSpace space,
    Trainer trainer,
    double smallest,
    int most,
    Goal goal) {

  int classes() {
    return task.classes().size();
  }

  /** Posts as numbers, in their order. */
  List<Example> read(List<LabelledPost> posts) {
    var reader = new Example.Reader(new FeatureExtractor(options, lexicon), space);
    return posts.stream().map(reader::read).toList();
  }

  TrainedWeights train(List<Example> examples, IntConsumer progress) {
    return trainer.train(examples, classes(), space, progress);
  }

  /** The model that a file holds. */
  LinearModel export(TrainedWeights trained, List<Double> shares, Calibration calibration) {
    return new LinearModel(
        task,
        language,
        name,
        ModelExport.bias(trained, shares, calibration.tau()),
        calibration.tau(),
        calibration.temperature(),
        options,
        lexicon,
        ModelExport.weights(trained, space, smallest, most));
  }

  /** Each class's share of the posts. */
  List<Double> shares(List<LabelledPost> posts) {
    var shares = new ArrayList<Double>();
    for (int c = 0; c < classes(); c++) {
      int label = c;
      shares.add((double) posts.stream().filter(p -> p.label() == label).count() / posts.size());
    }
    return shares;
  }
}
