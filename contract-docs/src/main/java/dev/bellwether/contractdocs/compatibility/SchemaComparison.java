package dev.bellwether.contractdocs.compatibility;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bellwether.contractdocs.compatibility.Difference.Breaking;
import dev.bellwether.contractdocs.compatibility.Difference.Compatible;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Compares a schema with its released form, in both directions: a compacted topic holds events of
 * every age, and during an upgrade old readers read what new writers write. So a field may be added
 * if it is optional; everything else that changes what is valid is breaking. That includes a new
 * value of an enumeration: readers bind to Java enums and refuse what they do not know.
 */
public final class SchemaComparison {

  /** Keywords that say something to people only. */
  private static final Set<String> FOR_PEOPLE =
      Set.of("title", "description", "examples", "$comment", "$id");

  /** Keywords with rules of their own. */
  private static final Set<String> WITH_RULES = Set.of("properties", "required", "items", "enum");

  private final List<Difference> differences = new ArrayList<>();

  private SchemaComparison() {}

  /**
   * All differences; empty where the schemas mean and say the same. References are not followed:
   * the schemas are whole.
   */
  public static List<Difference> of(JsonNode released, JsonNode current) {
    var comparison = new SchemaComparison();
    comparison.compare("", released, current);
    return List.copyOf(comparison.differences);
  }

  private void compare(String path, JsonNode released, JsonNode current) {
    compareProperties(path, released, current);
    compareRequired(path, released, current);
    compareEnumeration(path, released.path("enum"), current.path("enum"));
    if (released.has("items") && current.has("items")) {
      compare(path + "/*", released.get("items"), current.get("items"));
    } else if (released.has("items") != current.has("items")) {
      breaking(path, "what the items are is " + (current.has("items") ? "new" : "gone"));
    }
    for (var keyword : union(released, current)) {
      compareKeyword(path, keyword, released.path(keyword), current.path(keyword));
    }
  }

  private void compareKeyword(String path, String keyword, JsonNode before, JsonNode after) {
    if (WITH_RULES.contains(keyword) || before.equals(after)) {
      return;
    }
    if (FOR_PEOPLE.contains(keyword)) {
      differences.add(new Compatible(path, keyword + " reads differently"));
    } else {
      breaking(path, "%s was %s and is %s".formatted(keyword, shown(before), shown(after)));
    }
  }

  private void compareProperties(String path, JsonNode released, JsonNode current) {
    var before = released.path("properties");
    var after = current.path("properties");
    var required = texts(current.path("required"));
    for (var name : union(before, after)) {
      var field = path + "/" + name.replace("~", "~0").replace("/", "~1");
      if (!after.has(name)) {
        breaking(field, "the field is gone, or has another name");
      } else if (before.has(name)) {
        compare(field, before.get(name), after.get(name));
      } else if (required.contains(name)) {
        breaking(field, "the field is new and required: events written before lack it");
      } else {
        differences.add(new Compatible(field, "the field is new and optional"));
      }
    }
  }

  private void compareRequired(String path, JsonNode released, JsonNode current) {
    var before = texts(released.path("required"));
    var after = texts(current.path("required"));
    for (var name : before) {
      if (!after.contains(name) && current.path("properties").has(name)) {
        breaking(path + "/" + name, "the field was required and is optional: readers rely on it");
      }
    }
    for (var name : after) {
      if (!before.contains(name) && released.path("properties").has(name)) {
        breaking(path + "/" + name, "the field was optional and is required: events may lack it");
      }
    }
  }

  private void compareEnumeration(String path, JsonNode released, JsonNode current) {
    if (released.isMissingNode() != current.isMissingNode()) {
      breaking(path, "the list of values is " + (current.isMissingNode() ? "gone" : "new"));
      return;
    }
    var before = new LinkedHashSet<JsonNode>();
    released.forEach(before::add);
    var after = new LinkedHashSet<JsonNode>();
    current.forEach(after::add);
    for (var value : before) {
      if (!after.contains(value)) {
        breaking(path, "the value " + value + " is gone: events hold it");
      }
    }
    for (var value : after) {
      if (!before.contains(value)) {
        breaking(path, "the value " + value + " is new: readers refuse values they do not know");
      }
    }
  }

  private void breaking(String path, String what) {
    differences.add(new Breaking(path, what));
  }

  private static String shown(JsonNode keyword) {
    return keyword.isMissingNode() ? "not there" : keyword.toString();
  }

  private static Set<String> union(JsonNode one, JsonNode other) {
    var names = new LinkedHashSet<String>();
    one.fieldNames().forEachRemaining(names::add);
    other.fieldNames().forEachRemaining(names::add);
    return names;
  }

  private static Set<String> texts(JsonNode array) {
    var texts = new HashSet<String>();
    array.forEach(text -> texts.add(text.asText()));
    return texts;
  }
}
