package dev.bellwether.sentiment.targets;

import dev.bellwether.sentiment.targets.Clauses.Clause;
import java.util.List;

/** Adds up what speaks for and against each naming of a post. */
final class Evidence {

  /** Words beside a name that make no statement. */
  private static final int BARE = 2;

  private final Post post;
  private final List<Clause> clauses;
  private final Clauses cut;
  private final Weights weights;
  private final Stance stance;
  private final ClauseFeeling feeling;
  private final double[] byGroup;

  Evidence(Post post, Clauses cut, Weights weights) {
    this.post = post;
    this.cut = cut;
    this.clauses = cut.clauses;
    this.weights = weights;
    this.stance = new Stance(post, cut);
    this.feeling = new ClauseFeeling(post, stance, weights);
    this.byGroup = new double[cut.groups.size()];
  }

  /** For each naming, in logits: above 0 positive, below 0 negative. */
  double[] sum() {
    var relations = Relations.of(post, cut);
    spread();
    new Opposition(post, cut, weights).deny(byGroup);
    var sums = new double[post.namings.size()];
    for (int n = 0; n < sums.length; n++) {
      // words of a comparison are about neither side alone
      double words = byGroup[cut.groupOf(n)] * (relations.claimed(n) ? weights.detached() : 1);
      sums[n] = words + weights.rule() * relations.of(n);
    }
    new Opposition(post, cut, weights).oppose(sums, relations);
    for (int n = 0; n < sums.length; n++) {
      sums[n] *= stance.detached(cut.clauseOf(cut.groupOf(n))) ? weights.detached() : 1;
    }
    return sums;
  }

  /** Each clause belongs to the names in it, or else to the last name before it. */
  private void spread() {
    int last = -1;
    boolean all = false;
    for (int c = 0; c < clauses.size(); c++) {
      var clause = clauses.get(c);
      if (!clause.groups().isEmpty()) {
        double own = feeling.of(clause);
        clause.groups().forEach(group -> byGroup[group] += own);
        if (last < 0) {
          byGroup[0] += led(c);
        }
        last = clause.groups().getLast();
        all = false;
      } else if (last >= 0) {
        boolean same = cut.clauseOf(last).sentence() == clause.sentence();
        all = post.does(clause.first(), clause.end(), Cue.ALL) || (all && same);
        double carried = feeling.of(clause) * (same ? 1 : weights.carriedOn());
        for (int group = all ? 0 : last; group <= last; group++) {
          byGroup[group] += carried;
        }
      }
    }
  }

  /** What the clauses before the first that names anything say of it. */
  private double led(int named) {
    double sum = 0;
    for (int c = 0; c < named; c++) {
      sum += feeling.of(clauses.get(c));
    }
    return sum * (bare(clauses.get(named)) ? 1 : weights.led());
  }

  /** "So slow, @acme": the post ends in a name and says nothing after. */
  private boolean bare(Clause clause) {
    int words = 0;
    for (int i = clause.first(); i < clause.end(); i++) {
      words += post.says(i) ? 1 : 0;
    }
    return words <= BARE && clause.end() == post.size();
  }
}
