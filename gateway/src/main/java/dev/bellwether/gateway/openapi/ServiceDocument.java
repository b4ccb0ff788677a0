package dev.bellwether.gateway.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Map;
import java.util.Map.Entry;

/** Rewrites references inside a service's OpenAPI document when its components get other names. */
final class ServiceDocument {

  static final String COMPONENTS = "#/components/";

  private ServiceDocument() {}

  /**
   * A copy of {@code node} in which every reference named by a key of {@code renames} points to its
   * value. Covers {@code $ref} and the values of a discriminator's mapping, both being whole
   * strings that start with {@code #/components/}.
   */
  static JsonNode renamed(JsonNode node, Map<String, String> renames) {
    return switch (node) {
      case ObjectNode object -> {
        ObjectNode copy = JsonNodeFactory.instance.objectNode();
        object
            .properties()
            .forEach(entry -> copy.set(entry.getKey(), renamed(entry.getValue(), renames)));
        yield copy;
      }
      case ArrayNode array -> {
        ArrayNode copy = JsonNodeFactory.instance.arrayNode();
        array.forEach(element -> copy.add(renamed(element, renames)));
        yield copy;
      }
      case TextNode text when text.textValue().startsWith(COMPONENTS) ->
          TextNode.valueOf(renamed(text.textValue(), renames));
      default -> node;
    };
  }

  private static String renamed(String reference, Map<String, String> renames) {
    // A reference may go on into the component: #/components/schemas/Row/properties/id
    return renames.entrySet().stream()
        .filter(
            rename ->
                reference.equals(rename.getKey()) || reference.startsWith(rename.getKey() + "/"))
        .findFirst()
        .map(rename -> replaceStart(reference, rename))
        .orElse(reference);
  }

  private static String replaceStart(String reference, Entry<String, String> rename) {
    return rename.getValue() + reference.substring(rename.getKey().length());
  }
}
