package dev.bellwether.campaign.decision.api;

import dev.bellwether.campaign.decision.history.HistoryEntry;
import java.util.List;

/**
 * What happened to a plan.
 *
 * @param entries the oldest first
 */
public record PlanHistoryView(List<HistoryEntry> entries) {

  public PlanHistoryView {
    entries = List.copyOf(entries);
  }
}
