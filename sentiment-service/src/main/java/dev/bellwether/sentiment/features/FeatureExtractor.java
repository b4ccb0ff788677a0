package dev.bellwether.sentiment.features;

import dev.bellwether.sentiment.text.PostTokenizer;
import dev.bellwether.sentiment.text.Token;
import java.util.List;

/**
 * What the model looks at in a post: words (apart when negated), neighbouring pairs, hashtags and
 * what is inside them, emoji and emoticons, style, and what the lexicons say of them. Safe for use
 * by many threads.
 */
public final class FeatureExtractor {

  /**
   * Part of the model file: a model trained on other features must not be loaded. Raise it with
   * every change here.
   */
  public static final int VERSION = 1;

  private static final int MAX_COUNTED = 3;

  private final LexiconFeatures lexicon;

  public FeatureExtractor(Lexicon lexicon) {
    this.lexicon = new LexiconFeatures(lexicon);
  }

  /** The features of any text. */
  public FeatureVector extract(String text) {
    var tokens = PostTokenizer.tokenize(text);
    var negated = Negation.scope(tokens);
    var features = new FeatureVector(tokens.size() * 3 + 24);
    features.present(FeatureHash.of(Template.BIAS, ""));
    words(tokens, negated, features);
    pairs(tokens, negated, features);
    style(tokens, features);
    lexicon.add(tokens, negated, features);
    return features;
  }

  private static void words(List<Token> tokens, boolean[] negated, FeatureVector features) {
    for (int i = 0; i < negated.length; i++) {
      var token = tokens.get(i);
      var template =
          switch (token.kind()) {
            case WORD, HASHTAG_PART -> negated[i] ? Template.NEGATED_WORD : Template.WORD;
            case HASHTAG -> Template.HASHTAG;
            case EMOJI, EMOTICON, PUNCTUATION, USER, URL -> Template.SIGN;
            case NUMBER -> null;
          };
      if (template != null) {
        features.present(FeatureHash.of(template, token.text()));
      }
    }
  }

  private static void pairs(List<Token> tokens, boolean[] negated, FeatureVector features) {
    String before = null;
    for (int i = 0; i < negated.length; i++) {
      var token = tokens.get(i);
      if (token.kind() == Token.Kind.HASHTAG_PART) {
        continue;
      }
      var here = token.kind() == Token.Kind.NUMBER ? "0" : token.text();
      if (before != null) {
        features.present(FeatureHash.of(Template.PAIR, before, here));
      }
      before = here;
    }
  }

  private static void style(List<Token> tokens, FeatureVector features) {
    int capitals = 0;
    int elongated = 0;
    int hashtags = 0;
    int words = 0;
    for (var token : tokens) {
      capitals += token.capitals() ? 1 : 0;
      elongated += token.elongated() ? 1 : 0;
      hashtags += token.kind() == Token.Kind.HASHTAG ? 1 : 0;
      words += token.kind() == Token.Kind.WORD ? 1 : 0;
    }
    style("capitals", capitals, features);
    style("elongated", elongated, features);
    style("hashtags", hashtags, features);
    features.present(
        FeatureHash.of(Template.STYLE, "words", Integer.toString(Math.min(words / 5, 6))));
    if (!tokens.isEmpty()) {
      features.present(FeatureHash.of(Template.STYLE, "first", tokens.getFirst().kind().name()));
      features.present(FeatureHash.of(Template.STYLE, "last", tokens.getLast().kind().name()));
    }
  }

  private static void style(String name, int count, FeatureVector features) {
    if (count > 0) {
      features.present(
          FeatureHash.of(Template.STYLE, name, Integer.toString(Math.min(count, MAX_COUNTED))));
    }
  }
}
