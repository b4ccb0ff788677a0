package dev.bellwether.sentiment.features;

import dev.bellwether.sentiment.text.PostTokenizer;
import dev.bellwether.sentiment.text.Token;
import dev.bellwether.sentiment.text.TokenHash;
import dev.bellwether.sentiment.text.Tokens;

/**
 * What models look at in a post: words (apart when negated), neighbouring pairs, hashtags and what
 * is inside them, emoji and emoticons, style, letters, and what the lexicons say of them. Safe for
 * use by many threads, each with a scratch of its own.
 */
public final class FeatureExtractor {

  /**
   * Part of the model file: a model trained on other features must not be loaded. Raise it with
   * every change of what a text is cut into or of what features are called.
   */
  public static final int VERSION = 2;

  /** All numbers are one word to their neighbours. */
  private static final long NUMBER = TokenHash.of("0");

  private final PostTokenizer tokenizer;
  private final Negation negation;
  private final FeatureOptions options;
  private final StyleFeatures style = new StyleFeatures();
  private final LexiconFeatures lexicon;

  public FeatureExtractor(FeatureOptions options, Lexicon lexicon) {
    this.options = options;
    this.lexicon = new LexiconFeatures(lexicon);
    tokenizer = new PostTokenizer(options.folding());
    negation = new Negation(options.negation(), tokenizer);
  }

  public PostTokenizer tokenizer() {
    return tokenizer;
  }

  /** Replaces what {@code scratch} holds by the tokens and features of any text. */
  public void extract(String text, Scratch scratch) {
    var tokens = scratch.tokens();
    var features = scratch.features();
    features.clear();
    tokenizer.fill(text, tokens);
    negation.mark(tokens);
    units(tokens, features);
    if (options.pairs()) {
      pairs(tokens, features);
    }
    if (options.style()) {
      style.add(tokens, features);
    }
    lexicon.add(scratch);
  }

  /** Shares a lexicon's feature among the tokens it came from, as its sums were made. */
  public void share(Scratch scratch, int feature, double amount, double[] shares) {
    var features = scratch.features();
    if (features.first(feature) == Features.LEXICON) {
      lexicon.share(scratch.tokens(), features.second(feature), amount, shares);
    } else {
      StyleFeatures.share(scratch.tokens(), features.second(feature), amount, shares);
    }
  }

  /** Under which template a token is a feature of its own; null where it is none. */
  private static Template unit(Tokens tokens, int token) {
    return switch (tokens.kind(token)) {
      case WORD, HASHTAG_PART ->
          tokens.has(token, Tokens.NEGATED) ? Template.NEGATED_WORD : Template.WORD;
      case HASHTAG -> Template.HASHTAG;
      case EMOJI, EMOTICON, PUNCTUATION, USER, URL -> Template.SIGN;
      case NUMBER -> null;
    };
  }

  private void units(Tokens tokens, Features features) {
    for (int i = 0; i < tokens.size(); i++) {
      var template = unit(tokens, i);
      boolean fresh =
          template != null
              && features.present(template, FeatureHash.of(template, tokens.hash(i)), i);
      if (fresh && options.lettersTo() > 0 && template.word()) {
        Letters.add(tokens, i, options.lettersFrom(), options.lettersTo(), features);
      }
    }
  }

  private static void pairs(Tokens tokens, Features features) {
    int before = -1;
    long beforeHash = 0;
    for (int i = 0; i < tokens.size(); i++) {
      var kind = tokens.kind(i);
      if (kind == Token.Kind.HASHTAG_PART) {
        continue;
      }
      long hash = kind == Token.Kind.NUMBER ? NUMBER : tokens.hash(i);
      if (before >= 0) {
        features.present(Template.PAIR, FeatureHash.of(Template.PAIR, beforeHash, hash), before, i);
      }
      before = i;
      beforeHash = hash;
    }
  }
}
