package dev.bellwether.sentiment.targets;

import dev.bellwether.sentiment.targets.Clauses.Clause;
import java.util.List;

/** Adds up what speaks for and against each naming of a post. */
final class Evidence {

  private static final long ENOUGH = PieceCutter.hashOf("enough");
  private static final long CANNOT = PieceCutter.hashOf("cannot");
  private static final long CANT = PieceCutter.hashOf("cant");
  private static final int NEGATION_REACH = 8;

  private final Post post;
  private final Clauses cut;
  private final Weights weights;
  private final double[] byGroup;
  private final double[] rules;
  private boolean[] ironic = {};
  private boolean[] undecided = {};
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
    moods();
    var relations = new Relations(post, cut);
    relations.find();
    spread();
    denied();
    var sums = new double[rules.length];
    for (int n = 0; n < sums.length; n++) {
      int group = cut.groupOf(n);
      double own = byGroup[group] * (relations.claimed(n) ? 0.3 : 1);
      sums[n] = own + weights.rule() * relations.of(n);
    }
    opposed(sums, relations);
    for (int n = 0; n < sums.length; n++) {
      boolean silent = stance.detached() || undecided[clauseOf(cut.groupOf(n)).sentence()];
      sums[n] *= silent ? weights.asked() : 1;
    }
    return sums;
  }

  /** Which sentences are ironic or say that there is no opinion. */
  private void moods() {
    int sentences = cut.clauses.isEmpty() ? 0 : cut.clauses.getLast().sentence() + 1;
    ironic = new boolean[sentences];
    undecided = new boolean[sentences];
    boolean none = false;
    for (var clause : cut.clauses) {
      for (int i = clause.first(); i < clause.end(); i++) {
        ironic[clause.sentence()] |= post.does(i, Cue.IRONY);
        if (post.does(i, Cue.UNDECIDED)) {
          undecided[clause.sentence()] = true;
          none |= silentSentence(clause.sentence());
        }
      }
    }
    if (none) {
      java.util.Arrays.fill(undecided, true);
    }
  }

  private boolean silentSentence(int sentence) {
    for (var clause : cut.clauses) {
      if (clause.sentence() == sentence && !clause.groups().isEmpty()) {
        return false;
      }
    }
    return true;
  }

  private Clause clauseOf(int group) {
    for (var clause : cut.clauses) {
      if (clause.groups().contains(group)) {
        return clause;
      }
    }
    throw new IllegalStateException("a group is in no clause");
  }

  /** "Acme has it, Bolt doesn't". */
  private void denied() {
    for (int c = 0; c < cut.clauses.size(); c++) {
      var clause = cut.clauses.get(c);
      if (!endsInDenial(clause)) {
        continue;
      }
      if (clause.groups().isEmpty() && c > 0 && lastGroup(c) >= 0) {
        byGroup[lastGroup(c)] -= weights.cue();
      }
      if (clause.groups().size() != 1) {
        continue;
      }
      int group = clause.groups().getFirst();
      if (group > 0) {
        double before = byGroup[group - 1];
        if (Math.abs(before) < weights.threshold()) {
          byGroup[group - 1] += weights.cue();
        }
        byGroup[group] = before < -weights.threshold() ? weights.cue() : -weights.cue();
      }
    }
  }

  private int lastGroup(int clause) {
    int last = -1;
    for (int c = 0; c < clause; c++) {
      last = cut.clauses.get(c).groups().isEmpty() ? last : cut.clauses.get(c).groups().getLast();
    }
    return last;
  }

  private boolean endsInDenial(Clause clause) {
    int last = clause.end() - 1;
    while (last > clause.first() && post.pieces.kind(last) == Pieces.SIGN) {
      last--;
    }
    int words = 0;
    for (int i = clause.first(); i < clause.end(); i++) {
      words += post.pieces.kind(i) == Pieces.SIGN || post.naming(i) != Post.NO_NAMING ? 0 : 1;
    }
    for (int i = Math.max(clause.first(), last - 1); i <= last; i++) {
      if ((post.does(i, Cue.DENIAL) || post.does(i, Cue.NEGATOR)) && post.cueEnd(i) >= last) {
        return words <= (clause.groups().isEmpty() ? 2 : 5);
      }
    }
    return false;
  }

  /** Of two set side by side, one with a feeling and one with unclear words, they are opposites. */
  private void opposed(double[] sums, Relations relations) {
    if (cut.groups.size() < 2) {
      return;
    }
    var settled = sums.clone();
    for (int c = 1; c < cut.clauses.size(); c++) {
      var clause = cut.clauses.get(c);
      if (clause.groups().isEmpty()) {
        continue;
      }
      int group = clause.groups().getFirst();
      if (group == 0) {
        continue;
      }
      var earlier = clauseOf(group - 1);
      boolean apart = earlier != clause;
      if (!apart && !relations.contrary(group) || clause.sentence() - earlier.sentence() > weights.reach()) {
        continue;
      }
      double before = settled[cut.groups.get(group - 1).firstNaming()];
      double here = settled[cut.groups.get(group).firstNaming()];
      if (Math.abs(here) < weights.threshold() && Math.abs(before) > weights.threshold()) {
        oppose(sums, group, before);
      } else if (Math.abs(before) < weights.threshold() && Math.abs(here) > weights.threshold()) {
        oppose(sums, group - 1, here);
      }
    }
  }

  private void oppose(double[] sums, int group, double other) {
    var found = cut.groups.get(group);
    for (int n = found.firstNaming(); n < found.endNaming(); n++) {
      sums[n] = -Math.signum(other) * weights.opposed();
    }
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
    boolean why = false;
    boolean cannot = false;
    int took = -10;
    int inPhrase = -1;
    for (int i = clause.first(); i < clause.end(); i++) {
      boolean phrase = post.cueEnd(i) > i + 1 && judges(i);
      inPhrase = phrase ? post.cueEnd(i) : inPhrase;
      double heard = i < inPhrase ? 0 : post.feeling(i);
      heard = Math.signum(heard) * Math.max(0, Math.abs(heard) - weights.noise());
      double value = value(i);
      if (value != 0 && negated(clause, i)) {
        value *= -weights.flipped();
      }
      double both = weights.model() * heard + weights.cue() * value;
      sum += stance.quoted(i) ? both * weights.quoted() : both;
      why |= post.does(i, Cue.WHY);
      cannot |= post.pieces.hash(i) == CANNOT || post.pieces.hash(i) == CANT;
      if (cannot && post.pieces.hash(i) == ENOUGH) {
        sum = Math.abs(sum) + weights.cue();
      }
      took = post.does(i, Cue.TOOK) ? i : took;
      if (post.does(i, Cue.DURATION) && i - took <= 3) {
        sum -= weights.cue();
      }
    }
    if (why) {
      return sum - weights.cue();
    }
    if (ironic[clause.sentence()]) {
      sum = -Math.abs(sum) - 0.5 * weights.cue();
    }
    return stance.asks(clause) ? sum * weights.asked() : sum;
  }

  private boolean judges(int i) {
    return post.does(i, Cue.PRAISE)
        || post.does(i, Cue.FAULT)
        || post.does(i, Cue.WANT)
        || post.does(i, Cue.KEEP)
        || post.does(i, Cue.LEAVE)
        || post.does(i, Cue.BEST);
  }

  private double value(int i) {
    if (post.does(i, Cue.PRAISE)) {
      return 1;
    }
    if (post.does(i, Cue.FAULT)) {
      return -1;
    }
    if (post.does(i, Cue.BETTER)) {
      return 0.5;
    }
    return post.does(i, Cue.WORSE) ? -0.5 : 0;
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
