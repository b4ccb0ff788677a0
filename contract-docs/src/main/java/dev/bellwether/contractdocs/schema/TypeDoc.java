package dev.bellwether.contractdocs.schema;

import java.util.Map;

/**
 * The Javadoc of a type, as plain text.
 *
 * @param text without the block tags
 * @param parameters what {@code @param} says, by name
 */
public record TypeDoc(String text, Map<String, String> parameters) {

  public TypeDoc {
    parameters = Map.copyOf(parameters);
  }
}
