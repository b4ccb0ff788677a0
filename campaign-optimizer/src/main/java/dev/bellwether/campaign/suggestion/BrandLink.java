package dev.bellwether.campaign.suggestion;

import dev.bellwether.contracts.monitor.Monitor;
import java.util.ArrayList;
import java.util.List;

/**
 * What a monitor says about ads: whose they are, and by which names their lines can be told.
 *
 * @param workspace whose it is
 * @param monitor its id
 * @param name for people
 * @param brand its names, the brand's own first; empty where the monitor is about no brand
 * @param products the names of each product
 * @param accounts linked ad accounts; empty for an inactive monitor
 */
public record BrandLink(
    String workspace,
    String monitor,
    String name,
    List<String> brand,
    List<List<String>> products,
    List<String> accounts) {

  public BrandLink {
    brand = List.copyOf(brand);
    products = products.stream().map(List::copyOf).toList();
    accounts = List.copyOf(accounts);
  }

  /** What a monitor says. */
  public static BrandLink of(Monitor monitor) {
    var brand = new ArrayList<String>();
    if (monitor.brand() != null) {
      brand.add(monitor.brand());
    }
    brand.addAll(monitor.aliases());
    var products = new ArrayList<List<String>>();
    monitor
        .products()
        .forEach(
            product -> {
              var names = new ArrayList<>(List.of(product.name()));
              names.addAll(product.aliases());
              products.add(names);
            });
    return new BrandLink(
        monitor.workspace(),
        monitor.id(),
        monitor.name(),
        brand,
        products,
        monitor.active() ? monitor.adAccounts().stream().distinct().toList() : List.of());
  }

  /** The brand's name, or the monitor's where it is about none. */
  public String title() {
    return brand.isEmpty() ? name : brand.getFirst();
  }

  /** All names of the brand and its products. */
  List<String> names() {
    var all = new ArrayList<>(brand);
    products.forEach(all::addAll);
    return all;
  }
}
