package dev.bellwether.sentiment.training;

import dev.bellwether.sentiment.features.Lexicon;
import dev.bellwether.sentiment.features.Lexicon.Column;
import dev.bellwether.sentiment.text.PostTokenizer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** Reads the published lexicons: entry, tab, score, and whatever follows is left alone. */
final class LexiconFiles {

  private final Map<Integer, byte[]> entries = new HashMap<>();

  private LexiconFiles() {}

  /**
   * The lexicons of a folder: {@code vader_lexicon.txt}, {@code afinn165.tsv}, {@code
   * emoji_sent.tsv}, {@code emoticons.tsv}.
   *
   * @throws IOException when one is missing or a score is no number
   */
  static Lexicon read(Path folder) throws IOException {
    var files = new LexiconFiles();
    files.take(folder.resolve("vader_lexicon.txt"), Column.VADER);
    files.take(folder.resolve("afinn165.tsv"), Column.AFINN);
    files.take(folder.resolve("emoji_sent.tsv"), Column.SIGNS);
    files.take(folder.resolve("emoticons.tsv"), Column.SIGNS);
    return Lexicon.of(files.entries);
  }

  private void take(Path file, Column column) throws IOException {
    for (var line : Files.readAllLines(file)) {
      var fields = line.split("\t");
      if (fields.length < 2) {
        continue;
      }
      // an entry is looked up by what the tokeniser makes of it; phrases of several words are never
      // looked up
      var tokens = PostTokenizer.tokenize(fields[0]);
      if (tokens.size() != 1) {
        continue;
      }
      long tenths = Math.round(number(fields[1], file) * 10);
      var scores =
          entries.computeIfAbsent(
              Lexicon.hash(tokens.getFirst().text()), hash -> new byte[Lexicon.COLUMNS]);
      if (scores[column.ordinal()] == 0) {
        scores[column.ordinal()] = (byte) Math.clamp(tenths, Byte.MIN_VALUE, Byte.MAX_VALUE);
      }
    }
  }

  private static double number(String field, Path file) throws IOException {
    try {
      return Double.parseDouble(field.strip());
    } catch (NumberFormatException e) {
      throw new IOException(file + ": not a score: " + field, e);
    }
  }
}
