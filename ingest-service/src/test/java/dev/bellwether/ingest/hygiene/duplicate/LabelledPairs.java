package dev.bellwether.ingest.hygiene.duplicate;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** The labelled pairs of near-duplicates/, and what a method makes of them. */
final class LabelledPairs {

  static final String WRITTEN = "written";
  static final String TWEETS = "crisis-tweets";

  private static final String BY_ID = "T6:";

  private LabelledPairs() {}

  /**
   * @param kind how it was found, or what b is to a
   * @param test whether it belongs to the half nothing was tuned on
   */
  record Pair(String set, String kind, boolean same, boolean test, String a, String b) {}

  /** What came of a set of pairs. */
  record Score(int joinedRightly, int joinedWrongly, int missed, int keptApart) {

    static final Score NONE = new Score(0, 0, 0, 0);

    Score with(boolean joined, boolean same) {
      return new Score(
          joinedRightly + (joined && same ? 1 : 0),
          joinedWrongly + (joined && !same ? 1 : 0),
          missed + (!joined && same ? 1 : 0),
          keptApart + (!joined && !same ? 1 : 0));
    }

    double precision() {
      return joinedRightly / (double) Math.max(1, joinedRightly + joinedWrongly);
    }

    double recall() {
      return joinedRightly / (double) Math.max(1, joinedRightly + missed);
    }

    @Override
    public String toString() {
      return "%4d pairs  precision %.3f  recall %.3f  (joined rightly %d, wrongly %d, missed %d)"
          .formatted(
              joinedRightly + joinedWrongly + missed + keptApart,
              precision(),
              recall(),
              joinedRightly,
              joinedWrongly,
              missed);
    }
  }

  static List<Pair> read(String set, Map<String, String> tweets) {
    var pairs = new ArrayList<Pair>();
    try (var lines =
        Objects.requireNonNull(
            LabelledPairs.class.getResourceAsStream("/near-duplicates/" + set + ".tsv"))) {
      for (String line : new String(lines.readAllBytes(), UTF_8).split("\n")) {
        if (!line.startsWith("#")) {
          String[] cells = line.split("\t");
          pairs.add(
              new Pair(
                  set,
                  cells[3],
                  "same".equals(cells[2]),
                  isTest(cells[0]),
                  text(cells[0], tweets),
                  text(cells[1], tweets)));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return pairs;
  }

  private static String text(String cell, Map<String, String> tweets) {
    return cell.startsWith(BY_ID)
        ? Objects.requireNonNull(tweets.get(cell.substring(BY_ID.length())), cell)
        : cell;
  }

  private static boolean isTest(String a) {
    try {
      byte[] plain = a.replaceFirst("^RT @\\S+: ", "").getBytes(UTF_8);
      return (MessageDigest.getInstance("SHA-256").digest(plain)[0] & 1) == 1;
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Both through an index of their own: candidates and comparison. */
  static boolean joins(Pair pair) {
    var a = WordScanner.words(pair.a());
    var b = WordScanner.words(pair.b());
    if (a.isEmpty() || b.isEmpty()) {
      return false;
    }
    var index = new TextIndex(16, 16);
    index.add(new TextIndex.Entry(a.get(), 1, 1));
    return index.find(b.get()).isPresent();
  }

  static Score score(List<Pair> pairs) {
    Score score = Score.NONE;
    for (Pair pair : pairs) {
      score = score.with(joins(pair), pair.same());
    }
    return score;
  }

  /** A line a subset. */
  static String report(List<Pair> pairs) {
    var subsets = new TreeMap<String, List<Pair>>();
    for (Pair pair : pairs) {
      String half = pair.test() ? "test " : "tune ";
      for (String subset :
          List.of(half + "all", half + pair.set(), half + pair.set() + " " + pair.kind())) {
        subsets.computeIfAbsent(subset, s -> new ArrayList<>()).add(pair);
      }
    }
    var report = new StringBuilder();
    subsets.forEach((name, subset) -> report.append("%-36s %s%n".formatted(name, score(subset))));
    return report.toString();
  }
}
