package dev.bellwether.gateway.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bellwether.gateway.routing.RouteTable;
import dev.bellwether.gateway.upstream.Upstream;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Set;

/**
 * Lays the services' OpenAPI documents together into one. Each brings the paths that the gateway
 * routes to it. A component that two services describe alike is there once; where they differ, the
 * later one is called {@code service.Name} and what refers to it follows. It works on the tree:
 * smallrye's own {@code MergeUtil} lets the last of two equal names win, which would lose schemas,
 * and its model drops what it does not know.
 *
 * <p>One instance makes one document.
 */
final class DocumentMerge {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final String SECURITY_SCHEMES = "securitySchemes";

  private final ObjectNode paths = NODES.objectNode();
  private final ObjectNode components = NODES.objectNode();
  private final Set<String> operationIds = new HashSet<>();

  /** Adds a service's document. */
  DocumentMerge add(Upstream upstream, JsonNode document) {
    Map<String, String> renames = clashes(upstream, document.path("components"));
    JsonNode renamed = ServiceDocument.renamed(document, renames);
    addComponents(renamed.path("components"), renames);
    renamed
        .path("paths")
        .properties()
        .forEach(
            path -> {
              if (RouteTable.upstreamOf(path.getKey()).filter(upstream::equals).isPresent()) {
                paths.set(path.getKey(), keepIdsApart(upstream, (ObjectNode) path.getValue()));
              }
            });
    return this;
  }

  /** The document: paths of all services under the gateway's own head, security and problems. */
  ObjectNode document(String version) {
    ObjectNode document = NODES.objectNode();
    GatewayDocument.head(document, version);
    AuditDocument.addTo(paths, components);
    PhrasesDocument.addTo(paths);
    document.set("paths", GatewayDocument.guarded(paths));
    document.set("components", GatewayDocument.components(components));
    return document;
  }

  /**
   * Which components must be called otherwise. Renaming one changes those that refer to it, which
   * may then differ as well: so it goes on until nothing new differs.
   */
  private Map<String, String> clashes(Upstream upstream, JsonNode added) {
    Map<String, String> renames = new LinkedHashMap<>();
    int known;
    do {
      known = renames.size();
      for (Entry<String, JsonNode> section : added.properties()) {
        for (Entry<String, JsonNode> component : section.getValue().properties()) {
          JsonNode present = components.path(section.getKey()).path(component.getKey());
          if (!present.isMissingNode()
              && !present.equals(ServiceDocument.renamed(component.getValue(), renames))) {
            String start = ServiceDocument.COMPONENTS + section.getKey() + "/";
            renames.put(
                start + component.getKey(), start + upstream.label() + "." + component.getKey());
          }
        }
      }
    } while (renames.size() > known);
    return renames;
  }

  private void addComponents(JsonNode added, Map<String, String> renames) {
    for (Entry<String, JsonNode> section : added.properties()) {
      if (section.getKey().equals(SECURITY_SCHEMES)) {
        // How a service verifies the gateway is no business of a caller
        continue;
      }
      ObjectNode target = components.withObjectProperty(section.getKey());
      String start = ServiceDocument.COMPONENTS + section.getKey() + "/";
      section
          .getValue()
          .properties()
          .forEach(
              component -> {
                String reference = start + component.getKey();
                String name = renames.getOrDefault(reference, reference).substring(start.length());
                target.set(name, component.getValue());
              });
    }
  }

  /** Operation ids must be unique in a document: generators make method names of them. */
  private ObjectNode keepIdsApart(Upstream upstream, ObjectNode path) {
    for (JsonNode operation : path) {
      String id = operation.path("operationId").asText();
      if (!id.isEmpty() && !operationIds.add(id)) {
        String other = upstream.label() + "_" + id;
        operationIds.add(other);
        ((ObjectNode) operation).put("operationId", other);
      }
    }
    return path;
  }
}
