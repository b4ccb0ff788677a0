package dev.bellwether.sentiment.targets;

import dev.bellwether.sentiment.targets.Clauses.Clause;

/** What a clause feels, whatever it is about: the model's words and the phrases in it. */
final class ClauseFeeling {

  private static final int NEGATION_REACH = 8;
  private static final int DURATION_REACH = 3;
  private static final long CANNOT = PieceCutter.hashOf("cannot");
  private static final long CANT = PieceCutter.hashOf("cant");
  private static final long ENOUGH = PieceCutter.hashOf("enough");

  private final Post post;
  private final Stance stance;
  private final Weights weights;

  ClauseFeeling(Post post, Stance stance, Weights weights) {
    this.post = post;
    this.stance = stance;
    this.weights = weights;
  }

  /** In logits: above 0 positive, below 0 negative. */
  double of(Clause clause) {
    double sum = words(clause) + sayings(clause);
    if (contains(clause, Cue.WHY)) {
      return sum - weights.cue();
    }
    if (stance.ironic(clause)) {
      return -Math.abs(sum) - weights.cue() / 2;
    }
    return stance.asks(clause) ? sum * weights.detached() : sum;
  }

  private double words(Clause clause) {
    double sum = 0;
    int phraseEnd = clause.first();
    for (int i = clause.first(); i < clause.end(); i++) {
      if (post.cueEnd(i) > i + 1 && judges(i)) {
        phraseEnd = post.cueEnd(i);
      }
      // the phrase has its own meaning: "idiot proof" has nothing of the idiot
      double heard = i < phraseEnd ? 0 : loud(post.feeling(i));
      double said = phrase(i) * (phrase(i) != 0 && negated(clause, i) ? -weights.flipped() : 1);
      double both = weights.model() * heard + weights.cue() * said;
      sum += stance.quoted(i) ? both * weights.detached() : both;
    }
    return sum;
  }

  private double loud(double feeling) {
    return Math.signum(feeling) * Math.max(0, Math.abs(feeling) - weights.noise());
  }

  /** "Can't praise it enough" praises; "took eleven days" complains. */
  private double sayings(Clause clause) {
    double sum = 0;
    boolean cannot = false;
    int took = -1;
    for (int i = clause.first(); i < clause.end(); i++) {
      long word = post.pieces.hash(i);
      cannot |= word == CANNOT || word == CANT;
      if (cannot && word == ENOUGH) {
        return 2 * weights.cue();
      }
      took = post.does(i, Cue.TOOK) ? i : took;
      if (post.does(i, Cue.DURATION) && took >= 0 && i - took <= DURATION_REACH) {
        sum -= weights.cue();
      }
    }
    return sum;
  }

  private double phrase(int piece) {
    if (post.does(piece, Cue.PRAISE)) {
      return 1;
    }
    if (post.does(piece, Cue.FAULT)) {
      return -1;
    }
    if (post.does(piece, Cue.BETTER)) {
      return 0.5;
    }
    return post.does(piece, Cue.WORSE) ? -0.5 : 0;
  }

  private boolean judges(int piece) {
    return post.does(piece, Cue.PRAISE)
        || post.does(piece, Cue.FAULT)
        || post.does(piece, Cue.WANT)
        || post.does(piece, Cue.KEEP)
        || post.does(piece, Cue.LEAVE)
        || post.does(piece, Cue.BEST);
  }

  private boolean negated(Clause clause, int piece) {
    for (int i = Math.max(clause.first(), piece - NEGATION_REACH); i < piece; i++) {
      if (post.does(i, Cue.NEGATOR)) {
        return true;
      }
    }
    return false;
  }

  private boolean contains(Clause clause, Cue cue) {
    return post.does(clause.first(), clause.end(), cue);
  }
}
