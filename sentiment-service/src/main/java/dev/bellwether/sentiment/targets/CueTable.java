package dev.bellwether.sentiment.targets;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Phrases of one language and what they do. Immutable. */
final class CueTable {

  private final SequenceTrie phrases;

  /** By value of the trie, a bit for each cue. */
  private final long[] cues;

  private CueTable(SequenceTrie phrases, long[] cues) {
    this.phrases = phrases;
    this.cues = cues;
  }

  /** The longest phrase that begins at a piece, as {@link SequenceTrie#longestAt} tells it. */
  long longestAt(Pieces pieces, int piece) {
    return phrases.longestAt(pieces, piece);
  }

  /** What a found phrase does, a bit for each cue. */
  long cues(long found) {
    return cues[SequenceTrie.value(found)];
  }

  static final class Builder {
    private final Map<List<Long>, Long> phrases = new HashMap<>();

    /** Takes phrases parted by commas; a phrase may do several things. */
    Builder add(Cue cue, String list) {
      for (var phrase : list.strip().split("\\s*,\\s*")) {
        var hashes = hashes(phrase);
        if (!hashes.isEmpty()) {
          phrases.merge(hashes, cue.bit(), (one, other) -> one | other);
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
      var cues = new ArrayList<Long>();
      phrases.forEach(
          (hashes, does) -> {
            trie.put(hashes, cues.size());
            cues.add(does);
          });
      return new CueTable(trie.build(), cues.stream().mapToLong(Long::longValue).toArray());
    }
  }
}
