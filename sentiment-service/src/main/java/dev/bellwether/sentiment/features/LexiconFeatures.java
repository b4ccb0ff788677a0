package dev.bellwether.sentiment.features;

import dev.bellwether.sentiment.text.Token;
import dev.bellwether.sentiment.text.Tokens;
import java.util.Locale;

/**
 * Sums, extremes and the last word of what the lexicons say of a post, after Mohammad, Kiritchenko
 * and Zhu, "NRC-Canada" (SemEval 2013), with VADER's damping of sums (Hutto and Gilbert, ICWSM
 * 2014). All values lie within a few units of 0, so that the one strength of regularisation suits
 * them and the words alike.
 */
final class LexiconFeatures {

  /** The measures of a column. Their names are part of the features' names. */
  private enum Part {
    POSITIVE,
    NEGATIVE,
    NEGATED_POSITIVE,
    NEGATED_NEGATIVE,
    HIGHEST,
    LOWEST,
    LAST,
    HASHTAGS,
    DAMPED,
    SIDE_NEGATIVE,
    SIDE_NEUTRAL,
    SIDE_POSITIVE,
    SILENT
  }

  private static final Part[] PARTS = Part.values();

  /** VADER's alpha: approximates the largest expected sum. */
  private static final double DAMPING = 15;

  private static final double MAX_SUM = 4;
  private static final double NEUTRAL = 0.05;

  private final Lexicon lexicon;
  private final int columns;

  /** A feature number a column and part. */
  private final int[] ids;

  LexiconFeatures(Lexicon lexicon) {
    this.lexicon = lexicon;
    columns = lexicon.columns().size();
    ids = new int[columns * PARTS.length];
    for (int i = 0; i < ids.length; i++) {
      var name = lexicon.columns().get(i / PARTS.length).name();
      var part = PARTS[i % PARTS.length].name().toLowerCase(Locale.ROOT);
      ids[i] = FeatureHash.of(Template.LEXICON, name + "/" + part);
    }
  }

  void add(Scratch scratch) {
    if (columns == 0) {
      return;
    }
    var sums = scratch.sums(columns);
    var tokens = scratch.tokens();
    for (int i = 0; i < tokens.size(); i++) {
      int row = lexicon.row(tokens.hash(i));
      int stemRow = stemRow(tokens, i);
      if (row >= 0 || stemRow >= 0) {
        take(sums, row, stemRow, tokens, i);
      }
    }
    for (int column = 0; column < columns; column++) {
      add(column, sums[column], scratch.features());
    }
  }

  private int stemRow(Tokens tokens, int token) {
    return lexicon.anyStems() && tokens.kind(token).word() ? lexicon.stemRow(tokens, token) : -1;
  }

  private void take(LexiconSums[] sums, int row, int stemRow, Tokens tokens, int token) {
    boolean inHashtag = tokens.kind(token) == Token.Kind.HASHTAG_PART;
    boolean negated = tokens.has(token, Tokens.NEGATED);
    for (int column = 0; column < columns; column++) {
      double score = lexicon.score(row, stemRow, column);
      if (score != 0) {
        sums[column].take(score, negated, inHashtag, token);
      }
    }
  }

  private void add(int column, LexiconSums sums, Features features) {
    if (sums.scored == 0) {
      features.present(Template.LEXICON, id(column, Part.SILENT), Features.WHOLE);
      return;
    }
    measured(column, Part.POSITIVE, bounded(sums.positive), features);
    measured(column, Part.NEGATIVE, bounded(sums.negative), features);
    measured(column, Part.NEGATED_POSITIVE, bounded(sums.negatedPositive), features);
    measured(column, Part.NEGATED_NEGATIVE, bounded(sums.negatedNegative), features);
    measured(column, Part.HASHTAGS, bounded(sums.hashtags), features);
    measured(column, Part.DAMPED, damped(sums.total), features);
    one(column, Part.HIGHEST, sums.highest, sums.highestToken, features);
    one(column, Part.LOWEST, sums.lowest, sums.lowestToken, features);
    one(column, Part.LAST, sums.last, sums.lastToken, features);
    var side =
        sums.total > NEUTRAL
            ? Part.SIDE_POSITIVE
            : sums.total < -NEUTRAL ? Part.SIDE_NEGATIVE : Part.SIDE_NEUTRAL;
    measured(column, side, 1, features);
  }

  private void measured(int column, Part part, double value, Features features) {
    features.measured(
        Template.LEXICON,
        id(column, part),
        (float) value,
        Features.LEXICON,
        column * PARTS.length + part.ordinal());
  }

  private void one(int column, Part part, double score, int token, Features features) {
    features.measured(Template.LEXICON, id(column, part), (float) (score / 2), token, token);
  }

  private int id(int column, Part part) {
    return ids[column * PARTS.length + part.ordinal()];
  }

  private static double bounded(double sum) {
    return Math.clamp(sum / 2, -MAX_SUM, MAX_SUM);
  }

  private static double damped(double sum) {
    return 2 * sum / Math.sqrt(sum * sum + DAMPING);
  }

  /**
   * How much of a measure is each token's: its own part of the sum, so that all parts together are
   * the sum; a side's vote is shared by the tokens that have a score.
   *
   * @param code what the feature bears as {@link Features#second}
   * @param shares by token; what this feature gives is added times {@code amount}
   */
  void share(Tokens tokens, int code, double amount, double[] shares) {
    int column = code / PARTS.length;
    var part = PARTS[code % PARTS.length];
    double sum = 0;
    for (int i = 0; i < tokens.size(); i++) {
      sum += own(tokens, i, column, part);
    }
    for (int i = 0; i < tokens.size() && sum != 0; i++) {
      shares[i] += amount * own(tokens, i, column, part) / sum;
    }
  }

  private double own(Tokens tokens, int token, int column, Part part) {
    double score = lexicon.score(lexicon.row(tokens.hash(token)), stemRow(tokens, token), column);
    boolean negated = tokens.has(token, Tokens.NEGATED);
    return switch (part) {
      case POSITIVE -> negated ? 0 : Math.max(score, 0);
      case NEGATIVE -> negated ? 0 : Math.min(score, 0);
      case NEGATED_POSITIVE -> negated ? Math.max(score, 0) : 0;
      case NEGATED_NEGATIVE -> negated ? Math.min(score, 0) : 0;
      case HASHTAGS -> tokens.kind(token) == Token.Kind.HASHTAG_PART ? score : 0;
      case DAMPED -> LexiconSums.turned(score, negated);
      default -> score == 0 ? 0 : 1;
    };
  }
}
