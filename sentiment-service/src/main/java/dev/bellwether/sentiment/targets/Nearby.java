package dev.bellwether.sentiment.targets;

import dev.bellwether.sentiment.targets.Clauses.Group;
import java.util.Arrays;

/** What stands before and after a piece, in its sentence. */
final class Nearby {

  /** No group of names. */
  static final int NONE = -1;

  /** Pieces within which a name belongs to the phrase before it: "than the new Acme". */
  static final int NEAR = 4;

  private static final int NEGATION_REACH = 2;
  private static final long FROM = PieceCutter.hashOf("from");
  private static final long TO = PieceCutter.hashOf("to");
  private static final long FOR = PieceCutter.hashOf("for");
  private static final long WITH = PieceCutter.hashOf("with");

  private final Post post;
  private final Clauses cut;
  private final int[] sentences;

  Nearby(Post post, Clauses cut) {
    this.post = post;
    this.cut = cut;
    this.sentences = new int[post.size()];
    for (var clause : cut.clauses) {
      Arrays.fill(sentences, clause.first(), clause.end(), clause.sentence());
    }
  }

  /** The last group that begins before a piece, or {@link #NONE}. */
  int before(int piece) {
    for (int k = piece - 1; k >= 0 && sentences[k] == sentences[piece]; k--) {
      if (post.naming(k) != Post.NO_NAMING) {
        return cut.groupOf(post.naming(k));
      }
    }
    return NONE;
  }

  /** The first group from a piece on that is near, or {@link #NONE}. */
  int after(int piece) {
    return after(piece, NEAR);
  }

  /** The same, nearer still: after a word as common as "to". */
  int justAfter(int piece) {
    return after(piece, NEAR - 1);
  }

  private int after(int piece, int reach) {
    int from = sentences[Math.max(0, piece - 1)];
    for (int k = piece; k < Math.min(post.size(), piece + reach) && sentences[k] == from; k++) {
      if (post.naming(k) != Post.NO_NAMING) {
        return cut.groupOf(post.naming(k));
      }
    }
    return NONE;
  }

  /** The group before a phrase, or else the one after it. */
  int around(int first, int end) {
    int before = before(first);
    return before == NONE ? after(end) : before;
  }

  Group group(int number) {
    return cut.groups.get(number);
  }

  boolean sameSentence(int one, int other) {
    return sentences[one] == sentences[other];
  }

  /** The piece after the last that is near. */
  int near(int piece) {
    return Math.min(post.size(), piece + NEAR);
  }

  boolean negated(int piece) {
    for (int k = Math.max(0, piece - NEGATION_REACH); k < piece; k++) {
      if (post.does(k, Cue.NEGATOR) && sameSentence(k, piece)) {
        return true;
      }
    }
    return false;
  }

  boolean from(int piece) {
    return post.pieces.hash(piece) == FROM;
  }

  boolean to(int piece) {
    return post.pieces.hash(piece) == TO;
  }

  boolean forOrWith(int piece) {
    return post.pieces.hash(piece) == FOR || post.pieces.hash(piece) == WITH;
  }
}
