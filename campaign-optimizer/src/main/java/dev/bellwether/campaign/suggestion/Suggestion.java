package dev.bellwether.campaign.suggestion;

import java.time.Instant;
import java.util.List;

/**
 * A suggestion as it now is: an advice, to whom, and what became of it.
 *
 * @param workspace whose it is
 * @param account the ad account it is for
 * @param monitor the monitor it comes from
 * @param openedAt when it was made (wall clock)
 * @param changes every change of its state, the first first
 */
public record Suggestion(
    String workspace,
    String id,
    String account,
    String monitor,
    SuggestionState state,
    Instant openedAt,
    Advice advice,
    List<Change> changes) {

  /** Who stands for what the service itself does. */
  public static final String SYSTEM = "bellwether";

  /**
   * That a state began.
   *
   * @param at wall clock
   * @param by subject of the key that decided, or {@link #SYSTEM}
   * @param note why; null where nothing was said
   * @param plan id of the plan that was made of it; null where none was
   */
  public record Change(SuggestionState state, Instant at, String by, String note, String plan) {}

  public Suggestion {
    changes = List.copyOf(changes);
  }
}
