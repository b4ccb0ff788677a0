package dev.bellwether.sentiment.training;

import dev.bellwether.sentiment.features.FeatureExtractor;
import dev.bellwether.sentiment.features.Scratch;
import dev.bellwether.sentiment.text.Token;
import dev.bellwether.sentiment.text.Tokens;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** Kinds of posts whose figures a model card shows apart. */
final class Subsets {

  private static final int LONG = 20;

  private Subsets() {}

  /** The posts of each kind, by their positions; a post may be of several kinds. */
  static Map<String, List<Integer>> of(FeatureExtractor extractor, List<LabelledPost> posts) {
    Map<String, Predicate<Tokens>> kinds = new LinkedHashMap<>();
    kinds.put("with emoji or emoticons", t -> any(t, Token.Kind.EMOJI, Token.Kind.EMOTICON));
    kinds.put("with a hashtag", t -> any(t, Token.Kind.HASHTAG, Token.Kind.HASHTAG));
    kinds.put("with a negated word", t -> anyFlag(t, Tokens.NEGATED));
    kinds.put("with a word in capitals", t -> anyFlag(t, Tokens.CAPITALS));
    kinds.put("fewer than " + LONG + " tokens", t -> t.size() < LONG);
    kinds.put(LONG + " tokens or more", t -> t.size() >= LONG);
    var subsets = new LinkedHashMap<String, List<Integer>>();
    kinds.keySet().forEach(kind -> subsets.put(kind, new ArrayList<>()));
    var scratch = new Scratch();
    for (int i = 0; i < posts.size(); i++) {
      extractor.extract(posts.get(i).text(), scratch);
      int post = i;
      kinds.forEach(
          (kind, is) -> {
            if (is.test(scratch.tokens())) {
              subsets.get(kind).add(post);
            }
          });
    }
    return subsets;
  }

  private static boolean any(Tokens tokens, Token.Kind one, Token.Kind other) {
    return IntStream.range(0, tokens.size())
        .anyMatch(i -> tokens.kind(i) == one || tokens.kind(i) == other);
  }

  private static boolean anyFlag(Tokens tokens, int flag) {
    return IntStream.range(0, tokens.size()).anyMatch(i -> tokens.has(i, flag));
  }
}
