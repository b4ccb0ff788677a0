package dev.bellwether.sentiment.targets;

import dev.bellwether.contracts.monitor.Monitor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All names that a set of monitors knows, ready to be found. Immutable. */
final class NameIndex {

  private final List<TargetName> targets;
  private final SequenceTrie names;

  /** What a value of the trie stands for. */
  private final int[][] named;

  /** Whether a value was only ever given as a capitalised word that is also a common one. */
  private final boolean[] common;

  private NameIndex(List<TargetName> targets, SequenceTrie names, int[][] named, boolean[] common) {
    this.targets = List.copyOf(targets);
    this.names = names;
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

  /** Where the text names a target, in its order; namings do not overlap, the longest wins. */
  List<Naming> find(Pieces pieces) {
    List<Naming> found = List.of();
    for (int i = 0; i < pieces.size(); i++) {
      if (!pieces.isNaming(i)) {
        continue;
      }
      long match = names.longestAt(pieces, i);
      if (match >= 0 && meant(pieces, i, match)) {
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

  /**
   * "Apple" may be a fruit and "target" an aim: such a name needs its capital, unless its author
   * uses none at all.
   */
  private boolean meant(Pieces pieces, int piece, long match) {
    if (!common[SequenceTrie.value(match)] || pieces.kind(piece) != Pieces.WORD) {
      return true;
    }
    return Character.isUpperCase(pieces.text.codePointAt(pieces.start(piece)))
        || pieces.text.chars().noneMatch(Character::isUpperCase);
  }

  private static final class Builder {
    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<String> names = new ArrayList<>();
    private final List<List<String>> monitors = new ArrayList<>();
    private final SequenceTrie.Builder trie = new SequenceTrie.Builder();
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
      apart(words, number, guarded);
      var parts = Words.inside(form);
      if (parts.size() > words.size()) {
        apart(parts, number, false);
      }
      if (words.size() > 1) {
        long joined = PieceCutter.hashOf(String.join("", words));
        int value = value(trie.getJoined(joined), number, false);
        trie.putJoined(joined, value);
      }
    }

    private void apart(List<String> words, int number, boolean guarded) {
      var hashes = words.stream().map(PieceCutter::hashOf).toList();
      trie.put(hashes, value(trie.get(hashes), number, guarded));
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
          named.stream()
              .map(numbers -> numbers.stream().mapToInt(Integer::intValue).toArray())
              .toArray(int[][]::new),
          guarded);
    }
  }
}
