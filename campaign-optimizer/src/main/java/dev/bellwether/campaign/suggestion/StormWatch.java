package dev.bellwether.campaign.suggestion;

import java.time.Duration;
import java.time.Instant;

/**
 * Whether a storm of negative mentions is on about a monitor. It finds nothing of its own: share
 * and habit are trend-service's. It only holds them against what would cost money: enough mentions,
 * well above the habit, for long enough, and back for long enough before it is over.
 *
 * <p>The habit is kept as it was when the share first stood out, since the detector takes an
 * episode of some hours for the new habit.
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
    /** It stands out, not yet for long enough. */
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
      case CALM -> standsOut(m, rules) ? gathering(m, rules) : calm(m.at());
      case GATHERING -> standsOut(m, rules) ? grown(m, rules) : calm(m.at());
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

  private static StormWatch gathering(Measurement m, SuggestionRules rules) {
    var phase = rules.confirmFor().isZero() ? Phase.STORM : Phase.GATHERING;
    return new StormWatch(phase, m.at(), m.at(), m.habit(), m.share(), m.at(), null);
  }

  private StormWatch grown(Measurement m, SuggestionRules rules) {
    boolean confirmed = Duration.between(since, m.at()).compareTo(rules.confirmFor()) >= 0;
    var next = confirmed ? Phase.STORM : Phase.GATHERING;
    return new StormWatch(next, m.at(), since, habit, m.share(), m.at(), null);
  }

  private StormWatch storm(Measurement m, SuggestionRules rules) {
    if (standsOut(m, rules)) {
      return new StormWatch(phase, m.at(), since, habit, m.share(), m.at(), null);
    }
    // Half of the rise: a share that swings about the one threshold would come and go
    if (m.share().share() >= habit + rules.leastRise() / 2) {
      return new StormWatch(phase, m.at(), since, habit, latest, lastOut, null);
    }
    var back = calmSince == null ? m.at() : calmSince;
    return Duration.between(back, m.at()).compareTo(rules.calmFor()) >= 0
        ? calm(m.at())
        : new StormWatch(phase, m.at(), since, habit, latest, lastOut, back);
  }

  private boolean standsOut(Measurement m, SuggestionRules rules) {
    var share = m.share();
    if (share.mentions() < rules.leastMentions()) {
      return false;
    }
    if (phase != Phase.CALM) {
      return share.low() > habit + rules.leastRise();
    }
    return m.habit() != null
        && m.usualHigh() != null
        && share.low() > m.habit() + rules.leastRise()
        && share.share() > m.usualHigh();
  }
}
