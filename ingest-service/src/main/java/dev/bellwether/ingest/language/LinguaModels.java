package dev.bellwether.ingest.language;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * The letter n-grams that Lingua (Apache-2.0) counted in news and web texts, read from its jar. A
 * file groups n-grams of like probability: {@code {"language": …, "ngrams": {"3/95": "će ćo"}}}.
 */
final class LinguaModels {

  private static final List<String> FILES =
      List.of("unigrams", "bigrams", "trigrams", "quadrigrams");
  private static final int EXPECTED = 600_000;

  private LinguaModels() {}

  /**
   * @param languages ISO 639-1
   * @throws IllegalStateException when a language's file is missing
   */
  static NgramTable read(List<String> languages) {
    // every probability is another field name: none is worth remembering
    var json =
        JsonFactory.builder()
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
            .build();
    var table = new NgramTable(languages.size(), EXPECTED);
    for (int length = 1; length <= NgramTable.LONGEST; length++) {
      for (int language = 0; language < languages.size(); language++) {
        read(json, path(languages.get(language), length), length, language, table);
      }
    }
    return table;
  }

  /** Where Lingua keeps the n-grams of a length; without a slash at the start. */
  static String path(String language, int length) {
    return "language-models/" + language + "/" + FILES.get(length - 1) + ".json";
  }

  private static void read(
      JsonFactory json, String path, int length, int language, NgramTable table) {
    try (InputStream file = LinguaModels.class.getResourceAsStream("/" + path)) {
      if (file == null) {
        throw new IllegalStateException(path + " is missing: Lingua's jar has it");
      }
      try (JsonParser parser = json.createParser(file)) {
        groups(parser, length, language, table);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + path, e);
    }
  }

  private static void groups(JsonParser parser, int length, int language, NgramTable table)
      throws IOException {
    while (parser.nextToken() != null) {
      if (parser.currentToken() != JsonToken.FIELD_NAME || parser.currentName().indexOf('/') < 0) {
        continue;
      }
      int likelihood = NgramTable.likelihood(fraction(parser.currentName()));
      parser.nextToken();
      char[] text = parser.getTextCharacters();
      int end = parser.getTextOffset() + parser.getTextLength();
      // all of one length, with a blank between two
      for (int at = parser.getTextOffset(); at + length <= end; at += length + 1) {
        table.put(text, at, length, language, likelihood);
      }
    }
  }

  private static double fraction(String text) {
    int bar = text.indexOf('/');
    return (double) Long.parseLong(text, 0, bar, 10)
        / Long.parseLong(text, bar + 1, text.length(), 10);
  }
}
