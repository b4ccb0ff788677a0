package dev.bellwether.sentiment.targets;

import dev.bellwether.contracts.monitor.Competitor;
import dev.bellwether.contracts.monitor.Monitor;
import dev.bellwether.contracts.monitor.Product;
import java.util.List;
import java.util.stream.Stream;

/** Monitors with nothing but names. */
final class Monitors {

  private Monitors() {}

  /** One that watches products, each without an alias. */
  static Monitor of(String... products) {
    return of("m", 1, Stream.of(products).map(name -> new Product(name, List.of())).toList());
  }

  static Monitor of(String id, int version, List<Product> products) {
    return brand(id, version, null, List.of(), products, List.of());
  }

  static Monitor brand(
      String id,
      int version,
      String brand,
      List<String> aliases,
      List<Product> products,
      List<Competitor> competitors) {
    return new Monitor(
        1,
        "w",
        id,
        version,
        id,
        null,
        null,
        null,
        brand,
        aliases,
        products,
        competitors,
        null,
        true);
  }
}
