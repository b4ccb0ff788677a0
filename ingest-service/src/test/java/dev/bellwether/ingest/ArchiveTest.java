package dev.bellwether.ingest;

import static dev.bellwether.ingest.IngestClient.PATIENCE;
import static dev.bellwether.ingest.IngestClient.as;
import static dev.bellwether.ingest.IngestClient.awaitCount;
import static dev.bellwether.ingest.IngestClient.post;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.bellwether.contracts.kafka.DeadLetterHeaders;
import dev.bellwether.testkit.RealBackends;
import dev.bellwether.testkit.TopicProbe;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the topics say is found again: by monitor, word, label and workspace. */
@QuarkusTest
@QuarkusTestResource(
    value = RealBackends.class,
    initArgs = @ResourceArg(name = "service", value = "ingest"))
class ArchiveTest {

  @Test
  void monitorsMatchFromTheirCreationOnAndCountTheirMentions() {
    String id =
        as("watch")
            .body("{\"name\":\"Sandy\",\"keywords\":[\"sandy\"],\"excluded\":[\"sandy beach\"]}")
            .post("/v1/monitors")
            .then()
            .statusCode(201)
            .body("version", equalTo(1))
            .extract()
            .path("id");
    as("watch")
        .body(
            "["
                + post("1", "#Sandy is coming")
                + ","
                + post("2", "a sandy beach")
                + ","
                + post("3", "sandyhook")
                + "]")
        .post("/v1/mentions");
    awaitCount("watch", "", 3);
    awaitCount("watch", "?monitor=" + id, 1);
    as("watch").get("/v1/monitors").then().body("monitors", hasSize(1));
    as("watch")
        .body("{\"name\":\"Sandy\",\"keywords\":[\"x\"]}")
        .post("/v1/monitors")
        .then()
        .statusCode(409)
        .contentType("application/problem+json")
        .body("field", equalTo("name"));
    as("watch").delete("/v1/monitors/" + id).then().statusCode(204);
    as("watch").get("/v1/monitors/" + id).then().statusCode(404);
  }

  @Test
  void aWorkspaceNeverSeesAnothersMentions() {
    as("mine").body("[" + post("1", "a secret") + "]").post("/v1/mentions");
    awaitCount("mine", "", 1);
    awaitCount("theirs", "", 0);
    as("theirs").get("/v1/mentions/x:1").then().statusCode(404);
  }

  @Test
  void theArchiveIsSearchedByWordsAndPagedByCursor() {
    as("search")
        .body(
            "["
                + post("1", "the red kettle whistles")
                + ","
                + post("2", "a kettle, blue")
                + ","
                + post("3", "kettle kettle")
                + ","
                + post("4", "teapot")
                + "]")
        .post("/v1/mentions");
    awaitCount("search", "?q=kettle", 3);
    awaitCount("search", "?q=kettle -blue", 2);
    awaitCount("search", "?q=\"red kettle\"", 1);
    String next =
        as("search")
            .get("/v1/mentions?q=kettle&limit=2")
            .then()
            .body("mentions", hasSize(2))
            .header("Link", containsString("rel=\"next\""))
            .extract()
            .path("next");
    as("search")
        .queryParam("q", "kettle")
        .queryParam("limit", 2)
        .queryParam("cursor", next)
        .get("/v1/mentions")
        .then()
        .body("mentions", hasSize(1))
        .body("next", equalTo(null));
    as("search").get("/v1/mentions?cursor=nonsense").then().statusCode(400);
    as("search")
        .get("/v1/mentions?label=angry")
        .then()
        .statusCode(400)
        .body("field", equalTo("label"));
  }

  @Test
  void aScoreMayArriveBeforeItsMentionAndIsFoundByItsLabel() {
    TopicProbe.write(
        "scored-mentions",
        "scores|x:9",
        """
        {"schemaVersion":1,"workspace":"scores","mentionId":"x:9","revision":1,"label":"positive",
         "probabilities":{"negative":0.1,"neutral":0.2,"positive":0.7},"model":"en-linear-1","monitors":[],
         "createdAt":"2026-11-01T10:00:00Z"}
        """);
    as("scores").body("[" + post("9", "lovely") + "]").post("/v1/mentions");
    awaitCount("scores", "?label=positive", 1);
    as("scores").get("/v1/mentions/x:9").then().body("sentiment.label", equalTo("positive"));
  }

  @Test
  void aPersonsLabelReplacesTheModelsOfTheSameRevision() {
    as("corrected").body("[" + post("8", "oh lovely") + "]").post("/v1/mentions");
    String score =
        """
        {"schemaVersion":1,"workspace":"corrected","mentionId":"x:8","revision":1,"label":"%s","modelLabel":%s,
         "probabilities":{"negative":0.1,"neutral":0.2,"positive":0.7},"model":"en-sentiment-2","monitors":[],
         "targets":[{"name":"Acme","label":"negative","confidence":0.8,"monitors":["m"]}],
         "createdAt":"2026-11-01T10:00:00Z"}
        """;
    TopicProbe.write("scored-mentions", "corrected|x:8", score.formatted("positive", "null"));
    awaitCount("corrected", "?label=positive", 1);
    TopicProbe.write(
        "scored-mentions", "corrected|x:8", score.formatted("negative", "\"positive\""));
    awaitCount("corrected", "?label=negative", 1);
    awaitCount("corrected", "?label=positive", 0);
    as("corrected")
        .get("/v1/mentions/x:8")
        .then()
        .body("sentiment.modelLabel", equalTo("positive"))
        .body("sentiment.targets[0].name", equalTo("Acme"));
  }

  @Test
  void anUnreadableRecordGoesToTheDeadLettersAndTheNextOneIsArchived() {
    TopicProbe.write("mentions", "poison|x:1", "{not json");
    as("poison").body("[" + post("1", "still here") + "]").post("/v1/mentions");
    awaitCount("poison", "", 1);
    var letters =
        TopicProbe.read("mentions-dlq", 1, PATIENCE, record -> record.key().equals("poison|x:1"));
    assertEquals("{not json", letters.getFirst().value());
  }

  @Test
  void aRecordWhoseKeyAndValueDisagreeHoldsNothingUp() {
    TopicProbe.write(
        "mentions",
        "mine|x:1",
        """
        {"schemaVersion":1,"workspace":"theirs","id":"x:1","revision":1,"cause":"captured","platform":"x",
         "text":"whose?","language":"en","createdAt":"2026-11-01T10:00:00Z","observedAt":"2026-11-01T10:00:00Z",
         "author":{},"engagement":{"likes":0,"reposts":0,"replies":0,"views":0},"flags":{"spam":0}}
        """);
    TopicProbe.write(
        "scored-mentions",
        "mine|x:1",
        """
        {"schemaVersion":1,"workspace":"theirs","mentionId":"x:1","revision":1,"label":"unknown",
         "createdAt":"2026-11-01T10:00:00Z"}
        """);
    for (var topic : List.of("mentions-dlq", "scored-mentions-dlq")) {
      var letter =
          TopicProbe.read(topic, 1, PATIENCE, record -> record.key().equals("mine|x:1")).getFirst();
      assertEquals(
          "key and value name different mentions",
          new String(
              letter.headers().lastHeader(DeadLetterHeaders.ERROR_MESSAGE).value(),
              StandardCharsets.UTF_8));
    }
  }

  @Test
  void filtersHoldTogetherAndAuthorsAreFoundThoughOnlyTheirPseudonymsAreKept() {
    String reply =
        """
        {"id":"2","platform":"mastodon","text":"kettle?","createdAt":"2026-10-02T10:00:00Z","language":"de",
         "author":"@Joe","followers":900,"inReplyTo":"mastodon:1"}
        """;
    as("filters").body("[" + post("1", "a kettle") + "," + reply + "]").post("/v1/mentions");
    awaitCount("filters", "", 2);
    for (String filter :
        List.of(
            "kind=reply",
            "minFollowers=900",
            "platform=Mastodon",
            "language=DE",
            "to=2026-11-01T00:00:00Z",
            "q=author:JOE",
            "q=author:@joe AND kettle",
            "q=followers:>100",
            "flag=-spam&kind=reply")) {
      as("filters")
          .get("/v1/mentions?" + filter)
          .then()
          .statusCode(200)
          .body("mentions.id", equalTo(List.of("mastodon:2")));
      awaitCount("filters", "?" + filter, 1);
    }
    String author = as("filters").get("/v1/mentions/x:1").path("author.pseudonym");
    awaitCount("filters", "?author=" + author, 1);
    awaitCount("filters", "?flag=spam", 0);
    awaitCount("filters", "?q=author:nobody", 0);
    awaitCount("filters", "?cluster=none", 0);
  }

  @Test
  void whatDoesNotReadIsNamedRatherThanPassedOver() {
    as("named")
        .get("/v1/mentions?q=kettle AND (red")
        .then()
        .statusCode(400)
        .body("field", equalTo("q"))
        .body("detail", containsString("column 12"));
    for (String query : List.of("lang=de", "flag=spammy", "minFollowers=many", "label=sad")) {
      for (String path : List.of("", "/count", "/export")) {
        as("named")
            .get(
                "/v1/mentions" + path + "?" + query + (path.equals("/export") ? "&format=csv" : ""))
            .then()
            .statusCode(400)
            .body("field", equalTo(query.split("=")[0]));
      }
    }
    as("named")
        .get("/v1/mentions?platform=x&platform=y")
        .then()
        .statusCode(400)
        .body("field", equalTo("platform"));
  }

  @Test
  void whatIsFoundIsExportedInEitherFormat() {
    as("exports")
        .body("[" + post("1", "=1+1 kettle") + "," + post("2", "teapot") + "]")
        .post("/v1/mentions");
    awaitCount("exports", "", 2);
    as("exports")
        .get("/v1/mentions/export?format=csv&q=kettle")
        .then()
        .statusCode(200)
        .contentType("text/csv")
        .body(containsString(",'=1+1 kettle,"));
    as("exports")
        .get("/v1/mentions/export?format=ndjson&q=kettle&end=true")
        .then()
        .statusCode(200)
        .contentType("application/x-ndjson")
        .body(containsString("\"text\":\"=1+1 kettle\""))
        .body(containsString("{\"end\":true,\"rows\":1}"));
    as("exports")
        .get("/v1/mentions/x:1/engagement")
        .then()
        .statusCode(200)
        .body("figures", hasSize(1));
  }
}
