package dev.bellwether.sentiment.text;

/** FNV-1a over the UTF-16 units of a normalised token: its name wherever no string is wanted. */
public final class TokenHash {

  /** Of no character at all. */
  public static final long EMPTY = 0xcbf29ce484222325L;

  private static final long PRIME = 0x100000001b3L;

  private TokenHash() {}

  /** The hash of a token whose normalised text is {@code text}. */
  public static long of(String text) {
    long hash = EMPTY;
    for (int i = 0; i < text.length(); i++) {
      hash = next(hash, text.charAt(i));
    }
    return hash;
  }

  /** The hash of one more character. */
  public static long next(long hash, char next) {
    return (hash ^ next) * PRIME;
  }
}
