package dev.bellwether.sentiment.training;

import dev.bellwether.sentiment.features.Lexicon;
import dev.bellwether.sentiment.features.Lexicon.Column;
import dev.bellwether.sentiment.text.PostTokenizer;
import dev.bellwether.sentiment.text.Tokens;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads published lexicons: entry, tab, score, and whatever follows is left alone. */
final class LexiconFiles {

  private static final double TENTH = 0.1;
  private static final double EXACT = 1e-6;

  private final PostTokenizer tokenizer;
  private final Tokens tokens = new Tokens();
  private final Map<String, Map<Long, Double>> columns = new LinkedHashMap<>();
  private final Set<String> stems = new HashSet<>();

  LexiconFiles(PostTokenizer tokenizer) {
    this.tokenizer = tokenizer;
  }

  /**
   * Takes a file into a column; where the column knows an entry already, the earlier score stays.
   * An entry is looked up by what the tokeniser makes of it; phrases of several words are never
   * looked up.
   *
   * @throws IOException naming the line whose score is no number
   */
  void take(String column, Path file) throws IOException {
    var scores = columns.computeIfAbsent(column, name -> new HashMap<>());
    int number = 0;
    for (var line : Files.readAllLines(file)) {
      number++;
      var fields = line.split("\t");
      if (fields.length < 2) {
        continue;
      }
      tokenizer.fill(fields[0], tokens);
      if (tokens.size() == 1) {
        scores.putIfAbsent(tokens.hash(0), score(fields[1], file, number));
      }
    }
  }

  /** Takes a file of beginnings of words into a column. */
  void takeStems(String column, Path file) throws IOException {
    stems.add(column);
    take(column, file);
  }

  /** All columns taken. */
  Lexicon lexicon() {
    var names = new ArrayList<Column>();
    var entries = new HashMap<Long, byte[]>();
    for (var column : columns.entrySet()) {
      double step = step(List.copyOf(column.getValue().values()));
      int place = names.size();
      names.add(new Column(column.getKey(), (float) step, stems.contains(column.getKey())));
      column
          .getValue()
          .forEach(
              (hash, score) -> {
                long steps = Math.round(score / step);
                if (steps != 0) {
                  entries.computeIfAbsent(hash, h -> new byte[columns.size()])[place] =
                      (byte) steps;
                }
              });
    }
    return Lexicon.of(names, entries);
  }

  /** Tenths where they are exact and fit, as in VADER and AFINN; else what fits the largest. */
  private static double step(List<Double> scores) {
    double largest = scores.stream().mapToDouble(Math::abs).max().orElse(1);
    boolean tenths =
        scores.stream().allMatch(s -> Math.abs(s / TENTH - Math.rint(s / TENTH)) < EXACT);
    if (tenths && largest <= Byte.MAX_VALUE * TENTH) {
      return TENTH;
    }
    return largest == 0 ? 1 : largest / Byte.MAX_VALUE;
  }

  private static double score(String field, Path file, int line) throws IOException {
    try {
      double score = Double.parseDouble(field.strip());
      if (!Double.isFinite(score)) {
        throw new NumberFormatException("not finite");
      }
      return score;
    } catch (NumberFormatException e) {
      throw new IOException(file + ", line " + line + ", column 2: not a score: " + field, e);
    }
  }
}
