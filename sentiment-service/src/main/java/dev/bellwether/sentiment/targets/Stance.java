package dev.bellwether.sentiment.targets;

import dev.bellwether.sentiment.targets.Clauses.Clause;

/** Whether an author speaks for themselves, and means what the words say. */
final class Stance {

  private final Post post;
  private final boolean[] quoted;
  private final boolean[] ironic;
  private final boolean[] undecided;
  private final boolean news;

  Stance(Post post, Clauses cut) {
    this.post = post;
    quoted = new boolean[post.size()];
    if (post.does(0, post.size(), Cue.REPORTS)) {
      quotes();
    }
    news = !post.does(0, post.size(), Cue.FIRST_PERSON) && news();
    int sentences = cut.clauses.getLast().sentence() + 1;
    ironic = new boolean[sentences];
    undecided = new boolean[sentences];
    moods(cut);
  }

  /**
   * Which sentences are ironic, and which say that there is no opinion: of what they name, or of
   * everything where they name nothing.
   */
  private void moods(Clauses cut) {
    var names = new boolean[ironic.length];
    for (var clause : cut.clauses) {
      int sentence = clause.sentence();
      names[sentence] |= !clause.groups().isEmpty();
      ironic[sentence] |= post.does(clause.first(), clause.end(), Cue.IRONY);
      undecided[sentence] |= post.does(clause.first(), clause.end(), Cue.UNDECIDED);
    }
    for (int i = 0; i < undecided.length; i++) {
      if (undecided[i] && !names[i]) {
        java.util.Arrays.fill(undecided, true);
        return;
      }
    }
  }

  private boolean news() {
    int hints = 0;
    for (int i = 0; i < post.size(); i++) {
      hints += post.does(i, Cue.NEWS) ? 2 : post.does(i, Cue.NEWS_HINT) ? 1 : 0;
    }
    return hints >= 2;
  }

  /** News, an offer, or no opinion: what the words feel is not the author's. */
  boolean detached(Clause clause) {
    return news || undecided[clause.sentence()];
  }

  boolean ironic(Clause clause) {
    return ironic[clause.sentence()];
  }

  /** Whether a piece is in another's mouth. */
  boolean quoted(int piece) {
    return quoted[piece];
  }

  /** A question that wants an answer. */
  boolean asks(Clause clause) {
    if (!post.does(clause.first(), clause.end(), Cue.ASK)) {
      return false;
    }
    for (int i = clause.first(); i < clause.end(); i++) {
      if (post.pieces.isSign(i, '?')) {
        return true;
      }
    }
    return false;
  }

  private void quotes() {
    boolean open = false;
    for (int i = 0; i < post.size(); i++) {
      if (post.pieces.isSign(i, '"')
          || post.pieces.isSign(i, '\u201c')
          || post.pieces.isSign(i, '\u201d')) {
        open = !open;
      }
      quoted[i] = open;
    }
  }
}
