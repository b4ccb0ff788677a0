package dev.bellwether.sentiment.features;

import java.util.Arrays;

/**
 * The features of one post as arrays; filled by {@link FeatureExtractor}. Each is there once, but
 * for runs of letters, which count: they are there once a word. Each says which tokens it came
 * from, so that a score can be explained. Reused from post to post; of one thread at a time.
 */
public final class Features {

  /** Instead of a token: the feature is the whole post's. */
  public static final int WHOLE = -1;

  /** Instead of a token: shared by the tokens that bear the flag {@link #second}. */
  static final int FLAGGED = -2;

  /** Instead of a token: shared as {@link LexiconFeatures} shares it. */
  static final int LEXICON = -3;

  private static final Template[] TEMPLATES = Template.values();
  private static final int SMALLEST = 256;

  private int size;
  private int[] ids = new int[SMALLEST];
  private float[] values = new float[SMALLEST];
  private int[] firsts = new int[SMALLEST];
  private int[] seconds = new int[SMALLEST];
  private byte[] templates = new byte[SMALLEST];

  /** Which features are there: a slot counts only when it bears this post's generation. */
  private int[] slots = new int[4 * SMALLEST];

  private int[] generations = new int[4 * SMALLEST];
  private int generation = 1;

  void clear() {
    size = 0;
    generation++;
    if (generation == 0) {
      Arrays.fill(generations, 0);
      generation = 1;
    }
  }

  public int size() {
    return size;
  }

  public int id(int at) {
    return ids[at];
  }

  /** 1 for a feature that is there or not; a few units at most for a measured one. */
  public float value(int at) {
    return values[at];
  }

  public Template template(int at) {
    return TEMPLATES[templates[at]];
  }

  /** The first token it came from, negative where it is not a token's or a pair's own. */
  public int first(int at) {
    return firsts[at];
  }

  /** The last token it came from. */
  public int second(int at) {
    return seconds[at];
  }

  /** A feature of one token, unless it is there already; whether it was not. */
  boolean present(Template template, int id, int token) {
    return present(template, id, token, token);
  }

  /** A feature of two tokens, unless it is there already; whether it was not. */
  boolean present(Template template, int id, int first, int second) {
    int slot = find(id);
    boolean fresh = generations[slot] != generation;
    if (fresh) {
      take(slot, id);
      append(template, id, 1, first, second);
    }
    return fresh;
  }

  /** A feature of one token, whether or not others have it too. */
  void counted(Template template, int id, int token) {
    append(template, id, 1, token, token);
  }

  /** A measured feature; nothing for 0. It must not be there already, unless hashes collide. */
  void measured(Template template, int id, float value, int first, int second) {
    int slot = find(id);
    if (value != 0 && generations[slot] != generation) {
      take(slot, id);
      append(template, id, value, first, second);
    }
  }

  private void take(int slot, int id) {
    slots[slot] = id;
    generations[slot] = generation;
  }

  private void append(Template template, int id, float value, int first, int second) {
    int at = size++;
    ids[at] = id;
    values[at] = value;
    firsts[at] = first;
    seconds[at] = second;
    templates[at] = (byte) template.ordinal();
    if (size == ids.length) {
      grow();
    }
  }

  private int find(int id) {
    int mask = slots.length - 1;
    int slot = id & mask;
    while (generations[slot] == generation && slots[slot] != id) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private void grow() {
    int room = ids.length * 2;
    ids = Arrays.copyOf(ids, room);
    values = Arrays.copyOf(values, room);
    firsts = Arrays.copyOf(firsts, room);
    seconds = Arrays.copyOf(seconds, room);
    templates = Arrays.copyOf(templates, room);
    slots = new int[4 * room];
    generations = new int[4 * room];
    generation = 1;
    for (int i = 0; i < size; i++) {
      take(find(ids[i]), ids[i]);
    }
  }
}
