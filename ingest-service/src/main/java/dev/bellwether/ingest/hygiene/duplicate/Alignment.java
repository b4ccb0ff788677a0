package dev.bellwether.ingest.hygiene.duplicate;

import java.util.ArrayList;
import java.util.List;

/**
 * Two texts laid word beside word: the longest common subsequence (Wagner and Fischer 1974), and
 * the gaps between what they share. The first gap is what stands before all that is shared, the
 * last what stands behind it; in between lie what was put in, left out or exchanged.
 *
 * @param shared words in common, slips included
 * @param headline words in common that both begin with, up to a place where both pause or end; 0
 *     where there is none
 */
record Alignment(int shared, int headline, List<Gap> gaps) {

  /** Longest gap that a word standing alone at the edge may lie away, a word of it. */
  private static final int REACH = 2;

  /**
   * What stands between two shared words, as ranges of positions.
   *
   * @param before shared words since the gap before this one
   */
  record Gap(int from, int to, int otherFrom, int otherTo, int before) {

    int mine() {
      return to - from;
    }

    int others() {
      return otherTo - otherFrom;
    }
  }

  static Alignment of(Words a, Words b) {
    List<Gap> gaps = gaps(a, b, lengths(a, b));
    int headline = headline(a, b, gaps);
    trim(gaps);
    int shared = 0;
    for (Gap gap : gaps) {
      shared += gap.before();
    }
    return new Alignment(shared, headline, gaps);
  }

  /** Length of the longest common subsequence of what follows each pair of positions. */
  private static byte[] lengths(Words a, Words b) {
    int width = b.size() + 1;
    byte[] lengths = new byte[(a.size() + 1) * width];
    for (int i = a.size() - 1; i >= 0; i--) {
      int word = a.identity(i);
      for (int j = b.size() - 1; j >= 0; j--) {
        int at = i * width + j;
        lengths[at] =
            word == b.identity(j)
                ? (byte) (lengths[at + width + 1] + 1)
                : (byte) Math.max(lengths[at + width], lengths[at + 1]);
      }
    }
    return lengths;
  }

  /** At least two: the one before and the one behind, either may be empty. */
  private static List<Gap> gaps(Words a, Words b, byte[] lengths) {
    int width = b.size() + 1;
    List<Gap> gaps = new ArrayList<>();
    int i = 0;
    int j = 0;
    int run = 0;
    int from = 0;
    int otherFrom = 0;
    while (i < a.size() && j < b.size()) {
      if (a.identity(i) == b.identity(j)) {
        if (gaps.isEmpty() || i > from || j > otherFrom) {
          gaps.add(new Gap(from, i, otherFrom, j, run));
          run = 0;
        }
        run++;
        from = ++i;
        otherFrom = ++j;
      } else if (lengths[(i + 1) * width + j] >= lengths[i * width + j + 1]) {
        i++;
      } else {
        j++;
      }
    }
    gaps.add(new Gap(from, a.size(), otherFrom, b.size(), run));
    return gaps;
  }

  private static int headline(Words a, Words b, List<Gap> gaps) {
    if (gaps.size() < 2) {
      return 0;
    }
    Gap first = gaps.getFirst();
    int mine = Similarity.untagged(a, first.from(), first.to());
    int others = Similarity.untagged(b, first.otherFrom(), first.otherTo());
    if (Math.max(mine, others) > REACH || Math.min(mine, others) > 0) {
      return 0;
    }
    Gap end = gaps.get(1);
    return pausesAt(a, end.from()) && pausesAt(b, end.otherFrom()) ? end.before() : 0;
  }

  private static boolean pausesAt(Words words, int at) {
    return at >= words.size() || words.isAfterBreak(at) || words.isTag(at);
  }

  /** A word or two that happen to occur far away, before or behind all else, are no part of it. */
  private static void trim(List<Gap> gaps) {
    while (gaps.size() > 2 && strays(gaps.get(1).before(), gaps.get(1))) {
      gaps.set(0, joined(gaps.get(0), gaps.get(1), 0));
      gaps.remove(1);
    }
    for (int last = gaps.size() - 1;
        last > 1 && strays(gaps.get(last).before(), gaps.get(last - 1));
        last--) {
      gaps.set(last - 1, joined(gaps.get(last - 1), gaps.get(last), gaps.get(last - 1).before()));
      gaps.remove(last);
    }
  }

  private static boolean strays(int run, Gap away) {
    return Math.max(away.mine(), away.others()) > REACH * run;
  }

  private static Gap joined(Gap left, Gap right, int before) {
    return new Gap(left.from(), right.to(), left.otherFrom(), right.otherTo(), before);
  }
}
