package dev.bellwether.sentiment.training;

import dev.bellwether.sentiment.text.PostTokenizer;
import dev.bellwether.sentiment.text.Token;
import dev.bellwether.sentiment.text.Tokens;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * Vectors that a file lists. A word that is not there is looked up without its apostrophes, then
 * with every run of a letter cut to one.
 */
record ListedVectors(int dimensions, Map<String, WordVectors.Vector> vectors)
    implements WordVectors {

  private static final Pattern RUN = Pattern.compile("(.)\\1+");

  @Override
  public Vector of(String word) {
    var listed = vectors.get(word);
    if (listed == null && word.indexOf('\'') >= 0) {
      listed = vectors.get(word.replace("'", ""));
    }
    return listed == null ? vectors.get(RUN.matcher(word).replaceAll("$1")) : listed;
  }

  @Override
  public Set<String> words() {
    return Collections.unmodifiableSet(vectors.keySet());
  }

  /** Every vector changed. */
  ListedVectors map(UnaryOperator<Vector> change) {
    var changed = new LinkedHashMap<String, Vector>();
    vectors.forEach((word, vector) -> changed.put(word, change.apply(vector)));
    return new ListedVectors(dimensions, changed);
  }

  /** Takes a file's words; of those that are the same word to us, the first comes to stay. */
  static final class Builder {

    private final PostTokenizer tokenizer;
    private final Tokens tokens = new Tokens();
    private final Map<String, Vector> vectors = new LinkedHashMap<>();

    Builder(PostTokenizer tokenizer) {
      this.tokenizer = tokenizer;
    }

    /** Takes a word unless it is none to us: a number, a sign, several words. */
    void add(String word, int[] places, float[] values) {
      tokenizer.fill(word, tokens);
      if (tokens.size() == 1 && tokens.kind(0) == Token.Kind.WORD) {
        vectors.putIfAbsent(tokens.text(0), new Vector(places, values));
      }
    }

    ListedVectors build(int dimensions) {
      return new ListedVectors(dimensions, vectors);
    }
  }
}
