package dev.bellwether.campaign.decision.history;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Map;

/**
 * One thing that happened to a plan.
 *
 * @param by subject of the key that did it; null where the service did
 * @param note in the words of who did it; null where nothing was said
 * @param otherPlan the plan it came of; null where it came of none
 * @param detail what changed, by name; empty where {@code what} says it all
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record HistoryEntry(
    Instant at,
    String by,
    Happening what,
    String note,
    String otherPlan,
    Map<String, String> detail) {

  public HistoryEntry {
    detail = Map.copyOf(detail);
  }

  public HistoryEntry(Instant at, String by, Happening what, Map<String, String> detail) {
    this(at, by, what, null, null, detail);
  }
}
