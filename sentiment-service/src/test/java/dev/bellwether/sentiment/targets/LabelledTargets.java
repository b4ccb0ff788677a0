package dev.bellwether.sentiment.targets;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.bellwether.contracts.monitor.Product;
import dev.bellwether.contracts.sentiment.SentimentLabel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A written post and what its author feels towards each target; see {@code
 * docs/targets-labelling.md}.
 *
 * @param targets as a monitor holds them
 * @param labels by the target's name
 */
record LabelledTargets(
    String id, String text, List<Product> targets, Map<String, SentimentLabel> labels) {

  /** What methods are built and tuned on. */
  static final String DEVELOP = "develop.jsonl";

  /** What is reported; nothing is chosen on it. */
  static final String EVALUATE = "evaluate.jsonl";

  static List<LabelledTargets> read(String file) {
    var json = new ObjectMapper();
    try (var in = LabelledTargets.class.getResourceAsStream("/targets/" + file)) {
      var posts = new ArrayList<LabelledTargets>();
      for (var line : new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList()) {
        posts.add(of(json.readTree(line)));
      }
      return posts;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static LabelledTargets of(JsonNode post) {
    var targets = new ArrayList<Product>();
    var labels = new LinkedHashMap<String, SentimentLabel>();
    for (var target : post.get("targets")) {
      var aliases = new ArrayList<String>();
      target.get("aliases").forEach(alias -> aliases.add(alias.asText()));
      var name = target.get("name").asText();
      targets.add(new Product(name, aliases));
      labels.put(
          name, SentimentLabel.valueOf(target.get("label").asText().toUpperCase(Locale.ROOT)));
    }
    return new LabelledTargets(post.get("id").asText(), post.get("text").asText(), targets, labels);
  }

  boolean labelsDiffer() {
    return labels.values().stream().distinct().count() > 1;
  }
}
