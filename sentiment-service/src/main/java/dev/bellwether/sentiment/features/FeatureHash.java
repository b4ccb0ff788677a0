package dev.bellwether.sentiment.features;

import dev.bellwether.sentiment.text.TokenHash;

/**
 * Names of features as 32-bit numbers: tokens' hashes, combined, through MurmurHash3's finaliser so
 * that every bit counts. Trainer and scorer speak of features by these numbers only, so a collision
 * is trained as one feature and never makes them disagree.
 */
public final class FeatureHash {

  private static final long FIRST = 0x9e3779b97f4a7c15L;
  private static final long SECOND = 0xd6e8feb86659fd93L;
  private static final int ROTATION = 29;

  private FeatureHash() {}

  /** The feature that one token makes under a template, for example "this word, negated". */
  public static int of(Template template, long token) {
    return finish(token * FIRST + template.salt());
  }

  /** The feature that two tokens make under a template, in this order. */
  public static int of(Template template, long first, long second) {
    return finish(pair(first, second) + template.salt());
  }

  /** The feature that three tokens make under a template, in this order. */
  public static int of(Template template, long first, long second, long third) {
    return finish(pair(pair(first, second), third) + template.salt());
  }

  /** The feature of a name rather than of a token. */
  public static int of(Template template, String name) {
    return of(template, TokenHash.of(name));
  }

  private static long pair(long first, long second) {
    return Long.rotateLeft(first * FIRST, ROTATION) * SECOND + second * FIRST;
  }

  private static int finish(long hash) {
    long h = hash;
    h ^= h >>> 33;
    h *= 0xff51afd7ed558ccdL;
    h ^= h >>> 33;
    h *= 0xc4ceb9fe1a85ec53L;
    h ^= h >>> 33;
    return (int) h;
  }
}
