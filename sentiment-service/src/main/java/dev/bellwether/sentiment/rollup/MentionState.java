package dev.bellwether.sentiment.rollup;

import dev.bellwether.contracts.sentiment.Correction;
import dev.bellwether.contracts.sentiment.ScoredMention;
import dev.bellwether.contracts.sentiment.SentimentLabel;

/**
 * All that is kept of a mention.
 *
 * @param contribution null where the mention has not come yet, or is gone
 * @param correction a person's word, or null. It may come before its mention, and it stays until
 *     the topic says that it is gone
 */
public record MentionState(Contribution contribution, Correction correction) {

  public static final MentionState NOTHING = new MentionState(null, null);

  private static final double CERTAIN = 1;

  /** After a change. Applied again, it changes nothing. */
  MentionState after(Change change) {
    return switch (change) {
      case Change.Scored scored -> (takes(scored) ? with(scored.contribution()) : this).labelled();
      case Change.Erased erased ->
          contribution == null || erased.revision() > contribution.revision()
              ? with(Contribution.erased(erased.revision()))
              : this;
      case Change.Gone gone -> with(null);
      case Change.Corrected corrected -> corrected(corrected.correction()).labelled();
      case Change.Uncorrected uncorrected -> uncorrected().labelled();
    };
  }

  /**
   * A newer revision; or the same again where only the version before has counted it, to learn what
   * that one did not write down.
   */
  private boolean takes(Change.Scored scored) {
    return contribution == null
        || scored.revision() > contribution.revision()
        || (scored.revision() == contribution.revision()
            && contribution.counts()
            && contribution.score() == null);
  }

  private MentionState with(Contribution next) {
    return new MentionState(next, correction);
  }

  /** Where the score is not known, the label of before is kept beside the correction. */
  private MentionState corrected(Correction word) {
    if (contribution == null || !contribution.counts() || contribution.score() != null) {
      return new MentionState(contribution, word);
    }
    var model = correction == null ? contribution.label() : correction.modelLabel();
    return new MentionState(
        contribution,
        new Correction(
            word.schemaVersion(),
            word.workspace(),
            word.mentionId(),
            word.label(),
            word.correctedAt(),
            word.correctedBy(),
            model,
            word.model()));
  }

  private MentionState uncorrected() {
    boolean unscored =
        contribution != null && contribution.counts() && contribution.score() == null;
    if (unscored && correction != null && correction.modelLabel() != null) {
      return new MentionState(contribution.labelled(correction.modelLabel()), null);
    }
    return new MentionState(contribution, null);
  }

  /** The person's word wins; without one it is the model's. */
  private MentionState labelled() {
    if (contribution == null || !contribution.counts()) {
      return this;
    }
    SentimentLabel label =
        correction != null
            ? correction.label()
            : contribution.score() == null ? contribution.label() : contribution.score().label();
    return label == contribution.label() ? this : with(contribution.labelled(label));
  }

  /**
   * What {@code scored-mentions} should say; null where nothing is known of the score, or the
   * mention is no more.
   */
  public ScoredMention published() {
    if (contribution == null || contribution.score() == null) {
      return null;
    }
    var score = contribution.score();
    return correction == null
        ? score
        : new ScoredMention(
            score.schemaVersion(),
            score.workspace(),
            score.mentionId(),
            score.revision(),
            correction.label(),
            score.probabilities(),
            score.model(),
            CERTAIN,
            score.emotion(),
            score.irony(),
            score.offensive(),
            score.words(),
            score.targets(),
            correction.correctedAt(),
            score.label(),
            score.monitors(),
            score.createdAt());
  }

  /** Whether the mention was erased, and its revision alone is remembered. */
  boolean isErased() {
    return contribution != null && !contribution.counts();
  }
}
