package dev.bellwether.ingest.hygiene.duplicate;

import dev.bellwether.ingest.hygiene.duplicate.Alignment.Gap;

/**
 * Whether two texts are the same message passed on. Words before and behind what they share are
 * remarks, and may be as many as the message bears; words in between change it, and a few do.
 * Another figure, or another word in the place of one, makes it another message: that is how a
 * template differs from a copy.
 *
 * <p>The bounds were chosen on the half {@code tune} of the labelled pairs in {@code
 * src/test/resources/near-duplicates}.
 */
final class Similarity {

  /** A hashtag that only one has weighs this much of a word. */
  private static final double TAG = 0.2;

  private static final int FEWEST_SHARED = 4;
  private static final int HEADLINE = 6;
  private static final int SLIPS = 2;
  private static final double REMARKS = 1.4;
  private static final int REMARKS_FROM = 3;
  private static final double BOTH_REMARK = 0.5;
  private static final int BOTH_REMARK_LESS = 2;
  private static final double PUT_IN = 0.4;
  private static final int PUT_IN_FROM = 2;
  private static final double EXCHANGED = 0.06;

  /** A word exchanged at the beginning: what the message is about. */
  private static final double FIRST_EXCHANGED = 1.5;

  private static final int SHORT_GAP = 3;
  private static final int SHORT_BEGINNING = 2;

  private final Words a;
  private final Words b;
  private int shared;
  private double outsideA;
  private double outsideB;
  private double insideA;
  private double insideB;
  private double exchanged;
  private boolean otherFigures;

  private Similarity(Words a, Words b) {
    this.a = a;
    this.b = b;
  }

  /**
   * @return how much of the longer text is shared, from 0 to 1; 0 where they are different messages
   */
  static double of(Words a, Words b) {
    if (a.sameAs(b)) {
      return 1;
    }
    if (a.mostInCommon(b) < fewestInCommon(a, b)) {
      return 0;
    }
    Alignment alignment = Alignment.of(a, b);
    var similarity = new Similarity(a, b);
    similarity.weigh(alignment);
    boolean same = alignment.headline() >= HEADLINE || similarity.isSameMessage();
    return same ? (double) alignment.shared() / Math.max(a.size(), b.size()) : 0;
  }

  /** What any two that are the same have in common, but for slips: spares most alignments. */
  private static double fewestInCommon(Words a, Words b) {
    int longer = Math.max(untagged(a, 0, a.size()), untagged(b, 0, b.size()));
    double needed = (longer + REMARKS * REMARKS_FROM) / (1 + REMARKS) - SLIPS;
    return Math.max(FEWEST_SHARED - SLIPS, Math.min(HEADLINE, needed));
  }

  static int untagged(Words words, int from, int to) {
    int count = 0;
    for (int i = from; i < to; i++) {
      count += words.isTag(i) ? 0 : 1;
    }
    return count;
  }

  private boolean isSameMessage() {
    return shared >= FEWEST_SHARED
        && !otherFigures
        && Math.max(outsideA + insideA, outsideB + insideB) <= REMARKS * (shared - REMARKS_FROM)
        && Math.min(outsideA, outsideB) <= BOTH_REMARK * shared - BOTH_REMARK_LESS
        && Math.max(insideA, insideB) <= PUT_IN * (shared - PUT_IN_FROM)
        && exchanged <= EXCHANGED * shared;
  }

  private void weigh(Alignment alignment) {
    shared = alignment.shared();
    int last = alignment.gaps().size() - 1;
    for (int i = 0; i <= last; i++) {
      weigh(alignment.gaps().get(i), i == 0, i == last);
    }
  }

  private void weigh(Gap gap, boolean first, boolean last) {
    boolean[] slips = slips(gap);
    Side mine = side(a, gap.from(), gap.to(), slips, 0);
    Side others = side(b, gap.otherFrom(), gap.otherTo(), slips, gap.mine());
    if (first || last) {
      outsideA += mine.weight();
      outsideB += others.weight();
      otherFigures |=
          mine.figures && others.figures && Math.max(mine.words, others.words) <= SHORT_GAP;
      if (first && Math.max(mine.words, others.words) <= SHORT_BEGINNING) {
        exchanged += FIRST_EXCHANGED * Math.min(mine.words, others.words);
      }
    } else {
      insideA += mine.weight();
      insideB += others.weight();
      otherFigures |= mine.figures || others.figures;
      exchanged += Math.min(mine.words + mine.tags, others.words + others.tags);
    }
  }

  /** Marks the words of a gap that are slips of one another: first those of a, then those of b. */
  private boolean[] slips(Gap gap) {
    boolean[] slips = new boolean[gap.mine() + gap.others()];
    for (int i = 0; i < gap.mine(); i++) {
      for (int j = 0; j < gap.others() && !slips[i]; j++) {
        if (!slips[gap.mine() + j] && a.isSlipOf(gap.from() + i, b, gap.otherFrom() + j)) {
          slips[i] = true;
          slips[gap.mine() + j] = true;
          shared++;
        }
      }
    }
    return slips;
  }

  private static Side side(Words words, int from, int to, boolean[] slips, int offset) {
    int plain = 0;
    int tags = 0;
    boolean figures = false;
    for (int i = from; i < to; i++) {
      if (!slips[offset + i - from]) {
        plain += words.isTag(i) ? 0 : 1;
        tags += words.isTag(i) ? 1 : 0;
        figures |= words.isNumber(i);
      }
    }
    return new Side(plain, tags, figures);
  }

  /** One text's part of a gap. */
  private record Side(int words, int tags, boolean figures) {

    double weight() {
      return words + TAG * tags;
    }
  }
}
