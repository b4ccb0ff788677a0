package dev.bellwether.trend.api;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.bellwether.testkit.RealBackends;
import dev.bellwether.testkit.SignedIdentity;
import dev.bellwether.trend.TrendsOfBefore;
import dev.bellwether.trend.watch.SeriesKey;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.state.HostInfo;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/**
 * Two instances of one group at a real broker: whichever is asked, the one that holds it answers.
 */
@QuarkusTest
@QuarkusTestResource(RealBackends.class)
@QuarkusTestResource(TrendsOfBefore.class)
@QuarkusTestResource(KnownPort.class)
class SeriesInstancesTest {

  private static final String WORKSPACE = "spread";
  private static final List<String> MONITORS =
      IntStream.range(0, 12).mapToObj(i -> "m" + i).toList();

  @Inject ObjectMapper json;
  @Inject KafkaStreams streams;

  @ConfigProperty(name = "bellwether.trend.advertised")
  String advertised;

  @Test
  void aSeriesIsAnsweredWhereverItIsKeptAndFromACopyWhereItsKeeperIsSilent() throws Exception {
    Played.posts(json, WORKSPACE, MONITORS);
    await().until(() -> complete(list()));

    try (var second = new SecondInstance(json)) {
      var here = HostInfo.buildFromEndpoint(advertised);
      await()
          .until(
              () ->
                  second.streams.state() == KafkaStreams.State.RUNNING
                      && streams.state() == KafkaStreams.State.RUNNING
                      && complete(list())
                      && theirs(here).size() > 0
                      && theirs(here).size() < MONITORS.size());
      everySeriesIsAnsweredAtBoth(second, here);
      aSilentKeepersSeriesAreAnsweredFromACopy(second, here);
    }
    await()
        .until(
            () ->
                complete(list())
                    && MONITORS.stream()
                        .allMatch(
                            monitor ->
                                points(monitor).statusCode() == 200
                                    && points(monitor).path("stale") == null));
  }

  private void everySeriesIsAnsweredAtBoth(SecondInstance second, HostInfo here) {
    second.asked.clear();
    for (var monitor : MONITORS) {
      points(monitor).then().statusCode(200).body("points.size()", equalTo(288));
    }
    assertEquals(theirs(here).size(), second.asked.size(), "only what it keeps was asked of it");
    assertTrue(
        second.asked.stream()
            .allMatch(
                asked ->
                    asked.authorization().startsWith("Bearer ey") && "1".equals(asked.passedOn())));

    var question =
        new SeriesQueries.Question(
            WORKSPACE,
            "/v1/series",
            "Bearer " + SignedIdentity.inWorkspace(WORKSPACE, "trends:read"),
            false);
    assertEquals(
        MONITORS.size(),
        second
            .queries
            .list(question, new SeriesFilter(null, null, null, null, 100))
            .series()
            .size(),
        "and the other way round, through this service's own door");
    var ours =
        MONITORS.stream().filter(monitor -> !theirs(here).contains(monitor)).findFirst().get();
    var key = key(ours);
    var asked =
        new SeriesQueries.Question(
            WORKSPACE, "/v1/series/" + key.id() + "/forecast", question.authorization(), false);
    var forecast = second.queries.one(asked, key, SeriesForecast.class, view -> view.forecast(key));
    assertEquals(24, forecast.points().size());
  }

  private void aSilentKeepersSeriesAreAnsweredFromACopy(SecondInstance second, HostInfo here) {
    var theirs = theirs(here);
    second.closeDoor();
    list().then().statusCode(200).body("partial", equalTo(true));
    assertFalse(list().jsonPath().getList("series").isEmpty());
    await()
        .untilAsserted(
            () -> {
              for (var monitor : theirs) {
                points(monitor)
                    .then()
                    .statusCode(200)
                    .body("stale", equalTo(true))
                    .body("points.size()", equalTo(288));
              }
            });
    var passedOn =
        Played.caller(WORKSPACE)
            .header(Neighbour.PASSED_ON, "1")
            .get("/v1/series/" + key(theirs.getFirst()).id());
    passedOn.then().statusCode(200).body("stale", notNullValue());
  }

  private List<String> theirs(HostInfo here) {
    var instances = new Instances(streams, here);
    return MONITORS.stream()
        .filter(monitor -> !instances.isSelf(instances.holding(key(monitor)).inCharge()))
        .toList();
  }

  private static SeriesKey key(String monitor) {
    return SeriesKey.ofId(
            WORKSPACE,
            java.util.Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(
                    ("mentions|" + monitor).getBytes(java.nio.charset.StandardCharsets.UTF_8)))
        .orElseThrow();
  }

  private static Response list() {
    return Played.caller(WORKSPACE).get("/v1/series");
  }

  private static boolean complete(Response list) {
    return list.statusCode() == 200
        && list.path("partial") == null
        && list.jsonPath().getList("series").size() == MONITORS.size()
        && list.jsonPath().getList("series.at").stream().allMatch("2026-03-03T05:55:00Z"::equals);
  }

  private static Response points(String monitor) {
    return Played.caller(WORKSPACE).get("/v1/series/" + key(monitor).id());
  }

  private static ConditionFactory await() {
    return Awaitility.await()
        .atMost(Duration.ofMinutes(2))
        .pollInterval(Duration.ofMillis(500))
        .ignoreExceptions();
  }
}
