package dev.bellwether.sentiment.features;

/**
 * Names of features as 32-bit numbers: FNV-1a over the characters, then MurmurHash3's finaliser so
 * that every bit counts. Trainer and scorer speak of features by these numbers only, so a collision
 * is trained as one feature and never makes them disagree.
 */
public final class FeatureHash {

  private static final long OFFSET = 0xcbf29ce484222325L;
  private static final long PRIME = 0x100000001b3L;

  private FeatureHash() {}

  /** The feature that {@code text} makes under a template, for example "this word, negated". */
  public static int of(Template template, String text) {
    return finish(mix(start(template), text));
  }

  /** The feature that two neighbouring texts make under a template. */
  public static int of(Template template, String first, String second) {
    return finish(mix((mix(start(template), first) ^ 0x1f) * PRIME, second));
  }

  private static long start(Template template) {
    return (OFFSET ^ template.salt()) * PRIME;
  }

  private static long mix(long hash, String text) {
    for (int i = 0; i < text.length(); i++) {
      hash = (hash ^ text.charAt(i)) * PRIME;
    }
    return hash;
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
