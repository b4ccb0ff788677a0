package dev.bellwether.sentiment.targets;

import dev.bellwether.contracts.monitor.Monitor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All names that a set of monitors knows, ready to be found. Immutable. */
final class NameIndex {

  private static final int SHORTEST_PART = 3;

  private final List<TargetName> targets;
  private final SequenceTrie names;

  /** Names written as one, set apart where their capitals part them: "StreamNest" is two words. */
  private final SequenceTrie parted;

  /** What a value of the trie stands for. */
  private final int[][] named;

  /** Whether a value was only ever given as a capitalised word that is also a common one. */
  private final boolean[] common;

  private NameIndex(
      List<TargetName> targets,
      SequenceTrie names,
      SequenceTrie parted,
      int[][] named,
      boolean[] common) {
    this.targets = List.copyOf(targets);
    this.names = names;
    this.parted = parted;
    this.named = named;
    this.common = common;
  }

  static NameIndex of(List<Monitor> monitors) {
    var builder = new Builder();
    for (var monitor : monitors) {
      if (monitor.brand() != null) {
        builder.add(monitor.brand(), monitor.aliases(), monitor.id());
      }
      monitor.products().forEach(p -> builder.add(p.name(), p.aliases(), monitor.id()));
      monitor.competitors().forEach(c -> builder.add(c.name(), c.aliases(), monitor.id()));
    }
    return builder.build();
  }

  TargetName target(int number) {
    return targets.get(number);
  }

  int size() {
    return targets.size();
  }

  /** Of heap, about: at most what 64-bit Java with compressed references takes. */
  long bytes() {
    long bytes = 120 + names.bytes() + parted.bytes() + common.length;
    for (var numbers : named) {
      bytes += 28 + (long) Integer.BYTES * numbers.length;
    }
    for (var target : targets) {
      bytes += 72 + bytes(target.name()) + (long) Integer.BYTES * target.monitors().size();
    }
    return bytes;
  }

  /** Of heap, for a string. */
  static long bytes(String string) {
    return 48 + (long) Character.BYTES * string.length();
  }

  /** Where the text names a target, in its order; namings do not overlap, the longest wins. */
  List<Naming> find(Pieces pieces) {
    List<Naming> found = List.of();
    for (int i = 0; i < pieces.size(); i++) {
      if (!pieces.isNaming(i)) {
        continue;
      }
      long match = longestAt(pieces, i);
      if (match >= 0) {
        if (found.isEmpty()) {
          found = new ArrayList<>();
        }
        int end = SequenceTrie.end(match);
        found.add(new Naming(i, end, named[SequenceTrie.value(match)]));
        i = end - 1;
      }
    }
    return found;
  }

  private long longestAt(Pieces pieces, int piece) {
    long match = names.longestAt(pieces, piece);
    if (match >= 0 && !meant(pieces, piece, match)) {
      match = -1;
    }
    if (parted.isEmpty()) {
      return match;
    }
    long apart = parted.longestAt(pieces, piece);
    int end = SequenceTrie.end(apart);
    return end > SequenceTrie.end(match) && meantApart(pieces, piece, end) ? apart : match;
  }

  /**
   * "We work" need not be WeWork, nor "a 1 star" A1: as words, the parts of a name need their
   * capitals, three letters each, and no word of grammar among them. Inside a hashtag or handle
   * they are one word anyway.
   */
  private static boolean meantApart(Pieces pieces, int first, int end) {
    boolean inTag = pieces.kind(first) == Pieces.PART;
    for (int i = first; i < end; i++) {
      boolean meant =
          switch (pieces.kind(i)) {
            case Pieces.WORD -> !inTag && telling(pieces, i);
            case Pieces.PART -> inTag;
            case Pieces.HASHTAG, Pieces.HANDLE -> false;
            default -> true;
          };
      if (!meant) {
        return false;
      }
    }
    return true;
  }

  /** Not lower case: scripts without capitals need none. */
  private static boolean telling(Pieces pieces, int word) {
    var folded = pieces.folded(word);
    return !Character.isLowerCase(pieces.text.codePointAt(pieces.start(word)))
        && folded.codePoints().filter(Character::isLetter).count() >= SHORTEST_PART
        && !FunctionWords.contains(folded);
  }

  /**
   * "Apple" may be a fruit and "target" an aim: such a name needs its capital, unless its author
   * uses none at all.
   */
  private boolean meant(Pieces pieces, int piece, long match) {
    if (!common[SequenceTrie.value(match)] || pieces.kind(piece) != Pieces.WORD) {
      return true;
    }
    return Character.isUpperCase(pieces.text.codePointAt(pieces.start(piece)))
        || !pieces.hasCapitals();
  }

  private static final class Builder {
    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<String> names = new ArrayList<>();
    private final List<List<String>> monitors = new ArrayList<>();
    private final SequenceTrie.Builder trie = new SequenceTrie.Builder();
    private final SequenceTrie.Builder parted = new SequenceTrie.Builder();
    private final List<List<Integer>> named = new ArrayList<>();
    private final List<Boolean> common = new ArrayList<>();

    void add(String name, List<String> aliases, String monitor) {
      var key = key(name);
      if (key.isEmpty()) {
        return;
      }
      int number =
          numbers.computeIfAbsent(
              key,
              ignored -> {
                names.add(name);
                monitors.add(new ArrayList<>());
                return names.size() - 1;
              });
      if (!monitors.get(number).contains(monitor)) {
        monitors.get(number).add(monitor);
      }
      written(name, number);
      aliases.forEach(alias -> written(alias, number));
    }

    /** Two monitors mean the same target when their names fold to the same words. */
    private static String key(String name) {
      return String.join(" ", Words.of(name));
    }

    private void written(String form, int number) {
      var words = Words.of(form);
      if (words.isEmpty()) {
        return;
      }
      boolean guarded =
          words.size() == 1
              && CommonWords.contains(words.getFirst())
              && form.codePoints().anyMatch(Character::isUpperCase);
      apart(trie, words, number, guarded);
      var parts = Words.inside(form);
      if (parts.size() > words.size()) {
        apart(parted, parts, number, false);
      }
      if (words.size() > 1) {
        long joined = PieceCutter.hashOf(String.join("", words));
        int value = value(trie.getJoined(joined), number, false);
        trie.putJoined(joined, value);
      }
    }

    private void apart(
        SequenceTrie.Builder forms, List<String> words, int number, boolean guarded) {
      var hashes = words.stream().map(PieceCutter::hashOf).toList();
      forms.put(hashes, value(forms.get(hashes), number, guarded));
    }

    private int value(int known, int number, boolean guarded) {
      if (known < 0) {
        named.add(new ArrayList<>(List.of(number)));
        common.add(guarded);
        return named.size() - 1;
      }
      if (!named.get(known).contains(number)) {
        named.get(known).add(number);
      }
      common.set(known, common.get(known) && guarded);
      return known;
    }

    NameIndex build() {
      var targets = new LinkedHashMap<Integer, TargetName>();
      for (int i = 0; i < names.size(); i++) {
        targets.put(i, new TargetName(names.get(i), monitors.get(i)));
      }
      var guarded = new boolean[common.size()];
      for (int i = 0; i < guarded.length; i++) {
        guarded[i] = common.get(i);
      }
      return new NameIndex(
          List.copyOf(targets.values()),
          trie.build(),
          parted.build(),
          named.stream()
              .map(numbers -> numbers.stream().mapToInt(Integer::intValue).toArray())
              .toArray(int[][]::new),
          guarded);
    }
  }
}
