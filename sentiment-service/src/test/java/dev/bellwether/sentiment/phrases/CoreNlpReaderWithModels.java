package dev.bellwether.sentiment.phrases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.bellwether.sentiment.phrases.PhraseTrees.Cut;
import edu.stanford.nlp.ling.CoreAnnotations.SentencesAnnotation;
import edu.stanford.nlp.neural.rnn.RNNCoreAnnotations;
import edu.stanford.nlp.pipeline.Annotation;
import edu.stanford.nlp.pipeline.AnnotationPipeline;
import edu.stanford.nlp.pipeline.POSTaggerAnnotator;
import edu.stanford.nlp.pipeline.ParserAnnotator;
import edu.stanford.nlp.pipeline.SentimentAnnotator;
import edu.stanford.nlp.pipeline.TokenizerAnnotator;
import edu.stanford.nlp.sentiment.SentimentCoreAnnotations.SentimentAnnotatedTree;
import edu.stanford.nlp.trees.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The reader with the real models: {@code mvn test -Pphrases}, docs/phrases.md. */
class CoreNlpReaderWithModels {

  private static final Cut NOTHING = new Cut(0, 0, 0, 0);

  private static final List<String> POSTS =
      List.of(
          "I love the camera, but I hate the battery.",
          "Not bad at all! Would buy again :) but the delivery was a nightmare",
          "The new phone isn't as good as the old one, is it?",
          "@acme your app crashed twice today 😡 #fail https://example.org/x?y=1",
          "(Well...) \"great\" service — 3 hours on hold & no answer.");

  private static PhraseModels models;
  private static CoreNlpReader reader;

  @BeforeAll
  static void load() {
    models = PhraseModels.load(ModelFolder.get());
    reader = new CoreNlpReader(models, ReadingLimits.USUAL);
  }

  /** CoreNLP's own annotators, its sentiment annotator reading the model from the folder. */
  private static AnnotationPipeline coreNlp() {
    var sentiment = new Properties();
    sentiment.setProperty(
        "sentiment.model", ModelFolder.get().resolve("sentiment.ser.gz").toString());
    var pipeline = new AnnotationPipeline();
    pipeline.addAnnotator(new TokenizerAnnotator(false, "en"));
    pipeline.addAnnotator(new POSTaggerAnnotator(models.tagger()));
    var parser = new Properties();
    parser.setProperty("parse.model", ModelFolder.get().resolve("englishSR.ser.gz").toString());
    parser.setProperty("parse.binaryTrees", "true");
    pipeline.addAnnotator(new ParserAnnotator("parse", parser));
    pipeline.addAnnotator(new SentimentAnnotator("sentiment", sentiment));
    return pipeline;
  }

  @Test
  void everyPhraseIsLabelledAsCoreNlpsOwnAnnotatorsLabelIt() throws Exception {
    var pipeline = coreNlp();
    for (String post : POSTS) {
      var document = new Annotation(post);
      pipeline.annotate(document);
      var theirs = new ArrayList<String>();
      for (var sentence : document.get(SentencesAnnotation.class)) {
        describe(sentence.get(SentimentAnnotatedTree.class), theirs);
      }
      var ours = new ArrayList<String>();
      reader.read(post).sentences().forEach(sentence -> describe(sentence, ours));
      assertEquals(theirs, ours);
    }
  }

  private static void describe(Tree node, List<String> into) {
    if (node.isLeaf()) {
      return;
    }
    var predicted = RNNCoreAnnotations.getPredictions(node);
    into.add(
        node.getLeaves().size()
            + IntStream.range(0, 5)
                .mapToObj(i -> " %.6f".formatted(predicted.get(i)))
                .toList()
                .toString());
    node.getChildrenAsList().forEach(child -> describe(child, into));
  }

  private static void describe(Phrase phrase, List<String> into) {
    into.add(
        words(phrase)
            + Stream.of(Feeling.values())
                .map(feeling -> " %.6f".formatted(phrase.probabilities().of(feeling)))
                .toList()
                .toString());
    phrase.phrases().forEach(part -> describe(part, into));
  }

  private static int words(Phrase phrase) {
    return phrase.phrases().isEmpty()
        ? 1
        : phrase.phrases().stream().mapToInt(CoreNlpReaderWithModels::words).sum();
  }

  @Test
  void theClausesOfOneSentenceCarryFeelingsOfTheirOwn() throws Exception {
    var sentence = reader.read("I love the camera, but I hate the battery.").sentences().getFirst();
    assertEquals(Feeling.NEGATIVE, find(sentence, "I hate the battery").label());
    assertTrue(find(sentence, "love").score() > 0.5);
    assertTrue(find(sentence, "hate").score() < -0.5);
  }

  private static Phrase find(Phrase phrase, String text) {
    var all = new ArrayList<Phrase>();
    collect(phrase, all);
    return all.stream().filter(it -> it.text().equals(text)).findFirst().orElseThrow();
  }

  private static void collect(Phrase phrase, List<Phrase> into) {
    into.add(phrase);
    phrase.phrases().forEach(part -> collect(part, into));
  }

  static Stream<String> nastyTexts() {
    return Stream.of(
        "",
        " \n\t ",
        "😂😂😂",
        "a".repeat(10_000),
        "a ".repeat(50_000),
        "\"".repeat(9_999),
        "( \" [ ' { ".repeat(1_000),
        "\"( ".repeat(40) + "fine" + " )\"".repeat(40),
        "\ud83d".repeat(9_000),
        "\ude00 \ud83d broken",
        "z\u0336\u0300".repeat(3_000),
        "not ".repeat(2_500),
        "I love it. ".repeat(900),
        "رائع جدا ".repeat(800),
        "日本語".repeat(3_000),
        "+n't\u3000é".repeat(1_600),
        "<a href=\"x\">&amp;".repeat(500),
        "http://x.y/" + "a/".repeat(4_000),
        "\0\1\2\u2028x\u2029\ufeff");
  }

  @ParameterizedTest
  @MethodSource("nastyTexts")
  @Timeout(60)
  void whateverComesIsReadWithinBoundsAndItsPhrasesLieInOneAnother(String text) throws Exception {
    var trees = reader.read(text);
    assertTrue(trees.sentences().size() <= ReadingLimits.USUAL.sentences());
    assertEquals(Math.max(0, text.length() - 10_000), trees.cut().characters());
    trees.sentences().forEach(sentence -> holds(text, sentence, 1));
  }

  @Test
  void ordinaryPostsAreReadWhole() throws Exception {
    for (String post : POSTS) {
      var trees = reader.read(post);
      assertEquals(NOTHING, trees.cut());
      trees.sentences().forEach(sentence -> holds(post, sentence, 1));
    }
  }

  private static void holds(String text, Phrase phrase, int depth) {
    assertTrue(depth <= ReadingLimits.USUAL.depth());
    assertEquals(text.substring(phrase.start(), phrase.end()), phrase.text());
    double sum = Stream.of(Feeling.values()).mapToDouble(f -> phrase.probabilities().of(f)).sum();
    assertEquals(1, sum, 1e-6);
    var parts = phrase.phrases();
    if (!parts.isEmpty()) {
      assertEquals(2, parts.size());
      assertEquals(phrase.start(), parts.getFirst().start());
      assertEquals(phrase.end(), parts.getLast().end());
      assertTrue(parts.getFirst().end() <= parts.getLast().start());
      parts.forEach(part -> holds(text, part, depth + 1));
    }
  }

  @Test
  void whatIsCutIsCounted() throws Exception {
    var small = new CoreNlpReader(models, new ReadingLimits(100, 2, 6, 3));
    var trees =
        small.read("It is good. I like it very very very much. Never again. " + "x".repeat(60));
    assertEquals(2, trees.sentences().size());
    assertEquals(16, trees.cut().characters());
    assertEquals(2, trees.cut().sentences());
    assertEquals(2, trees.cut().tokens());
    assertTrue(trees.cut().phrases() > 0);
    trees.sentences().forEach(sentence -> assertFalse(sentence.phrases().isEmpty()));
  }

  @Test
  void twoThreadsReadTheSameAsOne() throws Exception {
    var alone = new ArrayList<PhraseTrees>();
    for (String post : POSTS) {
      alone.add(reader.read(post));
    }
    var together =
        IntStream.range(0, 4)
            .mapToObj(
                any ->
                    CompletableFuture.supplyAsync(
                        () -> POSTS.stream().map(CoreNlpReaderWithModels::read).toList()))
            .toList();
    for (var others : together) {
      assertEquals(alone, others.get());
    }
  }

  private static PhraseTrees read(String post) {
    try {
      return reader.read(post);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void anInterruptIsHeededBetweenSentences() {
    Thread.currentThread().interrupt();
    assertThrows(InterruptedException.class, () -> reader.read("One. Two."));
    assertFalse(Thread.currentThread().isInterrupted());
  }
}
