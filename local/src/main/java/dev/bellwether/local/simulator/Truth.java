package dev.bellwether.local.simulator;

import java.util.Set;

/**
 * What is true of a simulated post.
 *
 * @param brands names of the brands it names: what monitors for them should find
 * @param feeling what its writer feels; neutral for spam
 * @param event what made it come about
 * @param language ISO 639-1
 * @param copyOf mention id of the post it repeats, wholly or nearly; null where it is its writer's
 *     own
 */
public record Truth(
    Set<String> brands, Feeling feeling, Event event, String language, String copyOf) {
  public Truth {
    brands = Set.copyOf(brands);
  }
}
