package dev.bellwether.trend.alerting.delivery;

import java.util.List;

/**
 * People's mailboxes.
 *
 * @param to 1 to 20 addresses
 */
public record EmailTarget(List<String> to) implements Target {

  public EmailTarget {
    to = List.copyOf(to);
  }

  @Override
  public String toString() {
    return "EmailTarget[" + to.size() + "]";
  }
}
