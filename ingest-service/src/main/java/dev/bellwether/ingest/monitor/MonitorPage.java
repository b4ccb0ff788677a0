package dev.bellwether.ingest.monitor;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.bellwether.contracts.monitor.Monitor;
import java.util.List;

/**
 * Monitors, oldest first.
 *
 * @param next cursor of the following page, or null after the last
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record MonitorPage(List<Monitor> monitors, String next) {

  public MonitorPage {
    monitors = List.copyOf(monitors);
  }
}
