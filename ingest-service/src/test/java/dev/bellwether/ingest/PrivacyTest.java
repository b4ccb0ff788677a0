package dev.bellwether.ingest;

import static dev.bellwether.ingest.IngestClient.as;
import static dev.bellwether.ingest.IngestClient.awaitCount;
import static dev.bellwether.ingest.IngestClient.mentionsOf;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.bellwether.testkit.RealBackends;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What identifies a person is gone before anything is written. */
@QuarkusTest
@QuarkusTestResource(
    value = RealBackends.class,
    initArgs = @ResourceArg(name = "service", value = "ingest"))
class PrivacyTest {

  @Test
  void neitherTopicNorArchiveHoldsWhatWasPlanted() {
    as("redacted")
        .body(
            """
            [{"id":"1","platform":"x","createdAt":"2026-11-01T10:00:00Z","author":"@Jane",
              "url":"https://x.com/a/1?email=jane.doe%40example.com",
              "text":"mail jane.doe@example.com or call +49 30 901820, card 4111 1111 1111 1111, DE89370400440532013000, 10.1.2.3 #jane http://e.org/?to=joe@example.com"}]
            """)
        .post("/v1/mentions")
        .then()
        .statusCode(200)
        .body("accepted", equalTo(1));
    String record = mentionsOf("redacted", 1).getFirst().value();
    awaitCount("redacted", "", 1);
    String archived =
        as("redacted")
            .get("/v1/mentions/x:1")
            .then()
            .statusCode(200)
            .body("flags.redacted", contains("email", "phone", "card", "iban", "ip"))
            .body("hashtags", contains("jane"))
            .extract()
            .asString();
    for (String planted :
        List.of("jane.doe", "joe@", "901820", "4111", "DE8937", "10.1.2.3", "Jane")) {
      assertFalse(record.contains(planted), () -> planted + " in the topic");
      assertFalse(archived.contains(planted), () -> planted + " in the archive");
    }
    assertTrue(archived.contains("[card]"), archived);
  }

  @Test
  void anAuthorWhoIsGoneIsNobody() {
    as("gone")
        .body(
            """
            [{"id":"1","platform":"reddit","createdAt":"2026-11-01T10:00:00Z","author":"[deleted]","text":"a kettle"}]
            """)
        .post("/v1/mentions");
    awaitCount("gone", "", 1);
    as("gone")
        .get("/v1/mentions/reddit:1")
        .then()
        .statusCode(200)
        .body("author.pseudonym", nullValue())
        .body("author.keyId", nullValue());
  }
}
