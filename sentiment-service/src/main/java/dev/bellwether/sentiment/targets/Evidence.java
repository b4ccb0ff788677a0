package dev.bellwether.sentiment.targets;

import dev.bellwether.sentiment.targets.Clauses.Clause;
import java.util.List;

/** Adds up what speaks for and against each naming of a post. */
final class Evidence {

  private static final long ENOUGH = PieceCutter.hashOf("enough");
  private static final int NEGATION_REACH = 3;

  private final Post post;
  private final Clauses cut;
  private final Weights weights;
  private final double[] byGroup;
  private final double[] rules;
  private final Stance stance;

  Evidence(Post post, Clauses cut, Weights weights) {
    this.post = post;
    this.cut = cut;
    this.weights = weights;
    this.byGroup = new double[cut.groups.size()];
    this.rules = new double[post.namings.size()];
    this.stance = new Stance(post);
  }

  /** For each naming: above 0 positive, below 0 negative. */
  double[] sum() {
    var relations = new Relations(post, cut);
    relations.find();
    spread();
    double left = stance.detached() ? weights.asked() : 1;
    var sums = new double[rules.length];
    for (int n = 0; n < sums.length; n++) {
      int group = cut.groupOf(n);
      double own = byGroup[group] * (relations.claimed(n) ? 0.3 : 1);
      sums[n] = (own + weights.rule() * relations.of(n)) * left;
    }
    return sums;
  }

  private void spread() {
    int lead = 0;
    int last = -1;
    int lastClause = -1;
    boolean all = false;
    List<Clause> clauses = cut.clauses;
    for (int c = 0; c < clauses.size(); c++) {
      var clause = clauses.get(c);
      if (!clause.groups().isEmpty()) {
        double evidence = evidence(clause);
        for (int group : clause.groups()) {
          byGroup[group] += evidence;
        }
        if (last < 0) {
          led(lead, c);
        }
        all = false;
        last = clause.groups().getLast();
        lastClause = c;
      } else if (last < 0) {
        lead = c + 1;
      } else {
        boolean same = clauses.get(lastClause).sentence() == clause.sentence();
        double weight = same ? weights.carried() : weights.carriedOn();
        double evidence = evidence(clause) * weight;
        all = speaksOfAll(clause) || (all && same);
        if (all) {
          for (int group = 0; group <= last; group++) {
            byGroup[group] += evidence;
          }
        } else {
          byGroup[last] += evidence;
        }
      }
    }
  }

  private void led(int clauses, int to) {
    var own = cut.clauses.get(to);
    for (int c = 0; c < clauses; c++) {
      var clause = cut.clauses.get(c);
      boolean same = clause.sentence() == own.sentence() && !own.turns();
      double weight = bare(own) ? 1 : same ? weights.led() : weights.ledFar();
      byGroup[own.groups().getFirst()] += weight * evidence(clause);
    }
  }

  /** Names and nothing said of them. */
  private boolean bare(Clause clause) {
    int words = 0;
    for (int i = clause.first(); i < clause.end(); i++) {
      words += post.naming(i) == Post.NO_NAMING && post.pieces.kind(i) != Pieces.SIGN ? 1 : 0;
    }
    return words <= 2 && clause.end() == post.size();
  }

  private boolean speaksOfAll(Clause clause) {
    for (int i = clause.first(); i < clause.end(); i++) {
      if (post.does(i, Cue.ALL)) {
        return true;
      }
    }
    return false;
  }

  private double evidence(Clause clause) {
    double sum = 0;
    boolean irony = false;
    boolean why = false;
    boolean cannot = false;
    for (int i = clause.first(); i < clause.end(); i++) {
      double heard = post.feeling(i);
      heard = Math.signum(heard) * Math.max(0, Math.abs(heard) - weights.noise());
      double value = post.does(i, Cue.PRAISE) ? 1 : post.does(i, Cue.FAULT) ? -1 : 0;
      if (value != 0 && negated(clause, i)) {
        value *= -weights.flipped();
      }
      double both = weights.model() * heard + weights.cue() * value;
      sum += stance.quoted(i) ? both * weights.quoted() : both;
      irony |= post.does(i, Cue.IRONY);
      why |= post.does(i, Cue.WHY);
      cannot |= post.does(i, Cue.NEGATOR);
      if (cannot && post.pieces.hash(i) == ENOUGH) {
        sum += 2 * weights.cue();
      }
    }
    if (why) {
      return sum - weights.cue();
    }
    if (irony) {
      sum = -Math.abs(sum) - 0.5 * weights.cue();
    }
    return stance.asks(clause) ? sum * weights.asked() : sum;
  }

  private boolean negated(Clause clause, int piece) {
    for (int i = Math.max(clause.first(), piece - NEGATION_REACH); i < piece; i++) {
      if (post.does(i, Cue.NEGATOR)) {
        return true;
      }
    }
    return false;
  }
}
