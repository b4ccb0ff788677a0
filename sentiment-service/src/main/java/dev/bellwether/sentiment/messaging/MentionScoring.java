package dev.bellwether.sentiment.messaging;

import dev.bellwether.contracts.mention.Mention;
import dev.bellwether.contracts.sentiment.ScoredMention;
import dev.bellwether.contracts.sentiment.WordContribution;
import dev.bellwether.sentiment.rollup.Contribution;
import dev.bellwether.sentiment.targets.TargetScorer;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Scores a mention. Safe for many threads at once. */
@ApplicationScoped
class MentionScoring {

  /** One alias of many products could else make a score of any size. */
  private static final int MAX_TARGETS = 50;

  private static final char UNKNOWN = '\ufffd';

  private final TextScorer texts;
  private final TargetScorer targets;
  private final MonitorsTable monitors;

  MentionScoring(TextScorer texts, TargetScorer targets, MonitorsTable monitors) {
    this.texts = texts;
    this.targets = targets;
    this.monitors = monitors;
  }

  /**
   * @throws ArithmeticException when its likes, reposts and replies are more than 64 bits hold
   */
  Contribution score(Mention mention) {
    var engagement = mention.engagement();
    return Contribution.of(
        scored(mention),
        mention.author() == null ? null : mention.author().pseudonym(),
        engagement == null
            ? 0
            : Math.addExact(
                Math.addExact(engagement.likes(), engagement.reposts()), engagement.replies()),
        mention.flags() != null && mention.flags().looksLikeSpam());
  }

  private ScoredMention scored(Mention mention) {
    var score = texts.score(mention.text(), mention.language());
    var known = monitors.of(mention.workspace(), mention.monitors());
    return new ScoredMention(
        ScoredMention.SCHEMA_VERSION,
        mention.workspace(),
        mention.id(),
        mention.revision(),
        score.label(),
        score.probabilities(),
        score.model(),
        score.confidence(),
        score.emotion(),
        score.irony(),
        score.offensive(),
        score.words().stream().map(MentionScoring::storable).toList(),
        known.isEmpty()
            ? List.of()
            : targets.score(mention.text(), mention.language(), known).stream()
                .limit(MAX_TARGETS)
                .toList(),
        null,
        null,
        mention.monitors(),
        mention.createdAt());
  }

  /** Neither JSON nor PostgreSQL has half a surrogate pair; PostgreSQL has no NUL either. */
  private static WordContribution storable(WordContribution word) {
    var text = word.word();
    boolean fine = text.codePoints().noneMatch(MentionScoring::isUnstorable);
    return fine
        ? word
        : new WordContribution(
            text.codePoints()
                .map(point -> isUnstorable(point) ? UNKNOWN : point)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString(),
            word.contribution());
  }

  private static boolean isUnstorable(int point) {
    return point == 0 || (point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE);
  }
}
