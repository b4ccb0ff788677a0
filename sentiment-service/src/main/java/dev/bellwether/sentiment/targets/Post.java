package dev.bellwether.sentiment.targets;

import java.util.Arrays;
import java.util.List;

/** A text with what is known of each of its pieces. */
final class Post {

  /** Of a piece that names nothing. */
  static final int NO_NAMING = -1;

  final Pieces pieces;
  final List<Naming> namings;
  private final int[] naming;
  private final long[] cues;
  private final int[] cueEnds;
  private final double[] feelings;

  private Post(Pieces pieces, List<Naming> namings) {
    this.pieces = pieces;
    this.namings = namings;
    naming = new int[pieces.size()];
    Arrays.fill(naming, NO_NAMING);
    for (int i = 0; i < namings.size(); i++) {
      Arrays.fill(naming, namings.get(i).first(), namings.get(i).end(), i);
    }
    cues = new long[pieces.size()];
    cueEnds = new int[pieces.size()];
    feelings = new double[pieces.size()];
  }

  static Post of(
      Pieces pieces,
      List<Naming> namings,
      CueTable table,
      List<ClauseScorer.TokenContribution> contributions) {
    var post = new Post(pieces, namings);
    post.cues(table);
    post.contributions(contributions);
    return post;
  }

  private void cues(CueTable table) {
    for (int i = 0; i < pieces.size(); i++) {
      if (naming[i] != NO_NAMING) {
        continue;
      }
      long found = table.longestAt(pieces, i);
      int end = found < 0 ? i : SequenceTrie.end(found);
      if (end > i && free(i, end)) {
        cues[i] = table.cues(found);
        cueEnds[i] = end;
        i = end - 1;
      }
    }
  }

  private boolean free(int first, int end) {
    for (int i = first; i < end; i++) {
      if (naming[i] != NO_NAMING) {
        return false;
      }
    }
    return true;
  }

  /** A brand's name is no feeling, whatever the model heard in it. */
  private void contributions(List<ClauseScorer.TokenContribution> contributions) {
    for (var token : contributions) {
      int piece = pieces.at(token.start());
      if (piece >= 0 && naming[piece] == NO_NAMING) {
        feelings[piece] += token.positive() - token.negative();
      }
    }
  }

  int size() {
    return naming.length;
  }

  /** Number of the naming that a piece belongs to, or {@link #NO_NAMING}. */
  int naming(int piece) {
    return naming[piece];
  }

  /** What the phrase does that begins at a piece. */
  boolean does(int piece, Cue cue) {
    return (cues[piece] & cue.bit()) != 0;
  }

  /** Whether a phrase does that which begins between two pieces, the second exclusive. */
  boolean does(int first, int end, Cue cue) {
    for (int i = first; i < end; i++) {
      if ((cues[i] & cue.bit()) != 0) {
        return true;
      }
    }
    return false;
  }

  /** Whether a piece is a word or a face, and no name. */
  boolean says(int piece) {
    return naming[piece] == NO_NAMING && pieces.kind(piece) != Pieces.SIGN;
  }

  boolean anyCue(int piece) {
    return cues[piece] != 0;
  }

  /** The piece after the phrase that begins at a piece. */
  int cueEnd(int piece) {
    return Math.max(piece + 1, cueEnds[piece]);
  }

  /** The model's logit for positive less that for negative. */
  double feeling(int piece) {
    return feelings[piece];
  }
}
