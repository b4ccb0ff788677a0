package dev.bellwether.sentiment.training;

import dev.bellwether.sentiment.features.FeatureOptions;
import dev.bellwether.sentiment.features.Lexicon;
import dev.bellwether.sentiment.model.LinearModel;
import dev.bellwether.sentiment.model.ModelFile;
import dev.bellwether.sentiment.text.PostTokenizer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** The files that know words; none of them is part of the project. */
final class ResourceOptions {

  @Option(
      names = "--lexicon",
      paramLabel = "NAME=FILE",
      description =
          "A lexicon (entry, tab, score) as a column of that name; the same name again adds a file"
              + " to the column. May be repeated.")
  List<String> lexicons = new ArrayList<>();

  @Option(
      names = "--stems",
      paramLabel = "NAME=FILE",
      description = "A lexicon whose entries are beginnings of words. May be repeated.")
  List<String> stems = new ArrayList<>();

  @Option(
      names = "--clusters",
      paramLabel = "FILE",
      description = "Brown clusters: path, tab, word, tab, count.")
  Path clusters;

  @Option(
      names = "--cluster-prefixes",
      split = ",",
      defaultValue = "4,6,8,10,12",
      description = "Lengths of the paths' beginnings that count (${DEFAULT-VALUE}).")
  List<Integer> prefixes;

  @Option(
      names = "--embeddings",
      paramLabel = "FILE",
      description = "Word embeddings as text: word and numbers, parted by spaces.")
  Path embeddings;

  @Option(
      names = "--vectors",
      paramLabel = "GROUP=FILE",
      description = "Word vectors as text, taken as they are; repeatable.")
  List<String> vectors = new ArrayList<>();

  @Option(
      names = "--dictionary",
      paramLabel = "FILE",
      description = "Word and its translations, parted by tabs.")
  Path dictionary;

  @Option(
      names = "--dictionary-model",
      paramLabel = "MODEL",
      description = "The model of the translations' language.")
  Path dictionaryModel;

  @Option(
      names = "--vocabulary",
      defaultValue = "100000",
      description = "Of clusters and embeddings only the most frequent words (${DEFAULT-VALUE}).")
  int vocabulary;

  @Option(
      names = "--folded-letters",
      paramLabel = "FROM-TO",
      description = "Runs of letters of the training posts' words, folded into the words.")
  String foldedLetters;

  @Option(
      names = "--stack",
      paramLabel = "MODEL",
      description = "Another task's model file whose logits are features; repeatable.")
  List<Path> stack = new ArrayList<>();

  @Option(
      names = "--terms",
      paramLabel = "TEXT",
      description = "What the model card says of data and resources and their terms; repeatable.")
  List<String> terms = new ArrayList<>();

  private static String name(String option, String given) throws IOException {
    int equals = given.indexOf('=');
    if (equals < 1) {
      throw new IOException(option + " must be NAME=FILE, not " + given);
    }
    return given.substring(0, equals);
  }

  private static Path file(String given) {
    return Path.of(given.substring(given.indexOf('=') + 1));
  }

  private static LinearModel read(Path file) throws IOException {
    if (file == null) {
      throw new IOException("--dictionary needs --dictionary-model");
    }
    try (var in = Files.newInputStream(file)) {
      return ModelFile.read(in);
    }
  }

  /** The lexicon files as one lexicon. */
  Lexicon lexicon(PostTokenizer tokenizer) throws IOException {
    var files = new LexiconFiles(tokenizer);
    for (var lexicon : lexicons) {
      files.take(name("--lexicon", lexicon), file(lexicon));
    }
    for (var lexicon : stems) {
      files.takeStems(name("--stems", lexicon), file(lexicon));
    }
    return files.lexicon();
  }

  /** The word vectors and the other models side by side. */
  VectorSpace space(List<LabelledPost> posts, PostTokenizer tokenizer) throws IOException {
    var counts = Vocabulary.counts(posts, tokenizer);
    var space = new VectorSpace(counts.keySet());
    if (clusters != null) {
      space.add("clusters", ClusterFile.read(clusters, prefixes, vocabulary, tokenizer));
    }
    if (embeddings != null) {
      var read = EmbeddingFile.read(embeddings, vocabulary, tokenizer);
      space.add("embeddings", AllButTheTop.of(read, counts));
    }
    for (var file : vectors) {
      var read = EmbeddingFile.read(file(file), Integer.MAX_VALUE, tokenizer);
      space.add(name("--vectors", file), read);
    }
    if (dictionary != null) {
      space.add("dictionary", DictionaryFile.read(dictionary, read(dictionaryModel), tokenizer));
    }
    if (foldedLetters != null) {
      var range = FeatureOptions.parse("letters=" + foldedLetters);
      space.addWhateverNegated(
          "folded_letters",
          new LetterVectors(range.lettersFrom(), range.lettersTo(), counts.keySet()));
    }
    for (var file : stack) {
      var model = read(file);
      space.add("stack_" + model.task().wireName(), new Stacked(model));
    }
    return space;
  }
}
