package dev.bellwether.sentiment.targets;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Phrases of one language and what they do. Immutable. */
final class CueTable {

  private static final Set<Cue> NONE = Set.of();

  private final SequenceTrie phrases;
  private final List<Set<Cue>> cues;

  private CueTable(SequenceTrie phrases, List<Set<Cue>> cues) {
    this.phrases = phrases;
    this.cues = cues;
  }

  /** The longest phrase that begins at a piece, as {@link SequenceTrie#longestAt} tells it. */
  long longestAt(Pieces pieces, int piece) {
    return phrases.longestAt(pieces, piece);
  }

  Set<Cue> cues(long found) {
    return found < 0 ? NONE : cues.get(SequenceTrie.value(found));
  }

  static final class Builder {
    private final Map<List<Long>, EnumSet<Cue>> phrases = new HashMap<>();

    /** Takes phrases parted by commas; a phrase may do several things. */
    Builder add(Cue cue, String list) {
      for (var phrase : list.strip().split("\\s*,\\s*", -1)) {
        var hashes = hashes(phrase);
        if (!hashes.isEmpty()) {
          phrases.computeIfAbsent(hashes, ignored -> EnumSet.noneOf(Cue.class)).add(cue);
        }
      }
      return this;
    }

    private static List<Long> hashes(String phrase) {
      var pieces = PieceCutter.cut(phrase);
      var hashes = new ArrayList<Long>();
      for (int i = 0; i < pieces.size(); i++) {
        hashes.add(pieces.hash(i));
      }
      return hashes;
    }

    CueTable build() {
      var trie = new SequenceTrie.Builder();
      var cues = new ArrayList<Set<Cue>>();
      phrases.forEach(
          (hashes, does) -> {
            trie.put(hashes, cues.size());
            cues.add(does);
          });
      return new CueTable(trie.build(), List.copyOf(cues));
    }
  }
}
