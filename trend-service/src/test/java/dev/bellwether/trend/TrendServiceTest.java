package dev.bellwether.trend;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.bellwether.contracts.kafka.DeadLetterHeaders;
import dev.bellwether.contracts.kafka.RecordKey;
import dev.bellwether.contracts.kafka.Topics;
import dev.bellwether.contracts.trend.Trend;
import dev.bellwether.testkit.RealBackends;
import dev.bellwether.testkit.SignedIdentity;
import dev.bellwether.testkit.TopicProbe;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
    value = RealBackends.class,
    initArgs = @ResourceArg(name = "service", value = "trend"))
@QuarkusTestResource(TrendsOfBefore.class)
class TrendServiceTest {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @Inject ObjectMapper json;
  @Inject MeterRegistry metrics;

  @Test
  void aStormThatIsPlayedInSecondsIsListedWithTheTimeItCouldHaveBeenKnown() throws Exception {
    awaitReady();
    playStorm();

    Awaitility.await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(200))
        .until(() -> !trends("w").isEmpty());
    var trends = trends("w");

    assertEquals(1, trends.size(), trends::toString);
    var trend = trends.getFirst();
    var delay = Duration.between(Mentions.stormStart(), trend.detectedAt());
    assertTrue(
        delay.isPositive() && delay.compareTo(Duration.ofHours(2)) <= 0,
        () -> "found after " + delay);
    assertTrue(
        trend.terms().contains("refund") || trend.terms().contains("#brandfail"),
        trend.terms()::toString);
    assertEquals(List.of(), trends("another"));
    var letters =
        TopicProbe.read(Topics.deadLettersOf(Topics.MENTIONS), 1, PATIENCE, letter -> true);
    assertEquals(List.of("w|bad"), letters.stream().map(ConsumerRecord::key).toList());
    assertEquals(
        Topics.MENTIONS + " is no JSON (line 1, column 2) trend-service",
        header(letters.getFirst(), DeadLetterHeaders.TOPIC)
            + " "
            + header(letters.getFirst(), DeadLetterHeaders.ERROR_MESSAGE)
            + " "
            + header(letters.getFirst(), DeadLetterHeaders.APPLICATION));
  }

  @Test
  void whatCannotBeReadOnTheTopicOfTrendsIsLeftOutOfTheList() {
    awaitReady();
    assertEquals(List.of("good"), idsOf(TrendsOfBefore.WORKSPACE));
    double before = unreadable();
    TrendsOfBefore.write("live");
    Awaitility.await()
        .atMost(PATIENCE)
        .until(() -> idsOf("live").equals(List.of("good")) && unreadable() == before + 3);
    assertEquals(List.of("good"), idsOf("live"));
    assertEquals(before + 3, unreadable(), "each is counted once, however often it is asked for");
  }

  @Test
  void whatCouldNotBeReadBeforeTheStartIsLeftOutToo() {
    awaitReady();
    assertEquals(List.of("good"), idsOf(TrendsOfBefore.WORKSPACE));
    assertTrue(unreadable() >= 3, () -> "counted " + unreadable());
  }

  private double unreadable() {
    return metrics.counter("bellwether.trends.unreadable").count();
  }

  private List<String> idsOf(String workspace) {
    return trends(workspace).stream().map(Trend::id).toList();
  }

  private static String header(ConsumerRecord<?, ?> letter, String name) {
    return new String(letter.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
  }

  @Test
  void aCallWithoutTheScopeIsRefused() {
    given()
        .header("Authorization", "Bearer " + SignedIdentity.inWorkspace("w", "mentions:read"))
        .get("/v1/trends")
        .then()
        .statusCode(403);
    given().get("/v1/trends").then().statusCode(401);
  }

  @Test
  void aParameterThatCannotBeReadIsNamed() {
    for (var wrong :
        Map.of("limit", "0", "state", "gone", "from", "yesterday", "to", "2026-01-01").entrySet()) {
      given()
          .header("Authorization", "Bearer " + SignedIdentity.inWorkspace("w", "trends:read"))
          .queryParam(wrong.getKey(), wrong.getValue())
          .get("/v1/trends")
          .then()
          .statusCode(400)
          .contentType("application/problem+json")
          .body("field", equalTo(wrong.getKey()));
    }
  }

  private void playStorm() throws Exception {
    Map<String, Object> settings =
        Map.of("bootstrap.servers", RealBackends.bootstrapServers(), "acks", "all");
    try (var producer =
        new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
      producer.send(
          new ProducerRecord<>(
              Topics.MENTIONS, "w|bad", "{no json".getBytes(StandardCharsets.UTF_8)));
      producer.send(new ProducerRecord<>(Topics.MENTIONS, "w|gone", null));
      for (var mention : Mentions.withAStorm()) {
        var key = RecordKey.of("w", mention.id()).encode();
        producer.send(new ProducerRecord<>(Topics.MENTIONS, key, json.writeValueAsBytes(mention)));
      }
      producer.flush();
    }
  }

  private static void awaitReady() {
    Awaitility.await()
        .atMost(PATIENCE.toSeconds(), TimeUnit.SECONDS)
        .until(() -> given().get("/q/health/ready").statusCode() == 200);
  }

  private List<Trend> trends(String workspace) {
    Response answer =
        given()
            .header(
                "Authorization", "Bearer " + SignedIdentity.inWorkspace(workspace, "trends:read"))
            .queryParam("from", Instant.EPOCH.toString())
            .get("/v1/trends");
    return answer.then().statusCode(200).extract().jsonPath().getList("trends", Map.class).stream()
        .map(trend -> json.convertValue(trend, Trend.class))
        .toList();
  }
}
