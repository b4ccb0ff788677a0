package dev.bellwether.ingest.privacy.redaction;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** A text while it is redacted: what one finder takes, the next ones do not see. */
final class Draft {

  /** Stands for each character that is taken; no rule matches it. */
  static final char TAKEN = '\uE000';

  /** Half open. */
  private record Find(Kind kind, int start, int end) {}

  private final FoldedText folded;
  private final StringBuilder visible;
  private final List<Find> finds = new ArrayList<>();

  Draft(FoldedText folded) {
    this.folded = folded;
    this.visible = new StringBuilder(folded.text());
  }

  /** The folded text with {@link #TAKEN} where something was taken. */
  StringBuilder visible() {
    return visible;
  }

  void take(Kind kind, int start, int end) {
    finds.add(new Find(kind, start, end));
    hide(start, end);
  }

  /** Keeps a stretch as it is: no later finder sees it. */
  void hide(int start, int end) {
    for (int i = start; i < end; i++) {
      visible.setCharAt(i, TAKEN);
    }
  }

  Redacted applyTo(String original) {
    if (finds.isEmpty()) {
      return new Redacted(original, List.of());
    }
    finds.sort(Comparator.comparingInt(Find::start));
    Set<Kind> kinds = EnumSet.noneOf(Kind.class);
    var text = new StringBuilder(original.length());
    int copied = 0;
    for (Find find : finds) {
      int start = folded.origin(find.start());
      if (start >= copied) {
        text.append(original, copied, start).append(find.kind().placeholder());
        kinds.add(find.kind());
      }
      copied = Math.max(copied, folded.origin(find.end()));
    }
    return new Redacted(
        text.append(original, copied, original.length()).toString(), List.copyOf(kinds));
  }
}
