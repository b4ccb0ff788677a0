package dev.bellwether.sentiment.targets;

import dev.bellwether.sentiment.targets.Clauses.Clause;

/** Whether an author speaks for themselves. */
final class Stance {

  private final Post post;
  private final boolean[] quoted;
  private final boolean reports;
  private final boolean detached;

  Stance(Post post) {
    this.post = post;
    quoted = new boolean[post.size()];
    boolean says = any(Cue.REPORTS);
    reports = says;
    if (says) {
      quotes();
    }
    detached = any(Cue.NEWS) && !any(Cue.FIRST_PERSON);
  }

  /** News or an offer: what the words feel is not the author's. */
  boolean detached() {
    return detached;
  }

  boolean reports() {
    return reports;
  }

  /** Whether a piece is in another's mouth. */
  boolean quoted(int piece) {
    return quoted[piece];
  }

  /** A question that wants an answer. */
  boolean asks(Clause clause) {
    boolean mark = false;
    boolean asks = false;
    for (int i = clause.first(); i < clause.end(); i++) {
      mark |= post.pieces.isSign(i, '?');
      asks |= post.does(i, Cue.ASK);
    }
    return mark && asks;
  }

  private boolean any(Cue cue) {
    for (int i = 0; i < post.size(); i++) {
      if (post.does(i, cue)) {
        return true;
      }
    }
    return false;
  }

  private void quotes() {
    boolean open = false;
    for (int i = 0; i < post.size(); i++) {
      if (post.pieces.isSign(i, '"') || post.pieces.isSign(i, '“') || post.pieces.isSign(i, '”')) {
        open = !open;
      }
      quoted[i] = open;
    }
  }
}
