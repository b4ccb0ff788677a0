package dev.bellwether.campaign;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.bellwether.contracts.ads.AdPerformance;
import dev.bellwether.contracts.kafka.Topics;
import dev.bellwether.testkit.RealBackends;
import dev.bellwether.testkit.SignedIdentity;
import dev.bellwether.testkit.TopicProbe;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusIntegrationTest;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/**
 * The packaged program: {@code mvn verify -DskipITs=false}, or {@code -Dnative}. A storm and a
 * trend become suggestions; one is accepted, one dismissed.
 */
@QuarkusIntegrationTest
@QuarkusTestResource(
    value = RealBackends.class,
    initArgs = @ResourceArg(name = "service", value = "optimizer"))
class SpendSuggestionsIT {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private static final Instant NOON = Instant.parse("2026-10-20T12:00:00Z");

  private static final ObjectMapper JSON = JsonMapper.builder().findAndAddModules().build();

  @Test
  void aStormAndATrendBecomeSuggestionsThatArePutDecidedOnAndLookedUp() throws Exception {
    for (int day = 0; day < 10; day++) {
      writeFigures("Kittiwake", LocalDate.parse("2026-10-10").plusDays(day));
      writeFigures("plain", LocalDate.parse("2026-10-10").plusDays(day));
    }
    Awaitility.await()
        .atMost(PATIENCE)
        .untilAsserted(() -> caller().get("/v1/response-curves?account=s1").then().statusCode(200));
    TopicProbe.write(
        Topics.MONITORS,
        "default|m1",
        """
        {"schemaVersion": 1, "workspace": "default", "id": "m1", "version": 1, "name": "Ternfell", "brand": "Ternfell",
         "products": [{"name": "Kittiwake", "aliases": ["Kitti"]}], "competitors": [{"name": "Pindrake"}],
         "adAccounts": ["s1"], "active": true}
        """);
    TopicProbe.write(
        Topics.TRENDS,
        "default|m1|t1",
        """
        {"schemaVersion": 2, "workspace": "default", "monitor": "m1", "id": "t1", "label": "kitti", "terms": ["kitti"],
         "startedAt": "2026-10-20T08:00:00Z", "detectedAt": "2026-10-20T08:30:00Z", "peakAt": "2026-10-20T11:00:00Z",
         "lastSeenAt": "2026-10-20T11:00:00Z", "significance": 8, "mentions": 120, "authors": 90, "perHour": 60,
         "expectedPerHour": 6, "state": "rising", "mood": {"negative": 4, "neutral": 30, "positive": 26},
         "outlook": {"madeAt": "2026-10-20T11:00:00Z", "median": 400, "low50": 300, "high50": 500, "low90": 150,
         "high90": 800}}
        """);
    String shift = awaited("shift");
    decide(shift, "dismissal", "{\"note\": \"not now\"}", 200);
    for (int minutes = 0; minutes <= 30; minutes += 5) {
      TopicProbe.write(
          Topics.SIGNALS,
          "default|negative-share",
          """
          {"schemaVersion": 1, "workspace": "default", "id": "s%d", "kind": "negative-share", "subject": "m1",
           "series": "negative-share", "at": "%s", "value": 0.7, "expected": 0.2, "low": 0.1, "high": 0.35, "score": 0.9,
           "mentions": 100}
          """
              .formatted(minutes, NOON.plusSeconds(60L * minutes)));
    }
    String pause = awaited("pause");
    decide(pause, "acceptance", "{\"keep\": 0.1}", 201);
    caller()
        .get("/v1/spend-suggestions/" + pause)
        .then()
        .statusCode(200)
        .body("state", equalTo("accepted"))
        .body("evidence.negativeShare.mentions", equalTo(100))
        .body("lines", hasSize(2));
  }

  private static String awaited(String kind) {
    String path = "/v1/spend-suggestions?account=s1&state=open&kind=" + kind;
    Awaitility.await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> caller().get(path).then().statusCode(200).body("suggestions", hasSize(1)));
    return caller().get(path).path("suggestions[0].id");
  }

  private static void decide(String id, String what, String body, int status) {
    caller()
        .contentType("application/json")
        .body(body)
        .post("/v1/spend-suggestions/" + id + "/" + what)
        .then()
        .statusCode(status);
  }

  private static void writeFigures(String adSet, LocalDate day) throws JsonProcessingException {
    var row =
        """
        {"schemaVersion": 1, "workspace": "default", "account": "s1", "campaign": "c1", "adSet": "%s",
         "window": {"start": "%sT00:00:00", "end": "%sT00:00:00", "timeZone": "UTC"},
         "spendMicros": 70000000, "currency": "EUR", "impressions": 9000, "clicks": 90, "conversions": 9}
        """
            .formatted(adSet, day, day.plusDays(1));
    TopicProbe.write(
        Topics.AD_PERFORMANCE, JSON.readValue(row, AdPerformance.class).key().encode(), row);
  }

  private static RequestSpecification caller() {
    return given().auth().oauth2(SignedIdentity.withScopes("plans:read", "plans:write"));
  }
}
