package dev.bellwether.gateway.openapi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bellwether.gateway.upstream.Upstream;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class DocumentMergeTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  private static JsonNode read(String json) {
    try {
      return JSON.readTree(json.replace('\'', '"'));
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  private static JsonNode document(String path, String operation, String schemas) {
    return read(
        "{'openapi':'3.1.0','paths':{'%s':{'get':%s}},'components':{'schemas':%s,'securitySchemes':{'Inner':{'type':'http'}}}}"
            .formatted(path, operation, schemas));
  }

  private static String answering(String schema) {
    return "{'operationId':'list','security':[{'Inner':['trends:read']}],"
        + "'responses':{'200':{'content':{'application/json':{'schema':{'$ref':'#/components/schemas/%s'}}}}}}"
            .formatted(schema);
  }

  private static ObjectNode merged(JsonNode ingest, JsonNode trend) {
    return new DocumentMerge()
        .add(Upstream.INGEST, ingest)
        .add(Upstream.TREND, trend)
        .document("1");
  }

  /** Every reference of a document that leads nowhere. */
  private static Set<String> dangling(JsonNode document) {
    Set<String> dangling = new TreeSet<>();
    document.findValuesAsText("$ref").stream()
        .filter(reference -> document.at(reference.substring(1)).isMissingNode())
        .forEach(dangling::add);
    return dangling;
  }

  private static String responseSchema(JsonNode document, String path) {
    return document
        .path("paths")
        .path(path)
        .at("/get/responses/200/content/application~1json/schema/$ref")
        .asText();
  }

  @Test
  void identicalSchemasAreThereOnce() {
    String schemas = "{'Row':{'type':'object'}}";
    var document =
        merged(
            document("/v1/mentions", answering("Row"), schemas),
            document("/v1/trends", answering("Row"), schemas));
    assertEquals("#/components/schemas/Row", responseSchema(document, "/v1/mentions"));
    assertEquals("#/components/schemas/Row", responseSchema(document, "/v1/trends"));
    assertFalse(document.at("/components/schemas").has("trend.Row"));
  }

  @Test
  void differingSchemasAreBothKeptAndReferencesFollow() {
    var document =
        merged(
            document("/v1/mentions", answering("Row"), "{'Row':{'type':'object'}}"),
            document("/v1/trends", answering("Row"), "{'Row':{'type':'string'}}"));
    assertEquals("#/components/schemas/Row", responseSchema(document, "/v1/mentions"));
    assertEquals("#/components/schemas/trend.Row", responseSchema(document, "/v1/trends"));
    assertEquals("object", document.at("/components/schemas/Row/type").asText());
    assertEquals("string", document.at("/components/schemas/trend.Row/type").asText());
  }

  @Test
  void aSchemaThatReadsAlikeButRefersToADifferingOneIsKeptApartToo() {
    String page = "'Page':{'items':{'$ref':'#/components/schemas/Row'}}";
    var document =
        merged(
            document("/v1/mentions", answering("Page"), "{" + page + ",'Row':{'type':'object'}}"),
            document("/v1/trends", answering("Page"), "{" + page + ",'Row':{'type':'string'}}"));
    assertEquals("#/components/schemas/trend.Page", responseSchema(document, "/v1/trends"));
    assertEquals(
        "#/components/schemas/trend.Row",
        document.at("/components/schemas/trend.Page/items/$ref").asText());
    assertEquals(
        "#/components/schemas/Row", document.at("/components/schemas/Page/items/$ref").asText());
  }

  @Test
  void aServiceDescribesOnlyThePathsThatAreRoutedToIt() {
    var ingest =
        read(
            "{'paths':{'/v1/mentions':{},'/v1/trends':{'get':{}},'/q/health':{},'/internal':{},'/v1/mentions/{id}':{}}}");
    var document = merged(ingest, read("{'paths':{'/v1/trends':{}}}"));
    var paths = new TreeSet<String>();
    document.path("paths").fieldNames().forEachRemaining(paths::add);
    // and the gateway's own
    assertEquals(
        Set.of(
            "/v1/audit",
            "/v1/mentions",
            "/v1/mentions/{id}",
            "/v1/mentions/{id}/phrases",
            "/v1/trends"),
        paths);
    assertTrue(document.path("paths").path("/v1/trends").isEmpty());
  }

  @Test
  void whatIsBelowAnothersIdsIsDescribedByTheServiceItIsRoutedTo() {
    String path = "/v1/mentions/{id}/sentiment";
    var document =
        new DocumentMerge()
            .add(Upstream.INGEST, read("{'paths':{'" + path + "':{'get':{'summary':'no'}}}}"))
            .add(Upstream.SENTIMENT, read("{'paths':{'" + path + "':{'get':{'summary':'yes'}}}}"))
            .document("1");
    assertEquals("yes", document.path("paths").path(path).at("/get/summary").asText());
  }

  @Test
  void everyOperationNeedsAKeyWithItsScopesAndMayBeRefused() {
    var document =
        merged(
            document("/v1/mentions", answering("Row"), "{'Row':{}}"),
            document("/v1/trends", answering("Row"), "{'Row':{}}"));
    JsonNode get = document.path("paths").path("/v1/trends").path("get");
    assertEquals("trends:read", get.at("/security/0/bearerKey/0").asText());
    assertEquals("trends:read", get.at("/security/1/headerKey/0").asText());
    for (String status : Set.of("401", "502", "503", "504")) {
      assertEquals(
          "#/components/responses/gateway." + status,
          get.at("/responses/" + status + "/$ref").asText());
    }
    assertFalse(get.path("responses").has("413"));
    assertFalse(document.at("/components/securitySchemes").has("Inner"));
    assertEquals(Set.of(), dangling(document));
  }

  @Test
  void operationIdsStayUnique() {
    var document =
        merged(
            document("/v1/mentions", answering("Row"), "{'Row':{}}"),
            document("/v1/trends", answering("Row"), "{'Row':{}}"));
    assertEquals("list", document.at("/paths/~1v1~1mentions/get/operationId").asText());
    assertEquals("trend_list", document.at("/paths/~1v1~1trends/get/operationId").asText());
  }

  /**
   * Two random sets of schemas, each referring to the next in its set: nothing is lost and nothing
   * dangles.
   */
  @Property(tries = 300)
  void noSchemaIsEverLost(
      @ForAll @Size(max = 5) Set<@CharRange(from = 'A', to = 'E') Character> first,
      @ForAll @Size(max = 5) Set<@CharRange(from = 'A', to = 'E') Character> second,
      @ForAll @CharRange(from = 'A', to = 'E') char differing) {
    JsonNode ingest = chain("/v1/mentions", new TreeSet<>(first), '-', "x");
    JsonNode trend = chain("/v1/trends", new TreeSet<>(second), differing, "y");
    var document = merged(ingest, trend);
    assertEquals(Set.of(), dangling(document));
    JsonNode schemas = document.at("/components/schemas");
    for (char name : second) {
      String own = schemas.has("trend." + name) ? "trend." + name : Character.toString(name);
      assertEquals(name == differing ? "y" : "same", schemas.path(own).path("title").asText());
    }
    for (char name : first) {
      assertEquals("same", schemas.path(Character.toString(name)).path("title").asText());
    }
  }

  private static JsonNode chain(
      String path, NavigableSet<Character> names, char differing, String title) {
    ObjectNode schemas = JSON.createObjectNode();
    for (char name : names) {
      ObjectNode schema =
          schemas
              .putObject(Character.toString(name))
              .put("title", name == differing ? title : "same");
      Character next = names.higher(name);
      if (next != null) {
        schema.put("$ref", "#/components/schemas/" + next);
      }
    }
    String root = names.isEmpty() ? "{}" : answering(names.getFirst().toString());
    return document(path, root, schemas.toString());
  }
}
