package dev.bellwether.sentiment.training;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.bellwether.sentiment.text.PostTokenizer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;

/**
 * Word embeddings, the most frequent words first. As text: word, then its numbers, parted by
 * spaces, as GloVe and word2vec write them; a first line of two numbers is skipped. Or, in a file
 * whose name ends in {@code .json}, an object {@code vectors} of word to array, as wink-embeddings
 * writes them, with the array's first {@code dimensions} numbers where that is given before.
 */
final class EmbeddingFile {

  private EmbeddingFile() {}

  /**
   * @param most only so many words are read
   * @throws IOException naming what has another number of numbers than the first
   */
  static ListedVectors read(Path file, int most, PostTokenizer tokenizer) throws IOException {
    return file.toString().endsWith(".json")
        ? readJson(file, most, tokenizer)
        : readText(file, most, tokenizer);
  }

  private static ListedVectors readText(Path file, int most, PostTokenizer tokenizer)
      throws IOException {
    var builder = new ListedVectors.Builder(tokenizer);
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

  private static ListedVectors readJson(Path file, int most, PostTokenizer tokenizer)
      throws IOException {
    int dimensions = 0;
    try (var in = new JsonFactory().createParser(file.toFile())) {
      for (var token = in.nextToken(); token != null; token = in.nextToken()) {
        if (token == JsonToken.FIELD_NAME && in.currentName().equals("dimensions")) {
          dimensions = in.nextIntValue(0);
        } else if (token == JsonToken.FIELD_NAME && in.currentName().equals("vectors")) {
          in.nextToken();
          return vectors(in, dimensions, most, tokenizer);
        } else if (token == JsonToken.START_ARRAY) {
          in.skipChildren();
        }
      }
    }
    throw new IOException(file + " has no object \"vectors\"");
  }

  private static ListedVectors vectors(
      JsonParser in, int dimensions, int most, PostTokenizer tokenizer) throws IOException {
    if (dimensions < 1) {
      throw new IOException("\"dimensions\" must stand before \"vectors\" and be above 0");
    }
    var builder = new ListedVectors.Builder(tokenizer);
    var places = IntStream.range(0, dimensions).toArray();
    for (int read = 0; read < most && in.nextToken() == JsonToken.FIELD_NAME; read++) {
      var word = in.currentName();
      in.nextToken();
      var numbers = new float[dimensions];
      int given = 0;
      while (in.nextToken() != JsonToken.END_ARRAY && in.currentToken() != null) {
        if (given < dimensions) {
          numbers[given] = in.getFloatValue();
        }
        given++;
      }
      if (given < dimensions) {
        throw new IOException("the vector of " + word + " has " + given + " numbers");
      }
      builder.add(word, places, numbers);
    }
    return builder.build(dimensions);
  }
}
