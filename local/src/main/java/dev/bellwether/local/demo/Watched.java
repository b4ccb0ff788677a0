package dev.bellwether.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bellwether.local.client.GatewayClient;
import dev.bellwether.local.simulator.AdMarket;
import dev.bellwether.local.simulator.Brand;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A monitor of the demo.
 *
 * @param id as the suite gave it
 */
record Watched(String name, String id) {
  /** Words of the market in the scenario's languages. */
  private static final List<String> MARKET =
      List.of(
          "bottle",
          "bottles",
          "thermos",
          "flask",
          "flasks",
          "hydration",
          "Trinkflasche",
          "Thermoskanne",
          "gourde",
          "termo",
          "botella de agua",
          "garrafa",
          "borraccia",
          "水筒",
          "قارورة",
          "ترمس");

  /** Makes a monitor for each brand, ours first, and one for the market around them. */
  static List<Watched> create(GatewayClient gateway) {
    List<Watched> all = new ArrayList<>();
    for (Brand brand : Brand.ALL) {
      boolean ours = brand.equals(Brand.TERNFELL);
      all.add(
          create(
              gateway,
              Map.of(
                  "name", brand.name(),
                  "keywords", brand.keywords(),
                  "brand", brand.name(),
                  "aliases", brand.products(),
                  "adAccounts", ours ? List.of(AdMarket.ACCOUNT) : List.of())));
    }
    all.add(create(gateway, Map.of("name", "Bottles", "keywords", MARKET)));
    return all;
  }

  private static Watched create(GatewayClient gateway, Map<String, Object> request) {
    JsonNode monitor = gateway.post("/v1/monitors", request);
    return new Watched(monitor.get("name").asText(), monitor.get("id").asText());
  }
}
