package dev.bellwether.ingest;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import dev.bellwether.testkit.SignedIdentity;
import dev.bellwether.testkit.TopicProbe;
import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.awaitility.Awaitility;

/** What the tests of the running service say to it. A workspace a test keeps them apart. */
public final class IngestClient {

  public static final Duration PATIENCE = Duration.ofSeconds(30);

  // Left to itself REST Assured declares everything but JSON to be ISO-8859-1
  private static final RestAssuredConfig WITHOUT_DEFAULT_CHARSET =
      RestAssured.config()
          .encoderConfig(
              EncoderConfig.encoderConfig()
                  .appendDefaultContentCharsetToContentTypeIfUndefined(false));

  private IngestClient() {}

  public static RequestSpecification as(String workspace) {
    return given()
        .config(WITHOUT_DEFAULT_CHARSET)
        .auth()
        .oauth2(
            SignedIdentity.inWorkspace(
                workspace,
                "mentions:read",
                "mentions:write",
                "monitors:read",
                "monitors:write",
                "erasures:read",
                "erasures:write",
                "ads:write"))
        .contentType(ContentType.JSON);
  }

  public static String post(String id, String text) {
    return """
        {"id":"%s","platform":"x","text":"%s","createdAt":"2026-11-01T10:00:00Z","language":"en","author":"@Jane"}
        """
        .formatted(id, text)
        .strip();
  }

  public static List<ConsumerRecord<String, String>> mentionsOf(String workspace, int count) {
    return TopicProbe.read(
        "mentions", count, PATIENCE, record -> record.key().startsWith(workspace + "|"));
  }

  public static void awaitCount(String workspace, String filter, int count) {
    Awaitility.await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                as(workspace)
                    .get("/v1/mentions/count" + filter)
                    .then()
                    .statusCode(200)
                    .body("count", equalTo(count)));
  }
}
