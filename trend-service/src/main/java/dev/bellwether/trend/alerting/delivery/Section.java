package dev.bellwether.trend.alerting.delivery;

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

  /** An alert has one. */
  static List<Section> of(AlertMessage message) {
    return List.of(new Section(null, message.text().lines().toList()));
  }
}
