package dev.bellwether.sentiment.targets;

import dev.bellwether.sentiment.targets.Clauses.Clause;

/** What is said of a target only by setting it against the one before. */
final class Opposition {

  private static final int SHORT = 5;

  /** "It isn't." */
  private static final int SHORTEST = 2;

  private final Post post;
  private final Clauses cut;
  private final Weights weights;

  Opposition(Post post, Clauses cut, Weights weights) {
    this.post = post;
    this.cut = cut;
    this.weights = weights;
  }

  /** "Acme has signal, Bolt doesn't": turns round what the group before got. */
  void deny(double[] byGroup) {
    int last = -1;
    for (var clause : cut.clauses) {
      boolean names = !clause.groups().isEmpty();
      if (endsInDenial(clause)) {
        if (!names && last >= 0) {
          byGroup[last] -= weights.cue();
        } else if (clause.groups().size() == 1 && last >= 0) {
          deny(byGroup, last, clause.groups().getFirst());
        }
      }
      last = names ? clause.groups().getLast() : last;
    }
  }

  private void deny(double[] byGroup, int before, int denied) {
    if (Math.abs(byGroup[before]) < weights.threshold()) {
      byGroup[before] += weights.cue();
    }
    byGroup[denied] = -Math.signum(byGroup[before]) * weights.cue();
  }

  private boolean endsInDenial(Clause clause) {
    int last = clause.end() - 1;
    while (last > clause.first() && post.pieces.kind(last) == Pieces.SIGN) {
      last--;
    }
    int words = 0;
    for (int i = clause.first(); i < clause.end(); i++) {
      words += post.says(i) ? 1 : 0;
    }
    boolean brief = words <= (clause.groups().isEmpty() ? SHORTEST : SHORT);
    return brief && (denies(last, last) || (last - 1 >= clause.first() && denies(last - 1, last)));
  }

  private boolean denies(int piece, int last) {
    boolean denial = post.does(piece, Cue.DENIAL) || post.does(piece, Cue.NEGATOR);
    return denial && post.cueEnd(piece) >= last;
  }

  /**
   * Of two names side by side in one sentence, in clauses of their own, of which one has a feeling
   * and the other nothing clear, the other is taken for its opposite: that is why people put them
   * there.
   */
  void oppose(double[] sums, Relations relations) {
    var settled = sums.clone();
    for (int group = 1; group < cut.groups.size(); group++) {
      var here = cut.clauseOf(group);
      var before = cut.clauseOf(group - 1);
      boolean apart = here.first() != before.first() && here.sentence() == before.sentence();
      if (!apart && !relations.contrary(group)) {
        continue;
      }
      double first = settled[cut.groups.get(group - 1).firstNaming()];
      double second = settled[cut.groups.get(group).firstNaming()];
      if (unclear(second) && !unclear(first)) {
        set(sums, group, -Math.signum(first));
      } else if (unclear(first) && !unclear(second)) {
        set(sums, group - 1, -Math.signum(second));
      }
    }
  }

  private boolean unclear(double evidence) {
    return Math.abs(evidence) < weights.threshold();
  }

  private void set(double[] sums, int group, double sign) {
    var namings = cut.groups.get(group);
    for (int n = namings.firstNaming(); n < namings.endNaming(); n++) {
      sums[n] = sign * weights.opposed();
    }
  }
}
