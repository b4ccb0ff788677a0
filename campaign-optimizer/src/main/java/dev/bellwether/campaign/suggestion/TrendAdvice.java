package dev.bellwether.campaign.suggestion;

import dev.bellwether.contracts.trend.TrendState;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What a rising trend in a good or neutral mood asks for: money where people look already. */
public final class TrendAdvice {

  /** Trend-service's name for a swell that no words explain. */
  private static final String VOLUME = "*";

  private TrendAdvice() {}

  /**
   * Empty where the trend does not rise, is too small, is long silent, or too many of its mentions
   * are negative.
   *
   * @param now event time
   * @param shown what is suggested already, or null: then it need only go on and not turn, and the
   *     share stays
   */
  public static Optional<Advice> of(
      BrandLink link, Topic trend, Advice shown, Instant now, SuggestionRules rules) {
    boolean open = shown != null;
    if (open && trend.state() == TrendState.FADING && !hasFaded(trend, shown, now, rules)) {
      return Optional.of(shown);
    }
    var mood = trend.mood();
    var until = trend.lastSeenAt().plus(rules.silentFor());
    if (mood == null
        || until.isBefore(now)
        || trend.terms().contains(VOLUME)
        || !goesOn(trend.state(), open)) {
      return Optional.empty();
    }
    long scored = mood.negative() + mood.neutral() + mood.positive();
    if (scored == 0 || mood.negative() < 0 || mood.neutral() < 0 || mood.positive() < 0) {
      return Optional.empty();
    }
    var negative = ShareInterval.of((double) mood.negative() / scored, scored);
    boolean good =
        open
            ? negative.share() <= rules.mostNegative()
            : scored >= rules.leastMentions() && negative.high() <= rules.mostNegative();
    double share = open ? shown.shift() : rules.mostShifted() * excess(trend);
    if (!good || !(share > 0)) {
      return Optional.empty();
    }
    var evidence = Evidence.of(trend.startedAt(), negative, null, trend);
    return Optional.of(
        new Advice(
            SuggestionKind.SHIFT,
            Advice.topicOf(trend.id()),
            trend.lastSeenAt(),
            until,
            Wording.shift(link, evidence, share),
            evidence,
            null,
            share,
            List.of(),
            List.of()));
  }

  /**
   * The advice with the lines the trend touches; empty where it touches none, or all of them, so
   * that nobody could give. The share is cut to what those lines can take and the others can give.
   */
  public static Optional<Advice> on(
      Advice advice, BrandLink link, Topic trend, List<AdLine> lines, SuggestionRules rules) {
    var touched = Promoted.touched(link, trend, lines);
    double day = lines.stream().mapToDouble(AdLine::todayMicros).sum();
    double theirs = touched.stream().mapToDouble(AdLine::todayMicros).sum();
    if (touched.isEmpty() || !(day > 0)) {
      return Optional.empty();
    }
    double share =
        Math.min(
            advice.shift(),
            Math.min(rules.mostGrowth() * theirs, rules.mostTaken() * (day - theirs)) / day);
    if (!(share > 0)) {
      return Optional.empty();
    }
    return Optional.of(
        new Advice(
            advice.kind(),
            advice.topic(),
            advice.at(),
            advice.until(),
            Wording.shift(link, advice.evidence(), share),
            advice.evidence(),
            null,
            share,
            touched,
            List.of()));
  }

  private static boolean goesOn(TrendState state, boolean open) {
    return switch (state) {
      case RISING, BACK -> true;
      case STEADY -> open;
      case FADING, ENDED -> false;
    };
  }

  /** From hour to hour a trend rises and fades by turns; an hour of it is no end. */
  private static boolean hasFaded(Topic trend, Advice shown, Instant now, SuggestionRules rules) {
    var over = shown.at().plus(rules.calmFor());
    return now.isAfter(over) || trend.lastSeenAt().isAfter(over);
  }

  /** Share of the trend's mentions that its habit does not explain: 0 to 1. */
  private static double excess(Topic trend) {
    return trend.perHour() > 0
        ? Math.clamp(1 - trend.expectedPerHour() / trend.perHour(), 0, 1)
        : 0;
  }
}
