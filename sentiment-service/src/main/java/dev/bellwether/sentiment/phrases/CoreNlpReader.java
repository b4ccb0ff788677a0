package dev.bellwether.sentiment.phrases;

import edu.stanford.nlp.ling.CoreAnnotations.SentencesAnnotation;
import edu.stanford.nlp.ling.CoreAnnotations.TokensAnnotation;
import edu.stanford.nlp.ling.CoreLabel;
import edu.stanford.nlp.parser.lexparser.TreeBinarizer;
import edu.stanford.nlp.pipeline.Annotation;
import edu.stanford.nlp.pipeline.TokenizerAnnotator;
import edu.stanford.nlp.sentiment.CollapseUnaryTransformer;
import edu.stanford.nlp.sentiment.SentimentCostAndGradient;
import edu.stanford.nlp.trees.Tree;
import edu.stanford.nlp.trees.TreeTransformer;
import edu.stanford.nlp.trees.Trees;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/**
 * What CoreNLP's annotators tokenize, ssplit, pos, parse (shift-reduce) and sentiment do, a
 * sentence at a time: so that long sentences are cut before they are parsed, an interrupt is
 * heeded, and the sentiment model need not be read again from a path.
 */
public final class CoreNlpReader implements PhraseReader {

  /** The models' 640 MB and what reading needs beside them; in bytes. */
  static final long LEAST_HEAP = 1_100L << 20;

  private final PhraseModels models;
  private final ReadingLimits limits;
  private final TokenizerAnnotator tokenizer;
  private final TreeTransformer binarizer;

  CoreNlpReader(PhraseModels models, ReadingLimits limits) {
    this.models = models;
    this.limits = limits;
    this.tokenizer = new TokenizerAnnotator(tokenizing());
    var parser = models.parser();
    this.binarizer =
        TreeBinarizer.simpleTreeBinarizer(
            parser.getTLPParams().headFinder(), parser.treebankLanguagePack());
  }

  /**
   * Loads the models and reads a first text, which initialises the rest of CoreNLP.
   *
   * @param folder holds the three files
   * @throws UnusableModelsException naming the file that is missing, damaged or foreign; or when
   *     the heap is too small
   */
  public static PhraseReader load(Path folder) throws InterruptedException {
    checkHeap(Runtime.getRuntime().maxMemory());
    var reader = new CoreNlpReader(PhraseModels.load(folder), ReadingLimits.USUAL);
    reader.read("It works.");
    return reader;
  }

  /**
   * An OutOfMemoryError would take the stream of mentions down too.
   *
   * @param most bytes that the heap may grow to
   * @throws UnusableModelsException when that is too little
   */
  public static void checkHeap(long most) {
    if (most < LEAST_HEAP) {
      throw new UnusableModelsException(
          "phrases need a heap of %d MB, and this service's may grow to %d MB: set -Xmx1536m, or give its container 2560 MiB"
              .formatted(LEAST_HEAP >> 20, most >> 20));
    }
  }

  private static Properties tokenizing() {
    var properties = new Properties();
    properties.setProperty("tokenize.language", "en");
    // what it cannot read would be quoted in the log otherwise
    properties.setProperty("tokenize.options", "invertible,untokenizable=noneKeep");
    properties.setProperty("ssplit.newlineIsSentenceBreak", "two");
    return properties;
  }

  @Override
  public PhraseTrees read(String text) throws InterruptedException {
    var known = text.substring(0, wholeCharacters(text, limits.characters()));
    var document = new Annotation(LexerText.of(known));
    tokenizer.annotate(document);
    var sentences = document.get(SentencesAnnotation.class);
    var trees = new ArrayList<Phrase>();
    int cutTokens = 0;
    int cutPhrases = 0;
    for (var sentence : sentences.subList(0, Math.min(sentences.size(), limits.sentences()))) {
      if (Thread.interrupted()) {
        throw new InterruptedException("reading was given up");
      }
      List<CoreLabel> tokens = sentence.get(TokensAnnotation.class);
      var kept = tokens.subList(0, Math.min(tokens.size(), limits.tokens()));
      cutTokens += tokens.size() - kept.size();
      var phrases = new PhraseTree(known, kept, limits.depth());
      trees.add(phrases.of(scored(kept)));
      cutPhrases += phrases.cut();
    }
    return new PhraseTrees(
        PhraseModels.NAME,
        trees,
        new PhraseTrees.Cut(
            text.length() - known.length(),
            sentences.size() - trees.size(),
            cutTokens,
            cutPhrases));
  }

  /** A surrogate pair is not cut apart. */
  private static int wholeCharacters(String text, int most) {
    if (text.length() <= most) {
      return text.length();
    }
    return Character.isSurrogatePair(text.charAt(most - 1), text.charAt(most)) ? most - 1 : most;
  }

  /** The binary tree with the network's predictions at every node above the words. */
  private Tree scored(List<CoreLabel> tokens) {
    models.tagger().tagCoreLabels(tokens);
    var parse = models.parser().parserQuery();
    parse.parse(tokens);
    var binary = binarizer.transformTree(parse.getBestParse());
    Trees.convertToCoreLabels(binary);
    var tree = new CollapseUnaryTransformer().transformTree(binary);
    new SentimentCostAndGradient(models.sentiment(), null).forwardPropagateTree(tree);
    return tree;
  }
}
