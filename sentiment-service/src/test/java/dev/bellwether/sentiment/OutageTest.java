package dev.bellwether.sentiment;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.bellwether.contracts.kafka.RecordKey;
import dev.bellwether.contracts.kafka.Topics;
import dev.bellwether.testkit.RealBackends;
import dev.bellwether.testkit.TopicProbe;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A broker that is away for a while makes the service unready, never dead, and costs no event. */
@QuarkusTest
@QuarkusTestResource(
    value = RealBackends.class,
    initArgs = @ResourceArg(name = "service", value = "sentiment"))
class OutageTest {

  private static final Duration PATIENCE = Duration.ofMinutes(2);

  @Inject ObjectMapper json;

  private final String workspace = "w-" + UUID.randomUUID();

  @Test
  void aBrokerThatIsAwayIsToldByReadinessAndNotCuredByARestart() throws Exception {
    await().atMost(PATIENCE).until(() -> status("ready") == 200);
    RealBackends.withoutBroker(
        () ->
            await()
                .atMost(PATIENCE)
                .until(
                    () -> {
                      assertEquals(200, status("live"));
                      assertEquals(200, status("started"));
                      return status("ready") == 503;
                    }));
    assertEquals(200, status("live"));
    writeMention();
    var scores =
        TopicProbe.read(
            Topics.SCORED_MENTIONS,
            1,
            PATIENCE,
            record -> record.key().startsWith(workspace + "|"));
    assertEquals(1, scores.size());
    await().atMost(PATIENCE).until(() -> status("ready") == 200);
    given().get("/q/health/well").then().statusCode(200).body("checks.name", hasItem("events"));
    assertTrue(
        given().get("/q/metrics").asString().contains("bellwether_last_event_age_seconds{topic="));
  }

  private void writeMention() throws JsonProcessingException {
    var mention = Mentions.in(workspace).revision("x:1", 1, "I love this");
    TopicProbe.write(
        Topics.MENTIONS,
        RecordKey.of(workspace, mention.id()).encode(),
        json.writeValueAsString(mention));
  }

  private static int status(String kind) {
    return given().get("/q/health/" + kind).statusCode();
  }
}
