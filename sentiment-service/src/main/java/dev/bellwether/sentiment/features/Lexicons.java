package dev.bellwether.sentiment.features;

import dev.bellwether.sentiment.features.Lexicon.Column;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Puts the lexicons of several models into one. */
public final class Lexicons {

  private Lexicons() {}

  /**
   * Whether both say the same of every entry in the columns that both have. A word goes by the
   * longest stem that any column of stems knows, so two that have such columns must have the same.
   */
  public static boolean agree(Lexicon one, Lexicon other) {
    if (one.equals(other)) {
      return true;
    }
    if (one.anyStems() && other.anyStems() && !stems(one).equals(stems(other))) {
      return false;
    }
    for (int column = 0; column < one.columns().size(); column++) {
      int same = indexOf(other, one.columns().get(column).name());
      if (same >= 0
          && !(one.columns().get(column).equals(other.columns().get(same))
              && column(one, column).equals(column(other, same)))) {
        return false;
      }
    }
    return true;
  }

  /** All columns of all, which must {@link #agree}. */
  public static Lexicon union(List<Lexicon> lexicons) {
    if (lexicons.stream().distinct().count() == 1) {
      return lexicons.getFirst();
    }
    var columns = new LinkedHashSet<Column>();
    lexicons.forEach(lexicon -> columns.addAll(lexicon.columns()));
    var names = columns.stream().map(Column::name).toList();
    Map<Long, byte[]> entries = new HashMap<>();
    for (var lexicon : lexicons) {
      for (int row = 0; row < lexicon.size(); row++) {
        var scores = entries.computeIfAbsent(lexicon.hashAt(row), hash -> new byte[columns.size()]);
        for (int column = 0; column < lexicon.columns().size(); column++) {
          byte steps = lexicon.stepsAt(row, column);
          if (steps != 0) {
            scores[names.indexOf(lexicon.columns().get(column).name())] = steps;
          }
        }
      }
    }
    return Lexicon.of(new ArrayList<>(columns), entries);
  }

  private static Set<Column> stems(Lexicon lexicon) {
    return lexicon.columns().stream().filter(Column::stems).collect(Collectors.toSet());
  }

  private static int indexOf(Lexicon lexicon, String name) {
    return lexicon.columns().stream().map(Column::name).toList().indexOf(name);
  }

  private static Map<Long, Double> column(Lexicon lexicon, int column) {
    var scores = new HashMap<Long, Double>();
    for (int row = 0; row < lexicon.size(); row++) {
      if (lexicon.stepsAt(row, column) != 0) {
        scores.put(lexicon.hashAt(row), lexicon.score(row, column));
      }
    }
    return scores;
  }
}
