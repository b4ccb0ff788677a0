package dev.bellwether.sentiment.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.bellwether.sentiment.summary.Authors;
import dev.bellwether.sentiment.summary.Emotions;
import dev.bellwether.sentiment.summary.Figures;
import dev.bellwether.sentiment.summary.Interval;
import dev.bellwether.sentiment.summary.NetSentiment;

/**
 * Mentions by label, and what else is counted of them.
 *
 * @param unknown no model speaks their language
 * @param mentions all of them, spam too
 * @param netSentiment 100·(positive − negative)/(positive + negative), from −100 to 100; 0 when
 *     both are 0 (Talkwalker's definition)
 * @param netSentimentInterval where it lies with 95 % confidence; Wilson's interval
 * @param weightedNetSentiment the same with each mention weighing 1 + its interactions
 * @param interactions likes, reposts and replies
 * @param authors how many different ones; absent where they are not counted, or counting them took
 *     too long
 * @param mentionsWithAuthor how many mentions are theirs; of the others the author is not known
 * @param spam how many of the mentions are spam
 * @param ironic how many look ironic
 * @param offensive how many are offensive
 */
public record CountsView(
    long negative,
    long neutral,
    long positive,
    long unknown,
    long mentions,
    double netSentiment,
    Interval netSentimentInterval,
    double weightedNetSentiment,
    long interactions,
    @JsonInclude(JsonInclude.Include.NON_NULL) Long authors,
    @JsonInclude(JsonInclude.Include.NON_NULL) Long mentionsWithAuthor,
    long spam,
    Emotions emotions,
    long ironic,
    long offensive) {

  /**
   * @param authors null where they are not counted
   */
  static CountsView of(Figures figures, Authors authors) {
    var labels = figures.labels();
    var net = NetSentiment.of(labels);
    return new CountsView(
        labels.negative(),
        labels.neutral(),
        labels.positive(),
        labels.unknown(),
        labels.mentions(),
        net.value(),
        net.interval(),
        figures.weightedNetSentiment(),
        figures.interactions().mentions(),
        authors == null ? null : authors.authors(),
        authors == null ? null : authors.mentions(),
        figures.spam(),
        figures.emotions(),
        figures.ironic(),
        figures.offensive());
  }
}
