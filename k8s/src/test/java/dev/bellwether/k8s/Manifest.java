package dev.bellwether.k8s;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** One object of Kubernetes as it stands in a file. */
record Manifest(JsonNode json) {

  private static final YAMLMapper YAML = new YAMLMapper();

  /** The objects of a file of several documents, the empty ones left out. */
  static List<Manifest> parse(String yaml) {
    var manifests = new ArrayList<Manifest>();
    try (var documents = YAML.readerFor(JsonNode.class).<JsonNode>readValues(yaml)) {
      documents.forEachRemaining(
          document -> {
            if (document.isObject()) {
              manifests.add(new Manifest(document));
            }
          });
    } catch (IOException e) {
      throw new IllegalArgumentException("no YAML: " + e.getMessage(), e);
    }
    return manifests;
  }

  /** {@code values} with those of {@code over} in their place, at any depth. */
  static String merged(String values, String over) {
    try {
      JsonNode merged = YAML.readerForUpdating(YAML.readTree(values)).readValue(over);
      return YAML.writeValueAsString(merged);
    } catch (IOException e) {
      throw new IllegalArgumentException("no YAML: " + e.getMessage(), e);
    }
  }

  String kind() {
    return json.path("kind").asText();
  }

  String name() {
    return json.path("metadata").path("name").asText();
  }

  String what() {
    return kind() + " " + name();
  }

  boolean isWorkload() {
    return List.of("Deployment", "StatefulSet", "Job").contains(kind());
  }

  JsonNode spec() {
    return json.path("spec");
  }

  JsonNode pod() {
    return spec().path("template").path("spec");
  }

  Map<String, String> podLabels() {
    return strings(spec().path("template").path("metadata").path("labels"));
  }

  Stream<JsonNode> containers() {
    return Stream.concat(
        elements(pod().path("initContainers")), elements(pod().path("containers")));
  }

  /** Of a workload's first container: the variables by name, each as it stands. */
  Map<String, JsonNode> environment() {
    var variables = new TreeMap<String, JsonNode>();
    elements(pod().path("containers").path(0).path("env"))
        .forEach(variable -> variables.put(variable.path("name").asText(), variable));
    return variables;
  }

  static Stream<JsonNode> elements(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false);
  }

  static Map<String, String> strings(JsonNode object) {
    var strings = new TreeMap<String, String>();
    object.properties().forEach(field -> strings.put(field.getKey(), field.getValue().asText()));
    return strings;
  }
}
