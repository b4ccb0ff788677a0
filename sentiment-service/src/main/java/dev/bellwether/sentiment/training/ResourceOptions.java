package dev.bellwether.sentiment.training;

import dev.bellwether.sentiment.features.Lexicon;
import dev.bellwether.sentiment.text.PostTokenizer;
import java.io.IOException;
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
      names = "--clusters",
      paramLabel = "FILE",
      description = "Brown clusters: path, tab, word, tab, count.")
  Path clusters;

  @Option(
      names = "--cluster-prefixes",
      split = ",",
      defaultValue = "4,6,8,10,12,16",
      description = "Lengths of the paths' beginnings that count (${DEFAULT-VALUE}).")
  List<Integer> prefixes;

  @Option(
      names = "--embeddings",
      paramLabel = "FILE",
      description = "Word embeddings as text: word and numbers, parted by spaces.")
  Path embeddings;

  @Option(
      names = "--vocabulary",
      defaultValue = "100000",
      description = "Of clusters and embeddings only the most frequent words (${DEFAULT-VALUE}).")
  int vocabulary;

  @Option(
      names = "--terms",
      paramLabel = "TEXT",
      description = "What the model card says of data and resources and their terms; repeatable.")
  List<String> terms = new ArrayList<>();

  /** The lexicon files as one lexicon. */
  Lexicon lexicon(PostTokenizer tokenizer) throws IOException {
    var files = new LexiconFiles(tokenizer);
    for (var lexicon : lexicons) {
      int equals = lexicon.indexOf('=');
      if (equals < 1) {
        throw new IOException("--lexicon must be NAME=FILE, not " + lexicon);
      }
      files.take(lexicon.substring(0, equals), Path.of(lexicon.substring(equals + 1)));
    }
    return files.lexicon();
  }

  /** The word vectors side by side. */
  VectorSpace space(PostTokenizer tokenizer) throws IOException {
    var space = new VectorSpace();
    if (clusters != null) {
      space.add("clusters", ClusterFile.read(clusters, prefixes, vocabulary, tokenizer));
    }
    if (embeddings != null) {
      space.add("embeddings", EmbeddingFile.read(embeddings, vocabulary, tokenizer));
    }
    return space;
  }
}
