package dev.bellwether.contracts.monitor;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * A product of a monitor's brand, or a side of it that people judge by itself, such as its camera.
 *
 * @param name as people write it
 * @param aliases other names of it
 */
public record Product(@JsonProperty(required = true) String name, List<String> aliases) {

  public Product {
    aliases = aliases == null ? List.of() : List.copyOf(aliases);
  }
}
