package dev.bellwether.trend.alerting.wording;

import java.util.List;

/**
 * A part of a message as people read it; plain text.
 *
 * @param heading null where it needs none
 * @param lines each a line
 */
public record Section(String heading, List<String> lines) {

  public Section {
    lines = List.copyOf(lines);
  }
}
