package dev.bellwether.sentiment.targets;

import java.util.ArrayList;
import java.util.List;

/** A post cut into clauses, and its namings grouped: "X, Y and Z" is one group. */
final class Clauses {

  /**
   * Namings that are said the same of.
   *
   * @param first its first piece
   * @param end the piece after its last
   * @param firstNaming its first naming's number
   * @param endNaming the number after its last's
   */
  record Group(int first, int end, int firstNaming, int endNaming) {}

  /**
   * A stretch of pieces.
   *
   * @param sentence number of its sentence
   * @param groups numbers of the groups in it
   */
  record Clause(int first, int end, int sentence, List<Integer> groups) {}

  private static final byte SOFT = 1;
  private static final byte SENTENCE = 2;
  private static final int MAX_GLUE = 4;

  private final Post post;
  private final Pieces pieces;
  private final byte[] borders;
  final List<Group> groups = new ArrayList<>();
  final List<Clause> clauses = new ArrayList<>();
  private final List<Clause> clauseOfGroup = new ArrayList<>();
  private final int[] groupOfNaming;

  private Clauses(Post post) {
    this.post = post;
    this.pieces = post.pieces;
    this.borders = new byte[post.size() + 1];
    this.groupOfNaming = new int[post.namings.size()];
  }

  static Clauses of(Post post) {
    var clauses = new Clauses(post);
    clauses.group();
    clauses.signs();
    clauses.words();
    clauses.coordinated();
    clauses.cut();
    return clauses;
  }

  int groupOf(int naming) {
    return groupOfNaming[naming];
  }

  Clause clauseOf(int group) {
    return clauseOfGroup.get(group);
  }

  private void group() {
    var namings = post.namings;
    int from = 0;
    for (int i = 0; i < namings.size(); i++) {
      boolean goesOn =
          i + 1 < namings.size()
              && glued(namings.get(i).end(), namings.get(i + 1).first())
              && !comparedTwice(namings.get(i).first() - 1, namings.get(i + 1).end());
      groupOfNaming[i] = groups.size();
      if (!goesOn) {
        groups.add(new Group(namings.get(from).first(), namings.get(i).end(), from, i + 1));
        from = i + 1;
      }
    }
  }

  private boolean glued(int from, int to) {
    if (to - from > MAX_GLUE) {
      return false;
    }
    boolean joined = false;
    for (int i = from; i < to; i++) {
      boolean sign = pieces.isSign(i, ',') || pieces.isSign(i, '/') || pieces.isSign(i, '+');
      boolean conjunction = Glue.joins(pieces.hash(i));
      if (!sign && !conjunction && !Glue.fills(pieces.hash(i))) {
        return false;
      }
      joined |= sign || conjunction;
    }
    return joined;
  }

  /** In "a > b, c > d" neither comparison is of b and c together. */
  private boolean comparedTwice(int before, int after) {
    return before >= 0
        && after < post.size()
        && (post.does(before, Cue.BEATS) || post.does(before, Cue.THAN))
        && post.anyCue(after)
        && post.does(after, Cue.BEATS);
  }

  private void signs() {
    for (int i = 0; i < post.size(); i++) {
      if (post.naming(i) != Post.NO_NAMING) {
        continue;
      }
      if (pieces.kind(i) == Pieces.FACE) {
        int end = afterClosers(i + 1);
        border(end, SENTENCE);
      } else if (pieces.kind(i) == Pieces.SIGN) {
        sign(i);
      }
    }
    for (var group : groups) {
      for (int i = group.first() + 1; i < group.end(); i++) {
        borders[i] = 0;
      }
    }
  }

  private void sign(int i) {
    char c = pieces.text.charAt(pieces.start(i));
    boolean tight = i + 1 < post.size() && pieces.end(i) == pieces.start(i + 1);
    switch (c) {
      case '.', '!', '?', '…', '\n', '。', '؟', '।', '¡', '¿' -> {
        boolean inside = tight && c == '.' && pieces.kind(i + 1) != Pieces.SIGN;
        if (!inside) {
          border(afterClosers(i + 1), SENTENCE);
        }
      }
      case ',', ';', ':', '(', ')', '—', '–', '،', '؛', '|' -> border(i + 1, SOFT);
      case '-' -> {
        boolean spaced = i > 0 && pieces.end(i - 1) < pieces.start(i) && !tight;
        if (spaced) {
          border(i + 1, SOFT);
        }
      }
      default -> {}
    }
  }

  private int afterClosers(int from) {
    int i = from;
    while (i < post.size()
        && post.naming(i) == Post.NO_NAMING
        && (pieces.kind(i) == Pieces.FACE || closes(i))) {
      i++;
    }
    return i;
  }

  private boolean closes(int i) {
    return pieces.kind(i) == Pieces.SIGN
        && ".!?…\")”’'»*".indexOf(pieces.text.charAt(pieces.start(i))) >= 0;
  }

  private void words() {
    for (int i = 0; i < post.size(); i++) {
      if (post.does(i, Cue.CONTRAST) && !trails(post.cueEnd(i))) {
        border(i, SOFT);
      }
    }
  }

  /** "Nice tho." turns nothing that comes. */
  private boolean trails(int next) {
    return next >= post.size()
        || pieces.kind(next) == Pieces.FACE && post.naming(next) == Post.NO_NAMING
        || closes(next)
        || pieces.isSign(next, '\n')
        || pieces.isSign(next, ',');
  }

  private void coordinated() {
    for (int g = 0; g + 1 < groups.size(); g++) {
      int last = -1;
      boolean parted = false;
      boolean judged = judgedBefore(groups.get(g).first());
      for (int i = groups.get(g).end(); i < groups.get(g + 1).first(); i++) {
        parted |= borders[i] != 0;
        boolean begins = post.does(i, Cue.COORDINATION) || (judged && judges(i));
        last = begins ? i : last;
      }
      parted |= borders[groups.get(g + 1).first()] != 0;
      if (!parted && last >= 0) {
        border(last, SOFT);
      }
    }
  }

  /** "Love the one hate the other": the second verb begins a clause. */
  private boolean judgedBefore(int piece) {
    for (int i = piece - 1; i >= 0 && borders[i + 1] == 0; i--) {
      if (judges(i)) {
        return true;
      }
    }
    return false;
  }

  private boolean judges(int piece) {
    return post.does(piece, Cue.KEEP)
        || post.does(piece, Cue.LEAVE)
        || post.does(piece, Cue.PRAISE)
        || post.does(piece, Cue.FAULT);
  }

  private void border(int piece, byte border) {
    borders[piece] = (byte) Math.max(borders[piece], border);
  }

  private void cut() {
    int from = 0;
    int sentence = 0;
    int group = 0;
    for (int i = 1; i <= post.size(); i++) {
      if (i < post.size() && borders[i] == 0) {
        continue;
      }
      var inside = new ArrayList<Integer>();
      while (group < groups.size() && groups.get(group).first() < i) {
        inside.add(group++);
      }
      var clause = new Clause(from, i, sentence, inside);
      clauses.add(clause);
      inside.forEach(ignored -> clauseOfGroup.add(clause));
      sentence += borders[i] == SENTENCE ? 1 : 0;
      from = i;
    }
  }
}
