package dev.bellwether.sentiment.training;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.bellwether.contracts.sentiment.ScoredMention.Probabilities;
import dev.bellwether.contracts.sentiment.SentimentLabel;
import dev.bellwether.sentiment.AnyText;
import dev.bellwether.sentiment.CommittedModel;
import dev.bellwether.sentiment.SharedData;
import dev.bellwether.sentiment.features.FeatureExtractor;
import dev.bellwether.sentiment.features.Lexicon;
import dev.bellwether.sentiment.model.FlatModel;
import dev.bellwether.sentiment.model.ModelFile;
import edu.stanford.nlp.classify.LinearClassifier;
import edu.stanford.nlp.ling.RVFDatum;
import edu.stanford.nlp.stats.ClassicCounter;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** The flat scorer against CoreNLP's own LinearClassifier, to one in a million. */
class CoreNlpAgreementTest {

  private static final double TOLERANCE = 1e-6;
  private static final Lexicon LEXICON =
      Lexicon.of(
          Map.of(
              Lexicon.hash("lovely"), new byte[] {28, 30, 0},
              Lexicon.hash("broken"), new byte[] {-21, -10, 0},
              Lexicon.hash("😡"), new byte[] {0, 0, -30}));
  private static final FlatModel COMMITTED = CommittedModel.load();
  private static final LinearClassifier<SentimentLabel, Integer> COMMITTED_IN_CORENLP =
      ModelExport.classifierOf(COMMITTED);
  private static final LinearClassifier<SentimentLabel, Integer> SMALL =
      new Trainer(0.5, 1, 1e-6).train(HandWritten.POSTS, LEXICON, step -> {});
  private static final FlatModel SMALL_FLAT = exported(SMALL);

  @Test
  void aClassifierTrainedHereGivesTheSameProbabilitiesAfterExportAndReading() {
    HandWritten.POSTS.forEach(post -> assertAgree(SMALL, SMALL_FLAT, post.text()));
  }

  @Test
  void aClassifierTrainedHereLearnsItsPosts() {
    assertEquals(1, Evaluation.of(SMALL_FLAT, HandWritten.POSTS).macroRecall());
  }

  @Property(tries = 300)
  void aClassifierTrainedHereAgreesOnAnyText(@ForAll("anyText") String text) {
    assertAgree(SMALL, SMALL_FLAT, text);
  }

  @Property(tries = 300)
  void theCommittedModelAgreesOnAnyText(@ForAll("anyText") String text) {
    assertAgree(COMMITTED_IN_CORENLP, COMMITTED, text);
  }

  @Test
  void theCommittedModelAgreesOnEveryValidationRow() throws IOException {
    var rows = LabelledPost.read(SharedData.folder("sentiment/tweeteval").resolve("val.tsv"));
    rows.forEach(row -> assertAgree(COMMITTED_IN_CORENLP, COMMITTED, row.text()));
  }

  @Provide
  Arbitrary<String> anyText() {
    return AnyText.arbitrary();
  }

  private static FlatModel exported(LinearClassifier<SentimentLabel, Integer> classifier) {
    try {
      var file = new ByteArrayOutputStream();
      ModelFile.write(
          ModelExport.export("small", classifier, LEXICON, List.of(0.3, 0.4, 0.3), 0, 0), file);
      return ModelFile.read(new ByteArrayInputStream(file.toByteArray()));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @SuppressWarnings("deprecation") // the one way to ask for real-valued features
  private static void assertAgree(
      LinearClassifier<SentimentLabel, Integer> corenlp, FlatModel flat, String text) {
    var values = new ClassicCounter<Integer>();
    new FeatureExtractor(flat.lexicon()).extract(text).forEach(values::setCount);
    var expected = corenlp.probabilityOf(new RVFDatum<>(values, (SentimentLabel) null));
    Probabilities actual = flat.score(text).probabilities();
    assertEquals(expected.getCount(SentimentLabel.NEGATIVE), actual.negative(), TOLERANCE);
    assertEquals(expected.getCount(SentimentLabel.NEUTRAL), actual.neutral(), TOLERANCE);
    assertEquals(expected.getCount(SentimentLabel.POSITIVE), actual.positive(), TOLERANCE);
  }
}
