package dev.bellwether.sentiment.training;

import dev.bellwether.sentiment.text.PostTokenizer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;

/**
 * Word embeddings as text: word, then its numbers, parted by spaces, the most frequent words first,
 * as GloVe and word2vec write them; a first line of two numbers is skipped.
 */
final class EmbeddingFile {

  private EmbeddingFile() {}

  /**
   * @param most only so many lines are read
   * @throws IOException naming the line that has another number of numbers than the first
   */
  static WordVectors read(Path file, int most, PostTokenizer tokenizer) throws IOException {
    var builder = new WordVectors.Builder(tokenizer);
    int[] places = null;
    try (var in = Files.newBufferedReader(file)) {
      int number = 0;
      for (var line = in.readLine(); line != null && number < most; line = in.readLine()) {
        number++;
        var fields = line.strip().split(" ");
        if (number == 1 && fields.length == 2) {
          continue;
        }
        if (places == null) {
          places = IntStream.range(0, fields.length - 1).toArray();
        }
        builder.add(fields[0], places, numbers(fields, places.length, file, number));
      }
    }
    return builder.build(places == null ? 0 : places.length);
  }

  private static float[] numbers(String[] fields, int expected, Path file, int line)
      throws IOException {
    try {
      if (fields.length != expected + 1) {
        throw new NumberFormatException("another number of numbers");
      }
      var numbers = new float[expected];
      for (int i = 0; i < expected; i++) {
        numbers[i] = Float.parseFloat(fields[i + 1]);
      }
      return numbers;
    } catch (NumberFormatException e) {
      throw new IOException(
          file + ", line " + line + ": expected a word and " + expected + " numbers", e);
    }
  }
}
