package dev.bellwether.gateway.routing;

import static dev.bellwether.gateway.RawHttp.head;
import static dev.bellwether.gateway.Suite.requests;
import static dev.bellwether.gateway.Suite.withKey;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.equalToIgnoringCase;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.bellwether.gateway.RawHttp;
import dev.bellwether.gateway.Suite;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who and what comes in, and where it goes. */
@QuarkusTest
@WithTestResource(Suite.class)
class DoorTest {

  private static final String PROBLEM = "application/problem+json";

  @TestHTTPResource URI gateway;

  @ParameterizedTest
  @CsvSource({
    "/v1/mentions,ingest",
    "/v1/mentions/count,ingest",
    "/v1/monitors/7,ingest",
    "/v1/ad-performance,ingest",
    "/v1/rejections/summary,ingest",
    "/v1/retention,ingest",
    "/v1/sentiment,sentiment",
    "/v1/sentiment/summary,sentiment",
    "/v1/sentiment/share-of-voice?monitors=a%2Cb,sentiment",
    "/v1/mentions/x%3A1/sentiment,sentiment",
    "/v1/mentions/bluesky%3Aat%3A%2F%2Fdid%3Aplc%3Aa%2Fpost%2F3k/sentiment,sentiment",
    "/v1/mentions/x%3A1/engagement,ingest",
    "/v1/mentions/x%3A1%2Fsentiment,ingest",
    "/v1/trends,trend",
    "/v1/alert-rules/7,trend",
    "/v1/alert-channels/7/test,trend",
    "/v1/alerts,trend",
    "/v1/series?account=a1,trend",
    "/v1/series/bWVudGlvbnN8bTE/forecast,trend",
    "/v1/erasures,ingest",
    "/v1/authors/export,ingest",
    "/v1/budget-plans,optimizer",
    "/v1/budget-plans/p1,optimizer",
    "/v1/budget-plans/p1/approval,optimizer",
    "/v1/budget-plans/p1/export?platform=meta,optimizer",
    "/v1/spend-suggestions,optimizer",
    "/v1/spend-suggestions/s1/dismissal,optimizer",
    "/v1/creative-tests/t1,optimizer",
    "/v1/response-curves,optimizer"
  })
  void eachPathGoesToItsService(String path, String service) {
    withKey()
        .urlEncodingEnabled(false)
        .get(path)
        .then()
        .statusCode(200)
        .body("service", equalTo(service), "uri", equalTo(path));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/v1/mentions/../../q/health",
        "/v1/mentions/..%2f..%2fq/health",
        "/v1/mentions/%2e%2e/%2e%2e/q/openapi",
        "/v1/mentions/..;a=b/..;/q/health",
        "/v1/mentions/..%5c..%5cq",
        "/v1/mentions\\..\\..\\q",
        "/v1/./mentions",
        "/v1/mentions/%2E%2E",
        "/v1/../v1/mentions",
        "http://x/v1/trends/../../q/health",
        "/v1/mentions/%zz"
      })
  void aPathThatClimbsReachesNoService(String target) throws Exception {
    int before = requests();
    String answer = RawHttp.exchange(gateway, head("GET", target) + "Connection: close\r\n\r\n");
    assertTrue(answer.startsWith("HTTP/1.1 404") || answer.startsWith("HTTP/1.1 400"), answer);
    assertEquals(before, requests());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/v1/mentionsfoo",
        "/v1/Mentions",
        "/v1",
        "/v1/",
        "/v1/health",
        "/v1/mentions;x=1",
        "/v2/mentions",
        "/q/openapi",
        "/nothing",
        "/v1/q/health",
        "/mentions",
        "/v1mentions"
      })
  void anUnknownPathIsAProblem(String path) {
    int before = requests();
    withKey()
        .get(path)
        .then()
        .statusCode(404)
        .contentType(PROBLEM)
        .body("status", equalTo(404), "title", equalToIgnoringCase("Not found"));
    assertEquals(before, requests());
  }

  @Test
  void anUnknownMethodIsAProblemThatNamesTheOthers() throws Exception {
    String answer =
        RawHttp.exchange(gateway, head("TRACE", "/v1/mentions") + "Connection: close\r\n\r\n");
    assertTrue(answer.startsWith("HTTP/1.1 405"), answer);
    assertTrue(answer.contains("Allow: GET, HEAD") || answer.contains("allow: GET, HEAD"), answer);
    assertTrue(answer.contains(PROBLEM), answer);
  }

  @Test
  void aRequestWithoutAKeyIsToldHowToShowOne() {
    given()
        .get("/v1/mentions")
        .then()
        .statusCode(401)
        .contentType(PROBLEM)
        .header("WWW-Authenticate", equalTo("Bearer realm=\"bellwether\""))
        .body("detail", containsString("X-API-Key"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Bearer nonsense",
        "Bearer",
        "Basic dXNlcjpwYXNz",
        "Bearer bw_short",
        "Bearer bw_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
        "Bearer eyJhbGciOiJub25lIn0.eyJzdWIiOiJ4In0.",
      })
  void aBadKeyIsRefused(String authorization) {
    int before = requests();
    given()
        .header("Authorization", authorization)
        .get("/v1/mentions")
        .then()
        .statusCode(401)
        .contentType(PROBLEM)
        .header("WWW-Authenticate", containsString("invalid_token"));
    assertEquals(before, requests());
  }

  @Test
  void aGoodKeyCannotHideABadOne() {
    given()
        .header("Authorization", "Bearer bad")
        .header("X-API-Key", Suite.KEY)
        .get("/v1/mentions")
        .then()
        .statusCode(401);
  }

  @Test
  void theKeyMayComeInEitherHeader() {
    given().header("X-API-Key", Suite.KEY).get("/v1/trends").then().statusCode(200);
    given()
        .header("Authorization", "bearer  " + Suite.KEY)
        .get("/v1/trends")
        .then()
        .statusCode(200);
  }

  @Test
  void tenMegabytesPassAndOneByteMoreDoesNot() throws Exception {
    int limit = 10 * 1024 * 1024;
    HttpResponse<String> whole = post(new byte[limit]);
    assertEquals(200, whole.statusCode());
    assertTrue(whole.body().contains("\"length\":" + limit), whole.body());
    int before = requests();
    HttpResponse<String> refused = post(new byte[limit + 1]);
    assertEquals(413, refused.statusCode());
    assertEquals(PROBLEM, refused.headers().firstValue("Content-Type").orElseThrow());
    assertTrue(refused.body().contains(Integer.toString(limit)), refused.body());
    assertEquals(before, requests());
  }

  private HttpResponse<String> post(byte[] body) throws Exception {
    try (var client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
      var request =
          HttpRequest.newBuilder(gateway.resolve("/v1/mentions"))
              .header("X-API-Key", Suite.KEY)
              .POST(HttpRequest.BodyPublishers.ofByteArray(body))
              .build();
      return client.send(request, HttpResponse.BodyHandlers.ofString());
    }
  }

  @Test
  void aBodyOfUndeclaredLengthIsHeldToTheSameLimit() throws Exception {
    String chunk = "100000\r\n" + "x".repeat(0x100000) + "\r\n";
    try (var http = new RawHttp(gateway)) {
      http.send(head("POST", "/v1/mentions") + "Transfer-Encoding: chunked\r\n\r\n");
      for (int i = 0; i < 12; i++) {
        http.send(chunk);
      }
      http.send("0\r\n\r\n");
      String answer = http.readUntil("}");
      assertTrue(answer.startsWith("HTTP/1.1 413"), answer);
      assertTrue(answer.contains(PROBLEM), answer);
    }
  }

  @Test
  void aRefusedUploadLeavesTheConnectionUsable() throws Exception {
    try (var http = new RawHttp(gateway)) {
      http.send("POST /v1/mentions HTTP/1.1\r\nHost: x\r\nContent-Length: 4\r\n\r\n");
      assertTrue(http.readUntil("}").startsWith("HTTP/1.1 401"));
      http.send("[{}]" + head("GET", "/v1/trends") + "\r\n");
      assertTrue(http.readUntil("\r\n\r\n").startsWith("HTTP/1.1 200"));
    }
  }
}
