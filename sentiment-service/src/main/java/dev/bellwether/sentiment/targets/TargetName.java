package dev.bellwether.sentiment.targets;

import java.util.List;

/**
 * A brand or product that can be named.
 *
 * @param name as the first monitor that knows it has it
 * @param monitors ids of the monitors that know it, in the order given
 */
record TargetName(String name, List<String> monitors) {

  TargetName {
    monitors = List.copyOf(monitors);
  }
}
