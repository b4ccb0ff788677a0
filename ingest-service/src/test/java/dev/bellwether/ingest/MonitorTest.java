package dev.bellwether.ingest;

import static dev.bellwether.ingest.IngestClient.PATIENCE;
import static dev.bellwether.ingest.IngestClient.as;
import static dev.bellwether.ingest.IngestClient.mentionsOf;
import static dev.bellwether.ingest.IngestClient.post;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.bellwether.testkit.RealBackends;
import dev.bellwether.testkit.TopicProbe;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Monitors ask by query, and what they ask is what posts are given to them for. */
@QuarkusTest
@QuarkusTestResource(
    value = RealBackends.class,
    initArgs = @ResourceArg(name = "service", value = "ingest"))
class MonitorTest {

  private static String created(String workspace, Map<String, ?> monitor) {
    return as(workspace)
        .body(monitor)
        .post("/v1/monitors")
        .then()
        .statusCode(201)
        .extract()
        .path("id");
  }

  private static List<String> monitorsOfMention(String workspace, String id, int mentions) {
    return mentionsOf(workspace, mentions).stream()
        .filter(record -> record.key().endsWith(id))
        .map(record -> JsonPath.from(record.value()).<String>getList("monitors"))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aMonitorIsAskedByItsQueryAndItsEventCarriesIt() {
    String id =
        created(
            "queries",
            Map.of(
                "name", "Acme",
                "query", " (acme OR \"road runner\") NEAR/3 (love* OR 🔥) -platform:bluesky ",
                "brand", "Acme",
                "competitors", List.of(Map.of("name", "Zenith", "aliases", List.of("Zen")))));
    String byAuthor =
        created("queries", Map.of("name", "Jane", "query", "author:@jane language:en"));
    as("queries")
        .body(
            List.of(
                    post("1", "I just loved my Acme"),
                    post("2", "road runner \uD83D\uDD25"),
                    post("3", "loved: one two three four acme"))
                .toString())
        .post("/v1/mentions")
        .then()
        .body("accepted", equalTo(3));
    assertEquals(List.of(id, byAuthor), monitorsOfMention("queries", "x:1", 3));
    assertEquals(List.of(id, byAuthor), monitorsOfMention("queries", "x:2", 3));
    assertEquals(List.of(byAuthor), monitorsOfMention("queries", "x:3", 3));

    String event =
        TopicProbe.read("monitors", 1, PATIENCE, record -> record.key().equals("queries|" + id))
            .getFirst()
            .value();
    assertEquals(
        "(acme OR \"road runner\") NEAR/3 (love* OR 🔥) -platform:bluesky",
        JsonPath.from(event).getString("query"));
    assertEquals("Zenith", JsonPath.from(event).getString("competitors[0].name"));
    as("queries")
        .get("/v1/monitors/" + id)
        .then()
        .body("competitors[0].aliases", equalTo(List.of("Zen")))
        .body("active", equalTo(true));
  }

  @Test
  void keywordsBecomeAQuery() {
    as("keywords")
        .body(
            Map.of(
                "name",
                "k",
                "keywords",
                List.of("Acme", "road runner"),
                "excluded",
                List.of("#ad")))
        .post("/v1/monitors")
        .then()
        .statusCode(201)
        .body("query", equalTo("(acme OR \"road runner\") AND NOT #ad"))
        .body("keywords", equalTo(List.of("Acme", "road runner")));
  }

  @Test
  void aQueryThatDoesNotReadIsRefusedAtItsColumn() {
    for (String[] refused :
        new String[][] {
          {"acme AND (love OR", "query: column 15: OR has nothing to its right"},
          {"NOT acme", "query: column 1: this only says"},
          {"acme AND bar:baz", "query: column 10: there is no field bar:"},
          {"ac*", "query: column 1: \"ac*\" would look at too many words"},
          {"a ".repeat(1_000), "query: column 1001: a query may hold 500 words"},
          {"", "query: column 1: the query is empty"},
        }) {
      as("refused")
          .body(Map.of("name", "n", "query", refused[0]))
          .post("/v1/monitors")
          .then()
          .statusCode(400)
          .contentType("application/problem+json")
          .body("field", equalTo("query"))
          .body("detail", startsWith(refused[1]));
    }
    as("refused").get("/v1/monitors").then().body("monitors", hasSize(0));
  }

  @Test
  void whatContradictsItselfOrIsMissingIsNamed() {
    Map<String, Map<String, ?>> bodies =
        Map.of(
            "keywords", Map.of("name", "n", "query", "a", "keywords", List.of("a")),
            "excluded", Map.of("name", "n", "query", "a", "excluded", List.of("b")),
            "competitors", Map.of("name", "n", "query", "a", "competitors", List.of(Map.of())));
    bodies.forEach(
        (field, body) ->
            as("contradictions")
                .body(body)
                .post("/v1/monitors")
                .then()
                .statusCode(400)
                .body("field", equalTo(field)));
    as("contradictions")
        .body(Map.of("name", "n"))
        .post("/v1/monitors")
        .then()
        .statusCode(400)
        .body("field", equalTo("keywords"))
        .body("detail", containsString("or a query"));
    String nul = "{\"name\":\"n\",\"query\":\"a\\u0000\"}";
    as("contradictions").body(nul).post("/v1/monitors").then().body("field", equalTo("query"));
  }

  @Test
  void aChangedMonitorIsAskedAnewAndAnInactiveOneNotAtAll() {
    String first = created("changes", Map.of("name", "first", "query", "acme"));
    String second = created("changes", Map.of("name", "second", "query", "acme OR zenith"));
    take("1", "acme and zenith");
    as("changes")
        .body(Map.of("name", "first", "query", "zenith", "active", true))
        .put("/v1/monitors/" + first)
        .then()
        .body("version", equalTo(2));
    as("changes")
        .body(Map.of("name", "second", "query", "acme OR zenith", "active", false))
        .put("/v1/monitors/" + second);
    take("2", "acme and zenith");
    take("3", "acme alone");
    as("changes").delete("/v1/monitors/" + first).then().statusCode(204);
    take("4", "acme and zenith");
    assertEquals(List.of(first, second), monitorsOfMention("changes", "x:1", 4));
    assertEquals(List.of(first), monitorsOfMention("changes", "x:2", 4));
    assertEquals(List.of(), monitorsOfMention("changes", "x:3", 4));
    assertEquals(List.of(), monitorsOfMention("changes", "x:4", 4));
  }

  private static void take(String id, String text) {
    as("changes").body("[" + post(id, text) + "]").post("/v1/mentions").then().statusCode(200);
  }

  @Test
  void monitorsAreListedPageByPage() {
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      ids.add(created("pages", Map.of("name", "m" + i, "query", "word" + i)));
    }
    List<String> listed = new ArrayList<>();
    String path = "/v1/monitors?limit=2";
    while (path != null) {
      Response page = as("pages").contentType(ContentType.JSON).urlEncodingEnabled(false).get(path);
      page.then().statusCode(200);
      listed.addAll(page.path("monitors.id"));
      String link = page.header("Link");
      assertEquals(link == null, page.path("next") == null);
      path = link == null ? null : link.substring(1, link.indexOf('>'));
      assertTrue(listed.size() <= ids.size(), "a page must not come twice");
    }
    assertEquals(ids, listed);
    as("pages").get("/v1/monitors").then().body("monitors", hasSize(5)).body("next", nullValue());
    as("pages").get("/v1/monitors?limit=1001").then().statusCode(400);
    as("pages")
        .get("/v1/monitors?cursor=abc")
        .then()
        .statusCode(400)
        .body("field", equalTo("cursor"));
  }
}
