package dev.bellwether.sentiment.targets;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/** What a post says of targets by setting one against another, leaving, keeping or wanting one. */
final class Relations {

  /** Outweighs having come to it before: "from X to Y, then from Y to Z" leaves Y. */
  private static final double FROM = -1.5;

  private static final double MILD = 0.7;
  private static final double FAINT = 0.5;

  private final Post post;
  private final Nearby nearby;
  private final double[] sums;
  private final Set<Integer> claimed = new HashSet<>();
  private final Set<Integer> contrary = new HashSet<>();

  private Relations(Post post, Clauses cut) {
    this.post = post;
    this.nearby = new Nearby(post, cut);
    this.sums = new double[post.namings.size()];
  }

  static Relations of(Post post, Clauses cut) {
    var relations = new Relations(post, cut);
    var comparisons = new Comparisons(post, relations.nearby, relations);
    for (int i = 0; i < post.size(); i++) {
      if (post.anyCue(i)) {
        comparisons.at(i);
        relations.moves(i, post.cueEnd(i));
        relations.wishes(i, post.cueEnd(i));
      }
    }
    return relations;
  }

  /** Above 0 for a naming, below 0 against it; 1 is one plain statement. */
  double of(int naming) {
    return sums[naming];
  }

  /** Whether a naming is one side of a comparison. */
  boolean claimed(int naming) {
    return claimed.contains(naming);
  }

  boolean anyClaimed() {
    return !claimed.isEmpty();
  }

  /** Whether a group is named only to be set against another. */
  boolean contrary(int group) {
    return contrary.contains(group);
  }

  private void moves(int i, int end) {
    if (post.does(i, Cue.LEAVE) || post.does(i, Cue.REPLACE)) {
      left(i, nearby.after(end));
    }
    if (post.does(i, Cue.SWITCH)) {
      switched(end);
    }
    if (post.does(i, Cue.BACK)) {
      back(i, end);
    }
    if (post.does(i, Cue.USED_TO)) {
      give(nearby.after(end), -FAINT);
    }
    if (post.does(i, Cue.KEEP)) {
      give(nearby.after(end), nearby.negated(i) ? -1 : 1);
    }
  }

  private void wishes(int i, int end) {
    if (post.does(i, Cue.BEST)) {
      give(nearby.after(end), 1);
    }
    if (post.does(i, Cue.WANT)) {
      give(nearby.after(end), nearby.negated(i) ? -FAINT : 1);
    }
    if (post.does(i, Cue.LACK)) {
      give(nearby.around(i, end), -MILD);
    }
    if (post.does(i, Cue.AT_LEAST)) {
      give(nearby.around(i, end), MILD);
    }
  }

  /** "Ditched X for Y", "swapped X with Y". */
  private void left(int i, int left) {
    if (left == Nearby.NONE) {
      return;
    }
    give(left, nearby.negated(i) ? 1 : -1);
    int from = nearby.group(left).end();
    for (int k = from; k < nearby.near(from); k++) {
      if (nearby.forOrWith(k)) {
        give(nearby.after(k + 1), 1);
      }
    }
  }

  private void switched(int end) {
    for (int k = end; k < post.size() && nearby.sameSentence(k, end - 1); k++) {
      if (nearby.from(k)) {
        give(nearby.justAfter(k + 1), FROM);
      } else if (nearby.to(k)) {
        give(nearby.justAfter(k + 1), 1);
      }
    }
  }

  /** Who goes back to one leaves the other. */
  private void back(int i, int end) {
    int next = nearby.after(end);
    int before = nearby.before(i);
    give(next == Nearby.NONE ? before : next, 1);
    if (next != Nearby.NONE && before != Nearby.NONE && !sameTargets(next, before)) {
      give(before, -MILD);
    }
  }

  private boolean sameTargets(int one, int other) {
    return Arrays.equals(
        post.namings.get(nearby.group(one).firstNaming()).targets(),
        post.namings.get(nearby.group(other).firstNaming()).targets());
  }

  /** Gives two groups what a comparison says of them; either may be none. */
  void against(int first, int second, double one, double other) {
    if (first == Nearby.NONE || first != second) {
      give(first, one);
      give(second, other);
      claim(first);
      claim(second);
    }
  }

  /** A group that gets the opposite of the one it is set against. */
  void setAgainst(int group) {
    if (group != Nearby.NONE) {
      contrary.add(group);
      claim(group);
    }
  }

  private void claim(int group) {
    if (group != Nearby.NONE) {
      for (int n = nearby.group(group).firstNaming(); n < nearby.group(group).endNaming(); n++) {
        claimed.add(n);
      }
    }
  }

  private void give(int group, double value) {
    if (group != Nearby.NONE) {
      for (int n = nearby.group(group).firstNaming(); n < nearby.group(group).endNaming(); n++) {
        sums[n] += value;
      }
    }
  }
}
