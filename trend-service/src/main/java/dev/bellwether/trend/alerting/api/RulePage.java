package dev.bellwether.trend.alerting.api;

import java.util.List;

/** Rules, oldest first. */
public record RulePage(List<RuleView> rules) {

  public RulePage {
    rules = List.copyOf(rules);
  }
}
