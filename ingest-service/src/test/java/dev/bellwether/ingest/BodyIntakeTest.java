package dev.bellwether.ingest;

import static dev.bellwether.ingest.IngestClient.as;
import static dev.bellwether.ingest.IngestClient.awaitCount;
import static dev.bellwether.ingest.IngestClient.post;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.bellwether.testkit.RealBackends;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

/** How the bytes of a request become text: gzip and UTF-8, and nothing else. */
@QuarkusTest
@QuarkusTestResource(
    value = RealBackends.class,
    initArgs = @ResourceArg(name = "service", value = "ingest"))
class BodyIntakeTest {

  @Test
  void aGzipBodyIsTakenAndOneThatLiesIsRefused() {
    byte[] packed = gzip(post("1", "packed").getBytes(UTF_8));
    packed("packed", packed).then().statusCode(200).body("accepted", equalTo(1));
    awaitCount("packed", "", 1);
    byte[] brokenOff = Arrays.copyOf(packed, packed.length - 5);
    for (byte[] lie : List.of(post("2", "plain").getBytes(UTF_8), brokenOff, new byte[0])) {
      packed("packed", lie)
          .then()
          .statusCode(400)
          .contentType("application/problem+json")
          .body("field", equalTo("body"));
    }
    packed("packed", gzip(new byte[60_000_000]))
        .then()
        .statusCode(413)
        .body("detail", containsString("10485760 bytes when unpacked"));
    as("packed")
        .header("Content-Encoding", "br")
        .body(packed)
        .post("/v1/mentions")
        .then()
        .statusCode(415)
        .header("Accept-Encoding", containsString("gzip"));
    as("packed")
        .header("Content-Encoding", "gzip")
        .body(gzip("{\"name\":\"m\",\"keywords\":[\"a\"]}".getBytes(UTF_8)))
        .post("/v1/monitors")
        .then()
        .statusCode(201);
  }

  /** Were all its rows held as trees at once, it would take the heap of the service. */
  @Test
  void aLittleGzipOfManyEmptyListsIsAnsweredRowByRow() {
    int rows = 52;
    String row = "{\"x\":[" + "[],".repeat(65_000) + "[]]}\n";
    byte[] packed = gzip(row.repeat(rows).getBytes(UTF_8));
    assertTrue(packed.length < 40_000, "it has " + packed.length + " bytes");
    packed("lists", packed).then().statusCode(200).body("rejected", equalTo(rows));
    byte[] longRows =
        gzip(("{\"x\":\"" + "x".repeat(1_000_000) + "\"}\n").repeat(5).getBytes(UTF_8));
    packed("lists", longRows)
        .then()
        .statusCode(200)
        .body("rows[0].reason", containsString("at most 200000 are taken"));
  }

  private static Response packed(String workspace, byte[] body) {
    return as(workspace)
        .contentType("application/x-ndjson")
        .header("Content-Encoding", "gzip")
        .body(body)
        .post("/v1/mentions");
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
  void aCharsetOtherThanUtf8IsRefused() {
    as("charset")
        .contentType("application/json; charset=iso-8859-1")
        .body(("[" + post("1", "hi") + "]").getBytes(UTF_8))
        .post("/v1/mentions")
        .then()
        .statusCode(415)
        .body("field", equalTo("Content-Type"));
    as("charset")
        .contentType("application/json; charset=UTF-8")
        .body(("[" + post("1", "hi") + "]").getBytes(UTF_8))
        .post("/v1/mentions")
        .then()
        .statusCode(200);
  }
}
