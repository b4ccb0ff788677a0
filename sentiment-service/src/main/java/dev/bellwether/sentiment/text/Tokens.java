package dev.bellwether.sentiment.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The tokens of one post as arrays, filled by {@link PostTokenizer#fill}. Reused from post to post,
 * so that scoring makes no object a token; of one thread at a time.
 */
public final class Tokens {

  /** Flag: letters repeated three times or more were cut to two. */
  public static final int ELONGATED = 1;

  /** Flag: written in capitals only, two letters or more. */
  public static final int CAPITALS = 2;

  /** Flag: ends in {@code n't}. */
  public static final int CONTRACTED_NOT = 4;

  /** Flag: in the scope of a negator; set by the features' negation, not by the tokeniser. */
  public static final int NEGATED = 8;

  private static final Token.Kind[] KINDS = Token.Kind.values();

  final RawText raw = new RawText();

  /** Normalised texts, one after the other. */
  char[] normalised = new char[0];

  int normalisedLength;

  private int size;
  private byte[] kinds = new byte[0];
  private byte[] flags = new byte[0];
  private long[] hashes = new long[0];

  /** In the raw text's characters. */
  private int[] starts = new int[0];

  private int[] ends = new int[0];
  private int[] normalisedStarts = new int[0];

  /** Empties this and takes a text to cut. */
  void reset(String text, int limit) {
    raw.set(text, limit);
    size = 0;
    normalisedLength = 0;
    int room = raw.chars.length;
    if (kinds.length < room) {
      // a post has no more tokens than characters, and an account's name becomes at most 2.5 times
      // as long
      normalised = new char[3 * room];
      kinds = new byte[room];
      flags = new byte[room];
      hashes = new long[room];
      starts = new int[room];
      ends = new int[room];
      normalisedStarts = new int[room];
    }
  }

  /** Ends a token whose normalised text was appended from {@code from} on. */
  void add(Token.Kind kind, int start, int end, int from, long hash, int flag) {
    if (size == kinds.length) {
      throw new IllegalStateException("more tokens than characters");
    }
    kinds[size] = (byte) kind.ordinal();
    flags[size] = (byte) flag;
    hashes[size] = hash;
    starts[size] = start;
    ends[size] = end;
    normalisedStarts[size] = from;
    size++;
  }

  /** How many tokens there are. */
  public int size() {
    return size;
  }

  public Token.Kind kind(int token) {
    return KINDS[kinds[token]];
  }

  /** The hash of the token's normalised text, as {@link TokenHash#of} would give it. */
  public long hash(int token) {
    return hashes[token];
  }

  public boolean has(int token, int flag) {
    return (flags[token] & flag) != 0;
  }

  public void mark(int token, int flag) {
    flags[token] |= (byte) flag;
  }

  /** How many characters the normalised text has. */
  public int length(int token) {
    return normalisedEnd(token) - normalisedStarts[token];
  }

  /** A character of the normalised text. */
  public char charAt(int token, int at) {
    return normalised[normalisedStarts[token] + at];
  }

  /** The normalised text. */
  public String text(int token) {
    return new String(normalised, normalisedStarts[token], length(token));
  }

  /** Where the token begins in the text given, included; escapes count as they were written. */
  public int start(int token) {
    return raw.origin(starts[token]);
  }

  /** Where the token ends in the text given, excluded. */
  public int end(int token) {
    return raw.origin(ends[token]);
  }

  /** Characters that fit without growing: a measure of the memory held. */
  public int room() {
    return kinds.length;
  }

  /** The same as objects, for those who read rather than score. */
  public List<Token> view() {
    var view = new ArrayList<Token>(size);
    for (int i = 0; i < size; i++) {
      view.add(new Token(kind(i), text(i), has(i, ELONGATED), has(i, CAPITALS), start(i), end(i)));
    }
    return List.copyOf(view);
  }

  @Override
  public String toString() {
    return Arrays.toString(view().toArray());
  }

  private int normalisedEnd(int token) {
    return token + 1 < size ? normalisedStarts[token + 1] : normalisedLength;
  }
}
