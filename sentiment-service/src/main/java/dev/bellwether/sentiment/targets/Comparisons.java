package dev.bellwether.sentiment.targets;

/** Which of two the author likes better. */
final class Comparisons {

  /** Pieces within which "than" follows "better". */
  private static final int THAN_REACH = 8;

  /** What both get of "as good as". */
  private static final double EQUAL = 0.7;

  private final Post post;
  private final Nearby nearby;
  private final Relations relations;

  Comparisons(Post post, Nearby nearby, Relations relations) {
    this.post = post;
    this.nearby = nearby;
    this.relations = relations;
  }

  /** Reads the phrase that begins at a piece. */
  void at(int i) {
    int end = post.cueEnd(i);
    if (post.does(i, Cue.BETTER)) {
      compared(i, end, 1);
    }
    if (post.does(i, Cue.WORSE)) {
      compared(i, end, -1);
    }
    if (post.does(i, Cue.BEATS)) {
      relations.against(nearby.before(i), nearby.after(end), 1, -1);
    }
    if (post.does(i, Cue.LOSES)) {
      relations.against(nearby.before(i), nearby.after(end), -1, 1);
    }
    if (post.does(i, Cue.EQUALS)) {
      relations.against(nearby.before(i), nearby.after(end), EQUAL, EQUAL);
    }
    if (post.does(i, Cue.DWARFS)) {
      dwarfed(nearby.before(i));
    }
    if (post.does(i, Cue.AGAINST)) {
      relations.setAgainst(nearby.after(end));
    }
    if (post.does(i, Cue.PREFER)) {
      preferred(nearby.after(end), -1);
    }
    if (post.does(i, Cue.CHOOSE)) {
      preferred(nearby.after(end), 0);
    }
    if (post.does(i, Cue.OVER)) {
      over(i, nearby.after(end));
    }
  }

  private void compared(int i, int end, int sign) {
    for (int k = end; k < Math.min(post.size(), end + THAN_REACH); k++) {
      if (post.does(k, Cue.THAN)) {
        int turned = nearby.negated(i) ? -sign : sign;
        relations.against(nearby.before(i), nearby.after(k + 1), turned, -turned);
        return;
      }
    }
  }

  /** "X puts Y to shame". */
  private void dwarfed(int second) {
    if (second != Nearby.NONE) {
      int first = nearby.before(nearby.group(second).first());
      if (first != Nearby.NONE) {
        relations.against(first, second, 1, -1);
      }
    }
  }

  private void preferred(int first, double other) {
    if (first == Nearby.NONE) {
      return;
    }
    int from = nearby.group(first).end();
    for (int k = from; k < nearby.near(from); k++) {
      boolean parts =
          post.does(k, Cue.OVER)
              || post.does(k, Cue.INSTEAD)
              || post.does(k, Cue.THAN)
              || nearby.to(k);
      if (parts) {
        relations.against(first, nearby.after(post.cueEnd(k)), 1, other);
        return;
      }
    }
  }

  /** "X over Y any day", where nothing has been compared yet. */
  private void over(int i, int second) {
    int first = nearby.before(i);
    if (first != Nearby.NONE
        && second != Nearby.NONE
        && i - nearby.group(first).end() <= 1
        && !relations.anyClaimed()) {
      relations.against(first, second, 1, -1);
    }
  }
}
