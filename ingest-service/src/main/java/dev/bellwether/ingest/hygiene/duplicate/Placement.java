package dev.bellwether.ingest.hygiene.duplicate;

/**
 * Where a text belongs.
 *
 * @param cluster 16 hexadecimal digits that all near copies share; says nothing of the text
 * @param copy whether an earlier mention of the cluster was known
 */
public record Placement(String cluster, boolean copy) {

  static Placement of(long cluster, boolean copy) {
    return new Placement("%016x".formatted(cluster), copy);
  }
}
