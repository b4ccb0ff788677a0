package dev.bellwether.contractdocs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bellwether.contractdocs.compatibility.Difference;
import dev.bellwether.contractdocs.compatibility.Difference.Breaking;
import dev.bellwether.contractdocs.compatibility.Difference.Compatible;
import dev.bellwether.contractdocs.compatibility.SchemaComparison;
import dev.bellwether.contracts.kafka.EventTypes;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Real schemas, changed at random places in known ways. */
class SchemaComparisonTest {

  /** Changes one object schema or one field's schema; false where the place has no room for it. */
  private enum Mutation {
    NEW_OPTIONAL_FIELD(true) {
      @Override
      boolean apply(ObjectNode object, String field, Random random) {
        properties(object).putObject("invented" + random.nextInt(1000)).put("type", "string");
        return true;
      }
    },
    OTHER_WORDS(true) {
      @Override
      boolean apply(ObjectNode object, String field, Random random) {
        schema(object, field).put("description", "said better");
        return true;
      }
    },
    VALUES_IN_ANOTHER_ORDER(true) {
      @Override
      boolean apply(ObjectNode object, String field, Random random) {
        if (!(schema(object, field).get("enum") instanceof ArrayNode values)) {
          return false;
        }
        values.add(values.remove(0));
        return true;
      }
    },
    FIELD_GONE(false) {
      @Override
      boolean apply(ObjectNode object, String field, Random random) {
        properties(object).remove(field);
        setRequired(object, field, false);
        return true;
      }
    },
    FIELD_RENAMED(false) {
      @Override
      boolean apply(ObjectNode object, String field, Random random) {
        properties(object).set(field + "New", properties(object).remove(field));
        if (setRequired(object, field, false)) {
          setRequired(object, field + "New", true);
        }
        return true;
      }
    },
    NEW_REQUIRED_FIELD(false) {
      @Override
      boolean apply(ObjectNode object, String field, Random random) {
        properties(object).putObject("invented").put("type", "string");
        return setRequired(object, "invented", true);
      }
    },
    TURNED_OPTIONAL(false) {
      @Override
      boolean apply(ObjectNode object, String field, Random random) {
        return setRequired(object, field, false);
      }
    },
    TURNED_REQUIRED(false) {
      @Override
      boolean apply(ObjectNode object, String field, Random random) {
        return !isRequired(object, field) && setRequired(object, field, true);
      }
    },
    OTHER_TYPE(false) {
      @Override
      boolean apply(ObjectNode object, String field, Random random) {
        var schema = schema(object, field);
        schema.put("type", schema.get("type").asText().equals("boolean") ? "string" : "boolean");
        return true;
      }
    },
    OTHER_FORMAT(false) {
      @Override
      boolean apply(ObjectNode object, String field, Random random) {
        schema(object, field).put("format", "invented");
        return true;
      }
    },
    VALUE_GONE(false) {
      @Override
      boolean apply(ObjectNode object, String field, Random random) {
        if (!(schema(object, field).get("enum") instanceof ArrayNode values)) {
          return false;
        }
        values.remove(random.nextInt(values.size()));
        return true;
      }
    },
    NEW_VALUE(false) {
      @Override
      boolean apply(ObjectNode object, String field, Random random) {
        if (!(schema(object, field).get("enum") instanceof ArrayNode values)) {
          return false;
        }
        values.add("invented");
        return true;
      }
    },
    NEW_LIMIT(false) {
      @Override
      boolean apply(ObjectNode object, String field, Random random) {
        schema(object, field).put("maxLength", 10);
        return true;
      }
    };

    private final boolean compatible;

    Mutation(boolean compatible) {
      this.compatible = compatible;
    }

    abstract boolean apply(ObjectNode object, String field, Random random);

    private static ObjectNode properties(ObjectNode object) {
      return (ObjectNode) object.get("properties");
    }

    private static ObjectNode schema(ObjectNode object, String field) {
      return (ObjectNode) properties(object).get(field);
    }

    private static boolean isRequired(ObjectNode object, String field) {
      return texts(object.path("required")).contains(field);
    }

    /** Returns whether that changed anything. */
    private static boolean setRequired(ObjectNode object, String field, boolean required) {
      var names = texts(object.path("required"));
      boolean changed = required ? names.add(field) : names.remove(field);
      var array = object.putArray("required");
      names.forEach(array::add);
      return changed;
    }

    private static List<String> texts(JsonNode array) {
      var texts = new ArrayList<String>();
      array.forEach(text -> texts.add(text.asText()));
      return texts;
    }
  }

  @Property(tries = 300)
  void aSchemaEqualsItself(@ForAll("seeds") long seed) {
    var schema = anySchema(new Random(seed));
    assertEquals(List.of(), SchemaComparison.of(schema, schema.deepCopy()));
  }

  @Property(tries = 1000)
  void changesThatBreakNobodyAreAllCompatible(@ForAll("seeds") long seed) {
    var random = new Random(seed);
    var released = anySchema(random);
    var current = released.deepCopy();
    IntStream.range(0, 1 + random.nextInt(5)).forEach(i -> mutate(current, random, true));
    var differences = SchemaComparison.of(released, current);
    assertTrue(differences.stream().allMatch(Compatible.class::isInstance), differences::toString);
    assertEquals(
        inOneOrder(released).equals(inOneOrder(current)), differences.isEmpty(), "what was seen");
  }

  @Property(tries = 1000)
  void oneBreakingChangeIsFoundAmongAnyOthers(@ForAll("seeds") long seed) {
    var random = new Random(seed);
    var released = anySchema(random);
    var current = released.deepCopy();
    IntStream.range(0, random.nextInt(4)).forEach(i -> mutate(current, random, true));
    while (!mutate(current, random, false)) {
      // the place had no room for that change: another
    }
    List<Difference> differences = SchemaComparison.of(released, current);
    assertTrue(differences.stream().anyMatch(Breaking.class::isInstance), differences::toString);
  }

  @Provide
  Arbitrary<Long> seeds() {
    return Arbitraries.longs();
  }

  /** The order of an enumeration's values says nothing. */
  private static JsonNode inOneOrder(ObjectNode schema) {
    var sorted = schema.deepCopy();
    for (var parent : sorted.findParents("enum")) {
      var values = new TreeSet<String>();
      parent.get("enum").forEach(value -> values.add(value.asText()));
      var array = ((ObjectNode) parent).putArray("enum");
      values.forEach(array::add);
    }
    return sorted;
  }

  private static ObjectNode anySchema(Random random) {
    var events = EventTypes.ALL;
    return Repository.schemaOf(events.get(random.nextInt(events.size())));
  }

  /** Returns whether anything was changed. */
  private static boolean mutate(ObjectNode schema, Random random, boolean compatible) {
    var objects = new ArrayList<ObjectNode>();
    collectObjects(schema, objects);
    var object = objects.get(random.nextInt(objects.size()));
    var fields = new ArrayList<String>();
    object.get("properties").fieldNames().forEachRemaining(fields::add);
    fields.removeIf(name -> name.startsWith("invented"));
    var mutations =
        List.of(Mutation.values()).stream().filter(m -> m.compatible == compatible).toList();
    return mutations
        .get(random.nextInt(mutations.size()))
        .apply(object, fields.get(random.nextInt(fields.size())), random);
  }

  private static void collectObjects(JsonNode schema, List<ObjectNode> found) {
    if (schema instanceof ObjectNode object && object.path("properties").isObject()) {
      found.add(object);
    }
    schema.forEach(inner -> collectObjects(inner, found));
  }
}
