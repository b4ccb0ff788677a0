package dev.bellwether.sentiment.features;

import dev.bellwether.sentiment.features.Lexicon.Column;
import dev.bellwether.sentiment.text.Token;
import java.util.List;

/**
 * Sums, extremes and the last word of what the lexicons say of a post, after Mohammad, Kiritchenko
 * and Zhu, "NRC-Canada" (SemEval 2013), with VADER's damping of sums (Hutto and Gilbert, ICWSM
 * 2014). All values lie within a few units of 0, so that the one strength of regularisation suits
 * them and the words alike.
 */
final class LexiconFeatures {

  /** VADER's alpha: approximates the largest expected sum. */
  private static final double DAMPING = 15;

  /** How much a negator turns a score round (VADER). */
  private static final double NEGATOR = -0.74;

  private static final double MAX_SUM = 4;

  private final Lexicon lexicon;
  private final Names[] names = new Names[Lexicon.COLUMNS];

  LexiconFeatures(Lexicon lexicon) {
    this.lexicon = lexicon;
    for (var column : Column.values()) {
      names[column.ordinal()] = Names.of(column);
    }
  }

  void add(List<Token> tokens, boolean[] negated, FeatureVector features) {
    var rows = new int[negated.length];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = lexicon.rowOf(tokens.get(i).text());
    }
    for (var column : Column.values()) {
      var sums = sums(column, rows, negated, tokens);
      var name = names[column.ordinal()];
      features.add(name.positive, bounded(sums.positive));
      features.add(name.negative, bounded(sums.negative));
      features.add(name.negatedPositive, bounded(sums.negatedPositive));
      features.add(name.negatedNegative, bounded(sums.negatedNegative));
      features.add(name.highest, (float) sums.highest / 2);
      features.add(name.lowest, (float) sums.lowest / 2);
      features.add(name.last, (float) sums.last / 2);
      features.add(name.hashtags, bounded(sums.hashtags));
      features.add(
          name.damped, (float) (2 * sums.total / Math.sqrt(sums.total * sums.total + DAMPING)));
      if (sums.any) {
        int side = sums.total > 0.05 ? 2 : sums.total < -0.05 ? 0 : 1;
        features.add(name.sides[side], 1);
      } else {
        features.add(name.silent, 1);
      }
    }
  }

  private Sums sums(Column column, int[] rows, boolean[] negated, List<Token> tokens) {
    var sums = new Sums();
    for (int i = 0; i < rows.length; i++) {
      double score = rows[i] < 0 ? 0 : lexicon.tenthsAt(rows[i], column) / 10.0;
      if (score != 0) {
        sums.take(score, negated[i], tokens.get(i).kind() == Token.Kind.HASHTAG_PART);
      }
    }
    return sums;
  }

  private static float bounded(double sum) {
    return (float) Math.clamp(sum / 2, -MAX_SUM, MAX_SUM);
  }

  /** Accumulates one column over one post. */
  private static final class Sums {
    private double positive;
    private double negative;
    private double negatedPositive;
    private double negatedNegative;
    private double hashtags;
    private double highest;
    private double lowest;
    private double last;
    private double total;
    private boolean any;

    private void take(double score, boolean negated, boolean inHashtag) {
      any = true;
      double turned = negated ? score * NEGATOR : score;
      total += turned;
      last = turned;
      highest = Math.max(highest, turned);
      lowest = Math.min(lowest, turned);
      if (inHashtag) {
        hashtags += score;
      }
      if (negated) {
        negatedPositive += Math.max(score, 0);
        negatedNegative += Math.min(score, 0);
      } else {
        positive += Math.max(score, 0);
        negative += Math.min(score, 0);
      }
    }
  }

  /** A column's feature numbers, hashed once. */
  private record Names(
      int positive,
      int negative,
      int negatedPositive,
      int negatedNegative,
      int highest,
      int lowest,
      int last,
      int hashtags,
      int damped,
      int silent,
      int[] sides) {

    private static Names of(Column column) {
      return new Names(
          hash(column, "positive"),
          hash(column, "negative"),
          hash(column, "negated positive"),
          hash(column, "negated negative"),
          hash(column, "highest"),
          hash(column, "lowest"),
          hash(column, "last"),
          hash(column, "hashtags"),
          hash(column, "damped"),
          hash(column, "silent"),
          new int[] {hash(column, "side -"), hash(column, "side 0"), hash(column, "side +")});
    }

    private static int hash(Column column, String name) {
      return FeatureHash.of(Template.LEXICON_SUM, column.name(), name);
    }
  }
}
