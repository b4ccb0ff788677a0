package dev.bellwether.ingest;

import static dev.bellwether.ingest.IngestClient.as;
import static dev.bellwether.ingest.IngestClient.awaitCount;
import static dev.bellwether.ingest.IngestClient.post;
import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.bellwether.testkit.RealBackends;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

/** Whatever comes in: it is refused by name, counted, and what comes next is taken. */
@QuarkusTest
@QuarkusTestResource(
    value = RealBackends.class,
    initArgs = @ResourceArg(name = "service", value = "ingest"))
class BadInputTest {

  private static final String WORKSPACE = "bad-input";

  private static RequestSpecification lines() {
    return as(WORKSPACE).contentType("application/x-ndjson");
  }

  private static ValidatableResponse send(String rows) {
    return lines().body(rows.getBytes(UTF_8)).post("/v1/mentions").then();
  }

  /** Sum of the samples of a metric whose labels hold all of these. */
  private static double metric(String name, String... labels) {
    return given()
        .get("/q/metrics")
        .asString()
        .lines()
        .filter(line -> line.startsWith(name + "{"))
        .filter(line -> Arrays.stream(labels).allMatch(line::contains))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
        .sum();
  }

  private static double bodies(int status) {
    return metric(
        "bellwether_bodies_refused_total", "kind=\"mentions\"", "status=\"" + status + "\"");
  }

  private static double rejectedRows() {
    return metric("bellwether_rows_total", "kind=\"mentions\"", "outcome=\"rejected\"");
  }

  private static void aGoodOneIsTaken(String id) {
    send(post(id, "a good one")).body("accepted", equalTo(1));
    as(WORKSPACE).get("/v1/mentions/count").then().statusCode(200);
  }

  @Test
  void aBodyThatIsNotUtf8IsRefusedAtItsLineAndByte() {
    double before = bodies(400);
    byte[] body = (post("1", "fine") + "\n" + post("2", "caf\u00e9")).getBytes(UTF_8);
    int at = new String(body, ISO_8859_1).indexOf('\u00c3');
    body[at] = (byte) 0xE9;
    lines()
        .body(body)
        .post("/v1/mentions")
        .then()
        .statusCode(400)
        .contentType("application/problem+json")
        .body("field", equalTo("body"))
        .body("detail", containsString("byte " + (at + 1) + ", on line 2, is 0xE9"));
    assertEquals(before + 1, bodies(400));
    aGoodOneIsTaken("utf8");
  }

  @Test
  void zalgoAmongGoodRowsIsOneBadRow() {
    double before = rejectedRows();
    String zalgo = post("z2", "he comes" + "\u0336\u0321\u0340".repeat(10));
    send(post("z1", "before") + "\n" + zalgo + "\n" + post("z3", "after"))
        .statusCode(200)
        .body("accepted", equalTo(2))
        .body("rejected", equalTo(1))
        .body("rows[1].row", equalTo(1))
        .body("rows[1].line", equalTo(2))
        .body("rows[1].field", equalTo("text"));
    assertEquals(before + 1, rejectedRows());
    awaitCount(WORKSPACE, "?q=before", 1);
    aGoodOneIsTaken("zalgo");
  }

  @Test
  void aLineLongerThanAnyRowIsOneBadRow() {
    double rows = rejectedRows();
    String nearlyAll = "{\"text\":\"" + "x".repeat(10_000_000) + "\"}";
    send(nearlyAll + "\n" + post("l2", "after"))
        .statusCode(200)
        .body("accepted", equalTo(1))
        .body("rows[0].reason", containsString("at most 200000"));
    assertEquals(rows + 1, rejectedRows());
    aGoodOneIsTaken("long");
  }

  @Test
  void aLittleGzipThatUnpacksToMoreThanAnyBodyIsRefused() throws IOException {
    double before = bodies(413);
    var bomb = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(bomb)) {
      for (int i = 0; i < 200; i++) {
        gzip.write(new byte[1 << 20]);
      }
    }
    lines()
        .header("Content-Encoding", "gzip")
        .body(bomb.toByteArray())
        .post("/v1/mentions")
        .then()
        .statusCode(413)
        .contentType("application/problem+json")
        .body("detail", containsString("10485760 bytes when unpacked"));
    assertEquals(before + 1, bodies(413));
    aGoodOneIsTaken("bomb");
  }

  @Test
  void aQueryThatAsksTooMuchIsRefusedAtItsColumnWhereverItIsAsked() {
    Map<String, String> refused =
        Map.of(
            "a ".repeat(1_000).strip(),
            "a query may hold 500 words",
            "a*",
            "would look at too many words",
            "*",
            "",
            "kettle OR ?*",
            "",
            "(".repeat(1_000) + "a" + ")".repeat(1_000),
            "",
            "NOT (".repeat(400) + "a" + ")".repeat(400),
            "",
            "a OR ".repeat(5_000) + "a",
            "");
    refused.forEach(
        (query, why) -> {
          Pattern place = Pattern.compile("(?s)query: (column \\d+: )?.*" + why + ".*");
          as(WORKSPACE)
              .body(Map.of("name", "refused", "query", query))
              .post("/v1/monitors")
              .then()
              .statusCode(400)
              .contentType("application/problem+json")
              .body("field", equalTo("query"))
              .body("detail", matchesPattern(place));
          as(WORKSPACE)
              .body(Map.of("query", query))
              .post("/v1/monitors/preview")
              .then()
              .statusCode(400)
              .body("field", equalTo("query"));
          // a longer one is no address
          if (query.length() < 1_000) {
            as(WORKSPACE)
                .queryParam("q", query)
                .get("/v1/mentions")
                .then()
                .statusCode(400)
                .body("field", equalTo("q"));
          }
        });
    as(WORKSPACE).get("/v1/monitors").then().body("monitors", hasSize(0));
    aGoodOneIsTaken("query");
  }
}
