package dev.bellwether.campaign.suggestion;

import java.util.Optional;

/**
 * What becomes of one place for a suggestion, which is an account, a monitor and a topic: at most
 * one is open in it, the same matter is not put twice, and what has lost its reason lapses.
 */
public final class Desk {

  private Desk() {}

  /** What is to be done. */
  public sealed interface Step {}

  /** Put a new one. */
  public record Open(Advice advice) implements Step {}

  /** The open one, with newer figures. */
  public record Update(Advice advice) implements Step {}

  /** Take the open one away. */
  public record Lapse() implements Step {}

  /** Leave everything as it is. */
  public record Nothing() implements Step {}

  /**
   * The next step.
   *
   * @param last the newest suggestion of the place, open or not; empty where there was none
   * @param wanted what should be suggested now; empty where nothing should
   */
  public static Step next(
      Optional<Suggestion> last, Optional<Advice> wanted, SuggestionRules rules) {
    if (last.isPresent() && last.get().state() == SuggestionState.OPEN) {
      return wanted.map(advice -> update(last.get(), advice)).orElseGet(Lapse::new);
    }
    return wanted
        .filter(advice -> last.isEmpty() || mayFollow(last.get(), advice, rules))
        .<Step>map(Open::new)
        .orElseGet(Nothing::new);
  }

  /** Whether anything may be put that is not there yet: saves reading what it would be for. */
  public static boolean mayOpen(
      Optional<Suggestion> last, Advice withoutLines, SuggestionRules rules) {
    return last.isEmpty()
        || last.get().state() != SuggestionState.OPEN && mayFollow(last.get(), withoutLines, rules);
  }

  /** What a person was shown keeps its lines; what is not newer changes nothing. */
  private static Step update(Suggestion open, Advice advice) {
    var shown = open.advice();
    if (!advice.at().isAfter(shown.at())) {
      return new Nothing();
    }
    return new Update(advice.on(shown.lines()));
  }

  private static boolean mayFollow(Suggestion last, Advice advice, SuggestionRules rules) {
    var before = last.advice();
    boolean sameMatter = before.evidence().since().equals(advice.evidence().since());
    boolean cooling = advice.at().isBefore(before.at().plus(rules.coolDown()));
    return switch (last.state()) {
      case OPEN -> false;
      case ACCEPTED -> !sameMatter || harder(before.kind(), advice.kind());
      case DISMISSED -> !sameMatter && !cooling;
      case LAPSED -> advice.kind() != SuggestionKind.SHIFT || !cooling;
    };
  }

  /** A storm that had lines lowered may still become one that should have them paused. */
  private static boolean harder(SuggestionKind before, SuggestionKind now) {
    return before == SuggestionKind.LOWER && now == SuggestionKind.PAUSE;
  }
}
