package dev.bellwether.ingest.monitor;

import dev.bellwether.contracts.monitor.Monitor;
import dev.bellwether.ingest.monitor.PostTokens.Token;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds which monitors a text belongs to. A keyword matches whole words without regard to case:
 * {@code sandy} finds "Sandy" and "#Sandy" but not "sandyhook"; {@code #sandy} finds only the
 * hashtag, {@code @acme} only the account; several words match when they follow one another.
 * Keywords are indexed by their first word, so that the cost of a text grows with its own length
 * and not with the number of monitors.
 */
public final class MonitorMatcher {

  private record Keyword(List<Token> tokens, int monitor, boolean excluding) {

    boolean matchesAt(List<Token> text, int from) {
      if (from + tokens.size() > text.size()) {
        return false;
      }
      for (int i = 0; i < tokens.size(); i++) {
        Token wanted = tokens.get(i);
        Token found = text.get(from + i);
        if (!wanted.word().equals(found.word())
            || (wanted.sign() != 0 && wanted.sign() != found.sign())) {
          return false;
        }
      }
      return true;
    }
  }

  private final List<String> ids = new ArrayList<>();
  private final Map<String, List<Keyword>> byFirstWord = new HashMap<>();

  public MonitorMatcher(Collection<Monitor> monitors) {
    for (Monitor monitor : monitors) {
      if (monitor.active()) {
        int index = ids.size();
        ids.add(monitor.id());
        monitor.keywords().forEach(keyword -> add(keyword, index, false));
        monitor.excluded().forEach(keyword -> add(keyword, index, true));
      }
    }
  }

  /** Whether a keyword holds a word at all: one that does not could never match. */
  public static boolean isKeyword(String keyword) {
    return !PostTokens.of(keyword).isEmpty();
  }

  private void add(String keyword, int monitor, boolean excluding) {
    List<Token> tokens = PostTokens.of(keyword);
    if (!tokens.isEmpty()) {
      byFirstWord
          .computeIfAbsent(tokens.getFirst().word(), word -> new ArrayList<>(1))
          .add(new Keyword(tokens, monitor, excluding));
    }
  }

  /** Ids of the monitors that {@code text} matches, in the order the monitors were given. */
  public List<String> match(String text) {
    if (byFirstWord.isEmpty()) {
      return List.of();
    }
    var matched = new BitSet(ids.size());
    var excluded = new BitSet(ids.size());
    List<Token> tokens = PostTokens.of(text);
    for (int i = 0; i < tokens.size(); i++) {
      for (Keyword keyword : byFirstWord.getOrDefault(tokens.get(i).word(), List.of())) {
        if (keyword.matchesAt(tokens, i)) {
          (keyword.excluding() ? excluded : matched).set(keyword.monitor());
        }
      }
    }
    matched.andNot(excluded);
    return matched.stream().mapToObj(ids::get).toList();
  }
}
