package dev.bellwether.sentiment.targets;

import dev.bellwether.sentiment.targets.Clauses.Group;
import java.util.HashSet;
import java.util.Set;

/** What a post says of targets by setting one against another, leaving, keeping or wanting one. */
final class Relations {

  private static final int NEAR = 4;
  private static final int FAR = 8;

  private final Post post;
  private final Clauses cut;
  private final double[] sums;
  private final Set<Integer> claimed = new HashSet<>();
  private final Set<Integer> contrary = new HashSet<>();
  private final int[] sentences;

  private Relations(Post post, Clauses cut) {
    this.post = post;
    this.cut = cut;
    this.sums = new double[post.namings.size()];
    this.sentences = new int[post.size()];
    for (var clause : cut.clauses) {
      java.util.Arrays.fill(sentences, clause.first(), clause.end(), clause.sentence());
    }
  }

  double of(int naming) {
    return sums[naming];
  }

  boolean claimed(int naming) {
    return claimed.contains(naming);
  }

  static Relations of(Post post, Clauses cut) {
    var relations = new Relations(post, cut);
    relations.find();
    return relations;
  }

  /** Whether a group is named only to be set against another. */
  boolean contrary(int group) {
    return contrary.contains(group);
  }

  private void find() {
    for (int i = 0; i < post.size(); i++) {
      if (post.anyCue(i)) {
        at(i);
      }
    }
  }

  private void at(int i) {
    int end = post.cueEnd(i);
    if (post.does(i, Cue.BETTER)) {
      compared(i, end, 1);
    }
    if (post.does(i, Cue.WORSE)) {
      compared(i, end, -1);
    }
    if (post.does(i, Cue.BEATS)) {
      against(before(i), after(end, NEAR), 1, -1);
    }
    if (post.does(i, Cue.LOSES)) {
      against(before(i), after(end, NEAR), -1, 1);
    }
    if (post.does(i, Cue.DWARFS)) {
      dwarfed(i);
    }
    if (post.does(i, Cue.AGAINST)) {
      var other = after(end, NEAR);
      if (!other.isNone()) {
        contrary.add(other.group());
        claim(other);
      }
    }
    if (post.does(i, Cue.EQUALS)) {
      against(before(i), after(end, NEAR), 0.7, 0.7);
    }
    if (post.does(i, Cue.PREFER)) {
      preferred(end, -1);
    }
    if (post.does(i, Cue.CHOOSE)) {
      preferred(end, 0);
    }
    if (post.does(i, Cue.OVER) && !after(end, NEAR).isNone()) {
      over(i, end);
    }
    if (post.does(i, Cue.LEAVE) || post.does(i, Cue.REPLACE)) {
      left(i, end);
    }
    if (post.does(i, Cue.SWITCH)) {
      switched(end);
    }
    if (post.does(i, Cue.BACK)) {
      back(i, end);
    }
    if (post.does(i, Cue.BEST)) {
      give(after(end, NEAR), 1);
    }
    if (post.does(i, Cue.USED_TO)) {
      give(after(end, NEAR), -0.5);
    }
    if (post.does(i, Cue.KEEP)) {
      give(after(end, NEAR), negated(i) ? -1 : 1);
    }
    if (post.does(i, Cue.WANT)) {
      give(after(end, NEAR), negated(i) ? -0.5 : 1);
    }
    if (post.does(i, Cue.LACK)) {
      give(around(i, end), -0.7);
    }
    if (post.does(i, Cue.AT_LEAST)) {
      give(around(i, end), 0.7);
    }
  }

  private record Found(int group) {
    static final Found NONE = new Found(-1);

    boolean isNone() {
      return group < 0;
    }
  }

  /** Who goes back to one leaves the other. */
  private void back(int i, int end) {
    var next = after(end, NEAR);
    var found = next.isNone() ? before(i) : next;
    give(found, 1);
    var left = next.isNone() ? Found.NONE : before(i);
    if (!found.isNone() && !left.isNone() && !sameTargets(found, left)) {
      give(left, -0.7);
    }
  }

  private void dwarfed(int i) {
    var second = before(i);
    if (!second.isNone()) {
      var first = before(group(second).first());
      if (!first.isNone()) {
        against(first, second, 1, -1);
      }
    }
  }

  private boolean sameTargets(Found one, Found other) {
    return java.util.Arrays.equals(
        post.namings.get(group(one).firstNaming()).targets(),
        post.namings.get(group(other).firstNaming()).targets());
  }

  private void compared(int i, int end, int sign) {
    int than = -1;
    for (int k = end; k < Math.min(post.size(), end + FAR); k++) {
      if (post.does(k, Cue.THAN)) {
        than = k;
        break;
      }
    }
    if (than < 0) {
      return;
    }
    var second = after(than + 1, NEAR);
    int turned = negated(i) ? -sign : sign;
    against(before(i), second, turned, -turned);
  }

  private void preferred(int end, double other) {
    var first = after(end, NEAR);
    if (first.isNone()) {
      return;
    }
    int from = group(first).end();
    for (int k = from; k < Math.min(post.size(), from + NEAR); k++) {
      if (post.does(k, Cue.OVER)
          || post.does(k, Cue.INSTEAD)
          || post.does(k, Cue.THAN)
          || word(k, "to")) {
        against(first, after(post.cueEnd(k), NEAR), 1, other);
        return;
      }
    }
  }

  private void over(int i, int end) {
    var first = before(i);
    if (!first.isNone() && i - group(first).end() <= 1 && claimed.isEmpty()) {
      against(first, after(end, NEAR), 1, -1);
    }
  }

  private void left(int i, int end) {
    var first = after(end, NEAR);
    if (first.isNone()) {
      return;
    }
    give(first, negated(i) ? 1 : -1);
    int from = group(first).end();
    for (int k = from; k < Math.min(post.size(), from + NEAR); k++) {
      if (word(k, "for") || word(k, "with")) {
        give(after(k + 1, NEAR), 1);
      }
    }
  }

  private void switched(int end) {
    for (int k = end; k < post.size(); k++) {
      if (sentences[k] != sentences[end - 1]) {
        break;
      }
      if (word(k, "from")) {
        give(after(k + 1, 3), -1.5);
      } else if (word(k, "to")) {
        give(after(k + 1, 3), 1);
      }
    }
  }

  private boolean word(int piece, String word) {
    return post.pieces.hash(piece) == PieceCutter.hashOf(word);
  }

  private boolean negated(int piece) {
    for (int k = Math.max(0, piece - 2); k < piece; k++) {
      if (post.does(k, Cue.NEGATOR) && sentences[k] == sentences[piece]) {
        return true;
      }
    }
    return false;
  }

  private Group group(Found found) {
    return cut.groups.get(found.group());
  }

  private Found before(int piece) {
    for (int k = piece - 1; k >= 0 && sentences[k] == sentences[piece]; k--) {
      if (post.naming(k) != Post.NO_NAMING) {
        return new Found(cut.groupOf(post.naming(k)));
      }
    }
    return Found.NONE;
  }

  private Found after(int piece, int reach) {
    for (int k = piece; k < Math.min(post.size(), piece + reach); k++) {
      if (sentences[k] != sentences[Math.max(0, piece - 1)]) {
        break;
      }
      if (post.naming(k) != Post.NO_NAMING) {
        return new Found(cut.groupOf(post.naming(k)));
      }
    }
    return Found.NONE;
  }

  private Found around(int i, int end) {
    var before = before(i);
    return before.isNone() ? after(end, NEAR) : before;
  }

  private void against(Found first, Found second, double one, double other) {
    if (!first.isNone() && first.equals(second)) {
      return;
    }
    give(first, one);
    give(second, other);
    claim(first);
    claim(second);
  }

  private void claim(Found found) {
    if (!found.isNone()) {
      for (int n = group(found).firstNaming(); n < group(found).endNaming(); n++) {
        claimed.add(n);
      }
    }
  }

  private void give(Found found, double value) {
    if (!found.isNone()) {
      for (int n = group(found).firstNaming(); n < group(found).endNaming(); n++) {
        sums[n] += value;
      }
    }
  }
}
