package dev.bellwether.gateway.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the gateway itself has to say in the merged document: how to show a key, and how it refuses.
 */
final class GatewayDocument {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final String BEARER = "bearerKey";
  private static final String HEADER = "headerKey";
  private static final String PROBLEM = "Problem";

  private static final Set<String> METHODS =
      Set.of("get", "put", "post", "delete", "options", "head", "patch", "trace");

  private static final Map<String, String> ALWAYS =
      ordered(
          "401", "No key, or one that is malformed, unknown or revoked",
          "502", "The service broke off",
          "503", "The service cannot be reached; see Retry-After",
          "504", "The service did not answer in time");

  private static final Map<String, String> WITH_BODY = ordered("413", "The request is too large");

  private GatewayDocument() {}

  private static Map<String, String> ordered(String... pairs) {
    Map<String, String> map = new LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      map.put(pairs[i], pairs[i + 1]);
    }
    return map;
  }

  /** Sets what stands above the paths. */
  static void head(ObjectNode document, String version) {
    document.put("openapi", "3.1.0");
    document
        .putObject("info")
        .put("title", "Bellwether API")
        .put(
            "description",
            "Mentions, sentiment, trends and budget plans of one workspace: that of the key.")
        .put("version", version)
        .putObject("license")
        .put("name", "Apache-2.0")
        .put("identifier", "Apache-2.0");
    document.putArray("servers").addObject().put("url", "/");
    document.set("security", security(Set.of()));
  }

  /**
   * Adds to every operation the key it needs, with the scopes that its service asks for, and the
   * gateway's refusals.
   */
  static ObjectNode guarded(ObjectNode paths) {
    for (JsonNode path : paths) {
      for (Entry<String, JsonNode> entry : path.properties()) {
        if (METHODS.contains(entry.getKey()) && entry.getValue() instanceof ObjectNode operation) {
          guard(operation);
        }
      }
    }
    return paths;
  }

  private static void guard(ObjectNode operation) {
    operation.set("security", security(scopes(operation.path("security"))));
    ObjectNode responses = operation.withObjectProperty("responses");
    Map<String, String> refusals = new LinkedHashMap<>(ALWAYS);
    if (operation.has("requestBody")) {
      refusals.putAll(WITH_BODY);
    }
    // A 401 of the service itself cannot reach a caller: the gateway's replaces it
    refusals
        .keySet()
        .forEach(
            status -> {
              if (status.equals("401") || !responses.has(status)) {
                responses
                    .putObject(status)
                    .put("$ref", "#/components/responses/" + responseName(status));
              }
            });
  }

  private static Set<String> scopes(JsonNode security) {
    Set<String> scopes = new TreeSet<>();
    security.forEach(
        choice -> choice.forEach(roles -> roles.forEach(role -> scopes.add(role.asText()))));
    return scopes;
  }

  /**
   * Either of the two headers; role names beside such schemes are what OpenAPI 3.1 allows for
   * scopes.
   */
  private static ArrayNode security(Set<String> scopes) {
    ArrayNode either = NODES.arrayNode();
    for (String scheme : new String[] {BEARER, HEADER}) {
      ArrayNode roles = either.addObject().putArray(scheme);
      scopes.forEach(roles::add);
    }
    return either;
  }

  /** Adds the gateway's own components to those of the services. */
  static ObjectNode components(ObjectNode components) {
    ObjectNode schemes = components.withObjectProperty("securitySchemes");
    schemes
        .putObject(BEARER)
        .put("type", "http")
        .put("scheme", "bearer")
        .put("bearerFormat", "bw_…")
        .put("description", "An API key: bw_ and 43 characters.");
    schemes
        .putObject(HEADER)
        .put("type", "apiKey")
        .put("in", "header")
        .put("name", "X-API-Key")
        .put("description", "The same key, for clients that cannot set Authorization.");
    ObjectNode schemas = components.withObjectProperty("schemas");
    if (!schemas.has(PROBLEM)) {
      schemas.set(PROBLEM, problem());
    }
    ObjectNode responses = components.withObjectProperty("responses");
    ALWAYS.forEach((status, text) -> responses.set(responseName(status), response(text)));
    WITH_BODY.forEach((status, text) -> responses.set(responseName(status), response(text)));
    return components;
  }

  private static String responseName(String status) {
    return "gateway." + status;
  }

  private static ObjectNode response(String description) {
    ObjectNode response = NODES.objectNode().put("description", description);
    response
        .putObject("content")
        .putObject("application/problem+json")
        .putObject("schema")
        .put("$ref", "#/components/schemas/" + PROBLEM);
    return response;
  }

  private static ObjectNode problem() {
    ObjectNode problem =
        NODES
            .objectNode()
            .put("type", "object")
            .put("description", "An error as RFC 9457 writes it.");
    ObjectNode properties = problem.putObject("properties");
    properties.putObject("type").put("type", "string").put("format", "uri-reference");
    properties.putObject("title").put("type", "string");
    properties.putObject("status").put("type", "integer").put("minimum", 400).put("maximum", 599);
    properties.putObject("detail").put("type", "string");
    properties
        .putObject("field")
        .put("type", "string")
        .put("description", "The field or parameter at fault.");
    return problem;
  }
}
