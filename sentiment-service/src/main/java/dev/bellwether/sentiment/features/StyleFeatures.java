package dev.bellwether.sentiment.features;

import dev.bellwether.sentiment.text.Token;
import dev.bellwether.sentiment.text.Tokens;

/** How a post is written: its capitals, elongations and hashtags, its length, its borders. */
final class StyleFeatures {

  private static final int MAX_COUNTED = 3;
  private static final int MAX_LENGTH = 6;
  private static final int WORDS_A_STEP = 5;

  /** Instead of a flag: the hashtags share the feature. */
  private static final int HASHTAGS = 1 << 16;

  private final int[] capitals = counted("capitals", MAX_COUNTED);
  private final int[] elongated = counted("elongated", MAX_COUNTED);
  private final int[] hashtags = counted("hashtags", MAX_COUNTED);
  private final int[] words = counted("words", MAX_LENGTH);
  private final int[] first = kinds("first");
  private final int[] last = kinds("last");

  void add(Tokens tokens, Features features) {
    int capitalised = 0;
    int lengthened = 0;
    int tags = 0;
    int written = 0;
    int size = tokens.size();
    for (int i = 0; i < size; i++) {
      var kind = tokens.kind(i);
      capitalised += tokens.has(i, Tokens.CAPITALS) ? 1 : 0;
      lengthened += tokens.has(i, Tokens.ELONGATED) ? 1 : 0;
      tags += kind == Token.Kind.HASHTAG ? 1 : 0;
      written += kind == Token.Kind.WORD ? 1 : 0;
    }
    counted(capitals, capitalised, Tokens.CAPITALS, features);
    counted(elongated, lengthened, Tokens.ELONGATED, features);
    counted(hashtags, tags, HASHTAGS, features);
    int length = words[Math.min(written / WORDS_A_STEP, MAX_LENGTH)];
    features.present(Template.STYLE, length, Features.WHOLE);
    if (size > 0) {
      features.present(Template.STYLE, first[tokens.kind(0).ordinal()], 0);
      features.present(Template.STYLE, last[tokens.kind(size - 1).ordinal()], size - 1);
    }
  }

  private static void counted(int[] ids, int count, int flag, Features features) {
    if (count > 0) {
      features.present(Template.STYLE, ids[Math.min(count, MAX_COUNTED)], Features.FLAGGED, flag);
    }
  }

  /** Shares {@code amount} evenly among the tokens that bear a flag. */
  static void share(Tokens tokens, int flag, double amount, double[] shares) {
    int bearers = 0;
    for (int i = 0; i < tokens.size(); i++) {
      bearers += bears(tokens, i, flag) ? 1 : 0;
    }
    for (int i = 0; i < tokens.size(); i++) {
      shares[i] += bears(tokens, i, flag) ? amount / bearers : 0;
    }
  }

  private static boolean bears(Tokens tokens, int token, int flag) {
    return flag == HASHTAGS ? tokens.kind(token) == Token.Kind.HASHTAG : tokens.has(token, flag);
  }

  private static int[] counted(String name, int highest) {
    var ids = new int[highest + 1];
    for (int i = 0; i <= highest; i++) {
      ids[i] = FeatureHash.of(Template.STYLE, name + "/" + i);
    }
    return ids;
  }

  private static int[] kinds(String name) {
    var kinds = Token.Kind.values();
    var ids = new int[kinds.length];
    for (var kind : kinds) {
      ids[kind.ordinal()] = FeatureHash.of(Template.STYLE, name + "/" + kind.name());
    }
    return ids;
  }
}
