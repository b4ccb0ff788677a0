package dev.bellwether.sentiment.training;

import dev.bellwether.sentiment.features.FeatureHash;
import dev.bellwether.sentiment.features.HashRows;
import dev.bellwether.sentiment.features.Template;
import dev.bellwether.sentiment.text.PostTokenizer;
import dev.bellwether.sentiment.text.Tokens;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a resource says of words: for each a sparse vector. A post's is the sum over its distinct
 * words, negated ones apart; so at export the trained weights fold exactly into the words' own,
 * also for words that no training post has.
 */
final class WordVectors {

  private final int dimensions;
  private final HashRows words;
  private final List<int[]> places;
  private final List<float[]> values;
  private final List<Template> templates;
  private final List<Long> hashes;

  private WordVectors(int dimensions, Builder builder) {
    this.dimensions = dimensions;
    places = List.copyOf(builder.places);
    values = List.copyOf(builder.values);
    templates = List.copyOf(builder.templates);
    hashes = List.copyOf(builder.hashes);
    words = new HashRows(builder.rows.keySet().stream().mapToLong(Long::longValue).toArray());
  }

  /** Dimensions of a word's vector. */
  int dimensions() {
    return dimensions;
  }

  /** Words that have a vector. */
  int size() {
    return words.size();
  }

  /** The row of a word or sign, −1 where it has no vector. */
  int row(Template template, long hash) {
    return words.row(key(template == Template.SIGN ? Template.SIGN : Template.WORD, hash));
  }

  /** The hash of the word's normalised text. */
  long hash(int row) {
    return hashes.get(row);
  }

  /** {@link Template#WORD} or {@link Template#SIGN}. */
  Template template(int row) {
    return templates.get(row);
  }

  /** Dimensions in which the word's vector is not 0. */
  int[] places(int row) {
    return places.get(row);
  }

  /** The vector's values at its {@link #places}. */
  float[] values(int row) {
    return values.get(row);
  }

  private static long key(Template template, long hash) {
    return hash * 31 + FeatureHash.of(template, hash);
  }

  /** Takes a resource's words; of those that are one token to us, the first comes to stay. */
  static final class Builder {

    private final PostTokenizer tokenizer;
    private final Tokens tokens = new Tokens();
    private final Map<Long, Integer> rows = new LinkedHashMap<>();
    private final List<int[]> places = new ArrayList<>();
    private final List<float[]> values = new ArrayList<>();
    private final List<Template> templates = new ArrayList<>();
    private final List<Long> hashes = new ArrayList<>();

    Builder(PostTokenizer tokenizer) {
      this.tokenizer = tokenizer;
    }

    void add(String word, int[] nonZero, float[] own) {
      tokenizer.fill(word, tokens);
      if (tokens.size() != 1) {
        return;
      }
      var template =
          switch (tokens.kind(0)) {
            case WORD -> Template.WORD;
            case EMOJI, EMOTICON, PUNCTUATION -> Template.SIGN;
            case NUMBER, USER, URL, HASHTAG, HASHTAG_PART -> null;
          };
      if (template == null
          || rows.putIfAbsent(key(template, tokens.hash(0)), rows.size()) != null) {
        return;
      }
      places.add(nonZero);
      values.add(own);
      templates.add(template);
      hashes.add(tokens.hash(0));
    }

    WordVectors build(int dimensions) {
      return new WordVectors(dimensions, this);
    }
  }
}
