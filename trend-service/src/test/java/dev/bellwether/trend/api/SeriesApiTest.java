package dev.bellwether.trend.api;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.bellwether.contracts.ads.AdPerformance;
import dev.bellwether.contracts.ads.AdWindow;
import dev.bellwether.contracts.ads.Segment;
import dev.bellwether.contracts.kafka.RecordKey;
import dev.bellwether.contracts.kafka.Topics;
import dev.bellwether.testkit.RealBackends;
import dev.bellwether.testkit.SignedIdentity;
import dev.bellwether.testkit.TopicProbe;
import dev.bellwether.trend.TrendsOfBefore;
import dev.bellwether.trend.alerting.digest.MonitorHours;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealBackends.class)
@QuarkusTestResource(TrendsOfBefore.class)
@QuarkusTestResource(KnownPort.class)
class SeriesApiTest {

  private static final Duration PATIENCE = Duration.ofSeconds(90);

  /** A click of the third hour has no cost: there was none. */
  private static final String LATEST_CPC = "2026-03-02T10:00:00Z";

  @Inject ObjectMapper json;
  @Inject MonitorHours hours;

  @Test
  void aMonitorsVolumeIsListedShownAndForecast() {
    Played.posts(json, "api", List.of("m1"));
    Awaitility.await()
        .atMost(PATIENCE)
        .ignoreExceptions()
        .until(
            () ->
                Played.caller("api")
                            .get("/v1/series?monitor=m1")
                            .jsonPath()
                            .getList("series")
                            .size()
                        == 1
                    && "2026-03-03T05:55:00Z".equals(latest()));
    var item =
        Played.caller("api").get("/v1/series?series=mentions").jsonPath().getMap("series[0]");
    assertEquals("m1", item.get("monitor"));
    assertEquals("5m", item.get("step"));
    assertEquals(8f, ((Number) item.get("value")).floatValue());
    var id = item.get("id");

    Played.caller("api")
        .get("/v1/series/" + id + "?from=2026-03-03T05:00:00Z")
        .then()
        .statusCode(200)
        .body("points", hasSize(12))
        .body("points.value", everyItem(equalTo(8f)))
        .body("step", equalTo("5m"))
        .body("stale", nullValue());
    Played.caller("api")
        .get("/v1/series/" + id + "?step=1h&from=2026-03-02T00:00:00Z&to=2026-03-03T00:00:00Z")
        .then()
        .statusCode(200)
        .body("points", hasSize(24))
        .body("points.value", everyItem(equalTo(96f)));
    var forecast =
        Played.caller("api").get("/v1/series/" + id + "/forecast").then().statusCode(200).extract();
    assertEquals("2026-03-03T06:00:00Z", forecast.path("madeAt"));
    List<Map<String, Object>> points = forecast.path("points");
    assertEquals(24, points.size());
    assertEquals("2026-03-03T06:00:00Z", points.getFirst().get("at"));
    for (var point : points) {
      assertTrue(number(point, "low90") <= number(point, "low50"), point::toString);
      assertTrue(number(point, "high50") <= number(point, "high90"), point::toString);
      assertEquals(96, number(point, "median"), 5);
    }
    Played.caller("api")
        .get("/v1/series/" + id + "/departures")
        .then()
        .statusCode(200)
        .body("series.id", equalTo(id));
    // digests copy the same hours
    var copied =
        hours.since(Played.START).orElseThrow().stream()
            .filter(hour -> hour.workspace().equals("api") && hour.mentions() != null)
            .toList();
    assertEquals(Played.HOURS, copied.size());
    assertTrue(
        copied.stream().allMatch(hour -> hour.monitor().equals("m1") && hour.mentions() == 96),
        copied::toString);
    // another workspace's caller sees nothing of it
    Played.caller("other").get("/v1/series/" + id).then().statusCode(404);
    Played.caller("other").get("/v1/series").then().statusCode(200).body("series", hasSize(0));
  }

  private static String latest() {
    return Played.caller("api").get("/v1/series?monitor=m1").path("series[0].at");
  }

  private static double number(Map<String, Object> point, String name) {
    return ((Number) point.get(name)).doubleValue();
  }

  @Test
  void aCampaignsFiguresArePagedAndTellTheirCurrencyAndTimeZone() throws Exception {
    var start = LocalDateTime.parse("2026-03-02T10:00");
    try (var producer = Played.producer()) {
      for (int hour = 0; hour < 3; hour++) {
        var row =
            new AdPerformance(
                AdPerformance.SCHEMA_VERSION,
                "ads",
                "acc|1",
                "Sommer & Söhne",
                "set",
                null,
                Segment.NONE,
                new AdWindow(start.plusHours(hour), start.plusHours(hour + 1), "Europe/Berlin"),
                5_000_000,
                "EUR",
                1_000,
                hour == 2 ? 0 : 4,
                1,
                null);
        producer.send(
            new ProducerRecord<>(
                Topics.AD_PERFORMANCE, row.key().encode(), json.writeValueAsBytes(row)));
      }
    }
    Awaitility.await()
        .atMost(PATIENCE)
        .ignoreExceptions()
        .until(
            () -> {
              var series = Played.caller("ads").get("/v1/series").jsonPath();
              return series.getList("series").size() == 5
                  && LATEST_CPC.equals(series.getString("series[1].at"));
            });

    var found = new ArrayList<Map<String, Object>>();
    String next = "/v1/series?account=acc%7C1&limit=2";
    while (next != null) {
      var page = Played.caller("ads").urlEncodingEnabled(false).get(next);
      page.then().statusCode(200);
      found.addAll(page.jsonPath().getList("series"));
      var link = page.header("Link");
      next = link == null ? null : link.substring(1, link.indexOf('>'));
    }
    assertEquals(
        List.of("conversion-rate", "cpc", "cpm", "ctr", "spend"),
        found.stream().map(item -> item.get("series")).toList());
    var cpc = found.get(1);
    assertEquals("Sommer & Söhne", cpc.get("campaign"));
    assertEquals("EUR", cpc.get("currency"));
    assertEquals("Europe/Berlin", cpc.get("timeZone"));
    assertEquals(LATEST_CPC, cpc.get("at"));
    Awaitility.await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                Played.caller("ads")
                    .get("/v1/series/" + cpc.get("id"))
                    .then()
                    .body("points", hasSize(2))
                    .body("points[0].value", equalTo(1.25f))
                    .body("points[0].at", equalTo("2026-03-02T09:00:00Z")));
  }

  @Test
  void whatCannotBeReadIsNamed() {
    for (var wrong : Map.of("series", "volume", "limit", "0", "cursor", "nonsense!").entrySet()) {
      Played.caller("api")
          .queryParam(wrong.getKey(), wrong.getValue())
          .get("/v1/series")
          .then()
          .statusCode(400)
          .contentType("application/problem+json")
          .body("field", equalTo(wrong.getKey()));
    }
    Played.caller("api").get("/v1/series/nonsense").then().statusCode(404);
    Played.caller("api")
        .get("/v1/series/nonsense?from=yesterday")
        .then()
        .statusCode(400)
        .body("field", equalTo("from"));
    given()
        .header("Authorization", "Bearer " + SignedIdentity.inWorkspace("api", "mentions:read"))
        .get("/v1/series")
        .then()
        .statusCode(403);
    given().get("/v1/series").then().statusCode(401);
  }

  @Test
  void oneTrendIsAnsweredByItsIdAndAnotherIsNotThere() {
    TopicProbe.write(
        Topics.TRENDS,
        RecordKey.of("one", "m", "t1").encode(),
        """
        {
          "schemaVersion": 1, "workspace": "one", "monitor": "m", "id": "t1", "label": "lid, leak",
          "terms": ["lid", "leak"], "startedAt": "2026-11-01T10:00:00Z", "detectedAt": "2026-11-01T10:40:00Z",
          "peakAt": "2026-11-01T12:00:00Z", "lastSeenAt": "2026-11-01T13:00:00Z", "significance": 9.5,
          "mentions": 60, "authors": 55, "perHour": 40.0, "expectedPerHour": 1.25, "state": "back",
          "sampleMentions": []
        }
        """);
    Awaitility.await()
        .atMost(PATIENCE)
        .ignoreExceptions()
        .untilAsserted(
            () ->
                Played.caller("one")
                    .get("/v1/trends/m/t1")
                    .then()
                    .statusCode(200)
                    .body("label", equalTo("lid, leak")));
    Played.caller("one").get("/v1/trends?state=back").then().body("trends", hasSize(1));
    Played.caller("one")
        .get("/v1/trends/m/t2")
        .then()
        .statusCode(404)
        .contentType("application/problem+json")
        .body("detail", containsString("/v1/trends"));
    Played.caller("two").get("/v1/trends/m/t1").then().statusCode(404);
  }
}
