package dev.bellwether.contracts.monitor;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * A brand that a monitor's own brand is compared with.
 *
 * @param name as people write it
 * @param aliases other names of it
 */
public record Competitor(@JsonProperty(required = true) String name, List<String> aliases) {

  public Competitor {
    aliases = aliases == null ? List.of() : List.copyOf(aliases);
  }
}
