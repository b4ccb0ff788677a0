package dev.bellwether.sentiment.phrases;

import edu.stanford.nlp.parser.shiftreduce.ShiftReduceParser;
import edu.stanford.nlp.sentiment.SentimentModel;
import edu.stanford.nlp.tagger.maxent.MaxentTagger;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/**
 * CoreNLP's models in memory: about 640 MB of heap.
 *
 * @param tagger part-of-speech tags, which the parser needs
 * @param parser shift-reduce, with a perceptron
 * @param sentiment the recursive neural tensor network of Socher et al. (2013)
 */
record PhraseModels(MaxentTagger tagger, ShiftReduceParser parser, SentimentModel sentiment) {

  /** What the trees are said to be made by. */
  static final String NAME = "corenlp-4.5.10-sr-rntn";

  /**
   * Loads the three files; takes seconds.
   *
   * @throws UnusableModelsException naming the file that is missing, damaged or foreign
   */
  static PhraseModels load(Path folder) {
    // the small ones first: what is wrong with them shows before the long wait
    var sentiment = deserialised(KnownFile.SENTIMENT, folder, SentimentModel.class);
    var tagger = new MaxentTagger(new ByteArrayInputStream(KnownFile.TAGGER.read(folder)));
    return new PhraseModels(
        tagger, deserialised(KnownFile.PARSER, folder, ShiftReduceParser.class), sentiment);
  }

  private static <T> T deserialised(KnownFile known, Path folder, Class<T> type) {
    try (var content =
        new ObjectInputStream(
            new GZIPInputStream(new ByteArrayInputStream(known.read(folder)), 1 << 16))) {
      return type.cast(content.readObject());
    } catch (IOException | ClassNotFoundException e) {
      throw new UnusableModelsException(
          known.fileName() + " does not fit the CoreNLP of this service", e);
    }
  }
}
