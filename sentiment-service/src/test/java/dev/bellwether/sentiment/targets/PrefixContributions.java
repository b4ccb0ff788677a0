package dev.bellwether.sentiment.targets;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Word contributions of a model of which only the scores of whole texts are known: what each word
 * changes when the text is read up to it. They add up to the text's own logits. As many scorings as
 * words: for measuring, not for a stream.
 */
final class PrefixContributions implements ClauseScorer {

  private final Function<String, double[]> logProbabilities;

  /**
   * @param logProbabilities of negative, neutral and positive
   */
  PrefixContributions(Function<String, double[]> logProbabilities) {
    this.logProbabilities = logProbabilities;
  }

  @Override
  public List<TokenContribution> contributions(String text) {
    var found = new ArrayList<TokenContribution>();
    var pieces = PieceCutter.cut(text);
    var before = centred("");
    for (int i = 0; i < pieces.size(); i++) {
      boolean partsFollow = i + 1 < pieces.size() && pieces.kind(i + 1) == Pieces.PART;
      if (!partsFollow) {
        var here = centred(text.substring(0, pieces.end(i)));
        found.add(
            new TokenContribution(
                pieces.start(i),
                pieces.end(i),
                here[0] - before[0],
                here[1] - before[1],
                here[2] - before[2]));
        before = here;
      }
    }
    return found;
  }

  private double[] centred(String text) {
    var logits = logProbabilities.apply(text).clone();
    double mean = (logits[0] + logits[1] + logits[2]) / 3;
    for (int i = 0; i < logits.length; i++) {
      logits[i] -= mean;
    }
    return logits;
  }
}
