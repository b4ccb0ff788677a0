package dev.bellwether.campaign.suggestion;

import java.time.Duration;
import java.time.Instant;

/**
 * Whether a storm of negative mentions is on about a monitor. It finds nothing of its own: share
 * and habit are trend-service's. It only holds them against what would cost money: enough mentions,
 * well above the habit, for long enough, and back for long enough before it is over.
 *
 * <p>The habit is kept as it was when the share first leapt, by however few mentions: the
 * detector's expectation follows within minutes, and within hours an episode is its new habit.
 *
 * @param phase where it stands
 * @param at event time of the newest measurement; what is not later changes nothing
 * @param since start of the episode; null while calm
 * @param habit of the episode; null while calm
 * @param latest the measured share that last stood out; null while calm
 * @param lastOut when it last stood out; null while calm
 * @param calmSince since when the share is back; null where it is not, and while calm
 */
public record StormWatch(
    Phase phase,
    Instant at,
    Instant since,
    Double habit,
    ShareInterval latest,
    Instant lastOut,
    Instant calmSince) {

  /** Where a monitor's mood stands. */
  public enum Phase {
    /** Nothing unusual. */
    CALM,
    /** It stands out, not yet for long enough or by enough mentions. */
    GATHERING,
    /** A storm. */
    STORM
  }

  /** Before the first measurement. */
  public static final StormWatch NEW =
      new StormWatch(Phase.CALM, Instant.EPOCH, null, null, null, null, null);

  /** The next state. A measurement that is not newer than the last changes nothing. */
  public StormWatch next(Measurement m, SuggestionRules rules) {
    if (!m.at().isAfter(at)) {
      return this;
    }
    if (phase != Phase.CALM && isForgotten(m.at(), rules)) {
      return calm(at).next(m, rules);
    }
    return switch (phase) {
      case CALM -> leaps(m, rules) ? gathering(m) : calm(m.at());
      case GATHERING -> isBack(m, rules) ? calm(m.at()) : gathered(m, rules);
      case STORM -> storm(m, rules);
    };
  }

  /** The same at a later time, without a measurement: what is long silent is over. */
  public StormWatch at(Instant now, SuggestionRules rules) {
    return phase != Phase.CALM && now.isAfter(at) && isForgotten(now, rules) ? calm(at) : this;
  }

  public boolean storming() {
    return phase == Phase.STORM;
  }

  /** When the storm is over if nothing more is heard of it; null while calm. */
  public Instant until(SuggestionRules rules) {
    return lastOut == null ? null : lastOut.plus(rules.silentFor());
  }

  /** An episode without news is over; one that does not end is the new habit. */
  private boolean isForgotten(Instant now, SuggestionRules rules) {
    return now.isAfter(lastOut.plus(rules.silentFor())) || now.isAfter(since.plus(rules.longest()));
  }

  private static StormWatch calm(Instant at) {
    return new StormWatch(Phase.CALM, at, null, null, null, null, null);
  }

  private static StormWatch gathering(Measurement m) {
    return new StormWatch(Phase.GATHERING, m.at(), m.at(), m.habit(), m.share(), m.at(), null);
  }

  private StormWatch gathered(Measurement m, SuggestionRules rules) {
    boolean sure =
        m.share().mentions() >= rules.leastMentions()
            && m.share().low() > habit + rules.leastRise();
    boolean lasts = Duration.between(since, m.at()).compareTo(rules.confirmFor()) >= 0;
    boolean out = m.share().share() > habit + rules.leastRise();
    return new StormWatch(
        sure && lasts ? Phase.STORM : Phase.GATHERING,
        m.at(),
        since,
        habit,
        out ? m.share() : latest,
        out ? m.at() : lastOut,
        null);
  }

  private StormWatch storm(Measurement m, SuggestionRules rules) {
    // Half of the rise: a share that swings about the one threshold would come and go
    if (m.share().low() > habit + rules.leastRise() / 2) {
      return new StormWatch(phase, m.at(), since, habit, m.share(), m.at(), null);
    }
    if (!isBack(m, rules)) {
      return new StormWatch(phase, m.at(), since, habit, latest, lastOut, null);
    }
    var back = calmSince == null ? m.at() : calmSince;
    return Duration.between(back, m.at()).compareTo(rules.calmFor()) >= 0
        ? calm(m.at())
        : new StormWatch(phase, m.at(), since, habit, latest, lastOut, back);
  }

  /**
   * Be the mentions few yet: within minutes the detector's expectation begins to follow, so that
   * what was usual must be kept from now on.
   */
  private static boolean leaps(Measurement m, SuggestionRules rules) {
    return m.habit() != null
        && m.usualHigh() != null
        && m.share().share() > m.usualHigh()
        && m.share().share() > m.habit() + rules.leastRise();
  }

  private boolean isBack(Measurement m, SuggestionRules rules) {
    return m.share().share() < habit + rules.leastRise() / 2;
  }
}
