package dev.bellwether.sentiment.api;

import java.util.List;

/**
 * Counts of every monitor that has any; without authors.
 *
 * @param all the whole workspace: a mention of two monitors counts once here
 */
public record SummaryView(List<MonitorTotal> monitors, CountsView all) {

  /** A monitor's id and its counts. */
  public record MonitorTotal(String monitor, CountsView total) {}
}
