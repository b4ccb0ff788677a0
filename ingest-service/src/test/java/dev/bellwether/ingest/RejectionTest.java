package dev.bellwether.ingest;

import static dev.bellwether.ingest.IngestClient.as;
import static dev.bellwether.ingest.IngestClient.post;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.bellwether.testkit.RealBackends;
import dev.bellwether.testkit.SignedIdentity;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.zip.GZIPOutputStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Nothing is thrown away unseen: what was refused can be listed with the reason. */
@QuarkusTest
@QuarkusTestResource(
    value = RealBackends.class,
    initArgs = @ResourceArg(name = "service", value = "ingest"))
class RejectionTest {

  private static RequestSpecification withScope(String workspace, String scope) {
    return given().auth().oauth2(SignedIdentity.inWorkspace(workspace, scope));
  }

  @Test
  void aRefusedRowIsListedWithItsReasonAndWithoutAWordOfIt() {
    String shifted = post("7", "planted secret").replace("\"en\"", "\"planted secret\"");
    String counted =
        post("8", "hi").replace("\"language\"", "\"likes\":\"planted secret\",\"language\"");
    as("seen")
        .header("X-Request-Id", "request-1")
        .body(
            "["
                + post("6", "fine")
                + ",\n"
                + shifted
                + ",\n"
                + counted
                + ",\n{\"planted secret\":1}]")
        .post("/v1/mentions")
        .then()
        .statusCode(200)
        .body("rejected", equalTo(3))
        .body("rows[1].id", equalTo("x:7"));
    withScope("seen", "mentions:read")
        .get("/v1/rejections")
        .then()
        .statusCode(200)
        .body("rejections", hasSize(3))
        .body("rejections.row", equalTo(java.util.List.of(3, 2, 1)))
        .body("rejections[1].field", equalTo("likes"))
        .body("rejections[1].reason", containsString("must be a number"))
        .body("rejections[2].mentionId", equalTo("x:7"))
        .body("rejections[2].line", equalTo(2))
        .body("rejections[2].kind", equalTo("mentions"))
        .body("rejections[2].requestId", equalTo("request-1"))
        .body("rejections[2].at", notNullValue())
        .body("toString()", not(containsString("planted")));
    withScope("seen", "mentions:read")
        .get("/v1/rejections?field=likes")
        .then()
        .body("rejections", hasSize(1));
    withScope("unseen", "mentions:read")
        .get("/v1/rejections")
        .then()
        .body("rejections", hasSize(0));
  }

  @Test
  void theSameRequestSentAgainIsListedOnceAndPagesLeadToTheEnd() {
    String bad = "{\"platform\":\"x\"}";
    String body = "[" + String.join(",", Collections.nCopies(5, bad)) + "]";
    for (int attempt = 0; attempt < 2; attempt++) {
      as("paged").header("Idempotency-Key", "once").body(body).post("/v1/mentions");
    }
    String next =
        withScope("paged", "mentions:read")
            .get("/v1/rejections?limit=3")
            .then()
            .body("rejections", hasSize(3))
            .body("rejections[0].requestKey", equalTo("once"))
            .header("Link", containsString("rel=\"next\""))
            .extract()
            .path("next");
    withScope("paged", "mentions:read")
        .get("/v1/rejections?limit=3&cursor=" + next)
        .then()
        .body("rejections", hasSize(2))
        .body("next", nullValue())
        .header("Link", nullValue());
  }

  @Test
  void aSummaryCountsByFieldAndReasonWhateverTheNumbersInIt() {
    String first = post("1", "a".repeat(10_001));
    String second = post("2", "a".repeat(10_002));
    as("summary")
        .body("[" + first + "," + second + ",{\"platform\":\"x\"}]")
        .post("/v1/mentions")
        .then()
        .body("rejected", equalTo(3));
    withScope("summary", "mentions:read")
        .get("/v1/rejections/summary")
        .then()
        .statusCode(200)
        .body("total", equalTo(3))
        .body("reasons", hasSize(2))
        .body("reasons[0].field", equalTo("text"))
        .body("reasons[0].count", equalTo(2))
        .body("reasons[1].field", equalTo("id"));
  }

  @Test
  void aBodyOfWhichNoRowCouldBeReadIsListedToo() {
    as("bodies").body(new byte[] {'[', (byte) 0xff, ']'}).post("/v1/mentions");
    as("bodies")
        .contentType("application/x-ndjson")
        .header("Content-Encoding", "gzip")
        .body(gzip(new byte[60_000_000]))
        .post("/v1/mentions")
        .then()
        .statusCode(413);
    as("bodies").contentType("text/csv").body("a,b").post("/v1/mentions").then().statusCode(415);
    Awaitility.await()
        .atMost(IngestClient.PATIENCE)
        .untilAsserted(
            () ->
                withScope("bodies", "mentions:read")
                    .get("/v1/rejections")
                    .then()
                    .body("rejections", hasSize(3))
                    .body("rejections[2].field", equalTo("body"))
                    .body("rejections[2].row", nullValue())
                    .body("rejections[2].reason", containsString("UTF-8"))
                    .body("rejections[1].reason", containsString("when unpacked")));
  }

  private static byte[] gzip(byte[] plain) {
    var packed = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(packed)) {
      gzip.write(plain);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return packed.toByteArray();
  }

  @Test
  void whoMayReadMentionsOnlySeesNoAdRows() {
    as("both").body("[{\"platform\":\"x\"}]").post("/v1/mentions");
    as("both").body("[{\"account\":\"a\"}]").post("/v1/ad-performance");
    for (String scope : new String[] {"mentions:read", "ads:read"}) {
      String mine = scope.startsWith("ads") ? "ad-performance" : "mentions";
      String other = scope.startsWith("ads") ? "mentions" : "ad-performance";
      withScope("both", scope)
          .get("/v1/rejections")
          .then()
          .body("rejections", hasSize(1))
          .body("rejections[0].kind", equalTo(mine));
      withScope("both", scope).get("/v1/rejections?kind=" + other).then().statusCode(403);
    }
    withScope("both", "trends:read").get("/v1/rejections").then().statusCode(403);
  }

  @Test
  void parametersThatDoNotReadAreNamed() {
    for (String query : new String[] {"kind=posts", "from=today", "limit=0", "cursor=!"}) {
      withScope("parameters", "mentions:read")
          .get("/v1/rejections?" + query)
          .then()
          .statusCode(400)
          .body("field", equalTo(query.split("=")[0]));
    }
  }
}
