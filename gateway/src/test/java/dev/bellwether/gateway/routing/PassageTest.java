package dev.bellwether.gateway.routing;

import static dev.bellwether.gateway.RawHttp.head;
import static dev.bellwether.gateway.Suite.withKey;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.bellwether.gateway.EchoService;
import dev.bellwether.gateway.RawHttp;
import dev.bellwether.gateway.Suite;
import dev.bellwether.gateway.upstream.Upstream;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a request and its answer are when they have passed, and what stays behind. */
@QuarkusTest
@WithTestResource(Suite.class)
class PassageTest {

  private static final String PROBLEM = "application/problem+json";

  @TestHTTPResource URI gateway;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/v1/mentions/x%3A123",
        "/v1/mentions/bluesky%3Aat%3A%2F%2Fdid%3Aplc%3Aa%2Fpost%2F3k",
        "/v1/mentions/x:1?",
        "/v1/mentions?q=a%26b+c%20d&from=2026-11-01T00:00:00%2B01:00&q=%C3%BC&empty=",
        "/v1/mentions/a..b/c..",
      })
  void pathAndQueryPassAsTheyWereSent(String target) throws Exception {
    String answer = RawHttp.exchange(gateway, head("GET", target) + "Connection: close\r\n\r\n");
    assertTrue(
        answer.contains("\"uri\":\"" + target.replaceFirst("\\?$", "") + "\"")
            || answer.contains("\"uri\":\"" + target + "\""),
        answer);
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"})
  void methodAndBodyPass(String method) {
    withKey()
        .body("[1]")
        .contentType("application/json")
        .request(method, "/v1/monitors")
        .then()
        .statusCode(200)
        .body("method", equalTo(method), "body", equalTo("[1]"));
  }

  @Test
  void aHeadRequestHasNoBodyAndTheSameLength() {
    int length = withKey().get("/v1/trends?h=1").then().extract().asByteArray().length;
    assertTrue(length > 0);
    withKey()
        .head("/v1/trends?h=1")
        .then()
        .statusCode(200)
        .header("Content-Length", notNullValue());
  }

  @Test
  void aPackedBodyIsHandedOnAsItCame() {
    // Not gzip at all: whoever tried to unpack it on the way would fail
    withKey()
        .header("Content-Encoding", "gzip")
        .contentType("application/json")
        .body("[1]")
        .post("/v1/mentions")
        .then()
        .statusCode(200)
        .body("headers.'content-encoding'", contains("gzip"), "body", equalTo("[1]"));
  }

  @Test
  void credentialsAndForgedIdentityStayOutside() {
    withKey()
        .header("X-API-Key", Suite.KEY)
        .header("Cookie", "session=1")
        .header("X-Forwarded-User", "root")
        .header("X-Bellwether-Workspace", "other")
        .header("Forwarded", "for=1.2.3.4")
        .header("Remote-User", "root")
        .header("Connection", "X-Secret-Hop, keep-alive")
        .header("X-Secret-Hop", "1")
        .header("TE", "trailers")
        .header("Proxy-Authorization", "Basic x")
        .header("Accept-Language", "de")
        .get("/v1/mentions")
        .then()
        .statusCode(200)
        .body(
            "headers.'x-api-key'",
            nullValue(),
            "headers.cookie",
            nullValue(),
            "headers.'x-forwarded-user'",
            nullValue(),
            "headers.'x-bellwether-workspace'",
            nullValue(),
            "headers.forwarded",
            nullValue(),
            "headers.'remote-user'",
            nullValue(),
            "headers.'x-secret-hop'",
            nullValue(),
            "headers.te",
            nullValue(),
            "headers.'proxy-authorization'",
            nullValue(),
            "headers.'accept-language'",
            contains("de"),
            "headers.authorization.size()",
            equalTo(1),
            "toString()",
            not(containsString(Suite.KEY)));
  }

  @Test
  void theTraceGoesOnUnlessItIsMalformed() {
    String trace = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
    withKey()
        .header("traceparent", trace)
        .header("tracestate", "a=1")
        .get("/v1/trends")
        .then()
        .body("headers.traceparent", contains(trace), "headers.tracestate", contains("a=1"));
    withKey()
        .header("traceparent", "rubbish")
        .header("tracestate", "a=1")
        .get("/v1/trends")
        .then()
        .body("headers.traceparent", nullValue(), "headers.tracestate", nullValue());
  }

  @Test
  void aRequestIdIsEchoedOrMade() {
    withKey()
        .header("X-Request-Id", "abc-1")
        .get("/v1/trends")
        .then()
        .header("X-Request-Id", "abc-1")
        .body("headers.'x-request-id'", contains("abc-1"));
    given()
        .header("X-Request-Id", "has blank")
        .get("/v1/trends")
        .then()
        .statusCode(401)
        .header("X-Request-Id", matchesPattern("[0-9a-f-]{36}"));
    given().get("/nothing").then().header("X-Request-Id", matchesPattern("[0-9a-f-]{36}"));
  }

  @Test
  void anAnswerTellsNoInnerAddress() {
    var answer =
        withKey()
            .redirects()
            .follow(false)
            .post("/v1/monitors?act=created")
            .then()
            .statusCode(201)
            .header("Location", "/v1/monitors/m%201?x=1")
            .header("X-Hop", nullValue())
            .extract();
    assertEquals(1, answer.headers().getValues("X-Request-Id").size());
    assertFalse(
        answer
            .headers()
            .toString()
            .contains(Integer.toString(Suite.service(Upstream.INGEST).port())));
  }

  @Test
  void answersWithoutABodyPassWithoutOne() throws Exception {
    for (String act : new String[] {"nothing 204", "unchanged 304"}) {
      String[] parts = act.split(" ");
      String answer =
          RawHttp.exchange(
              gateway,
              head("DELETE", "/v1/monitors/1?act=" + parts[0]) + "Connection: close\r\n\r\n");
      assertTrue(answer.startsWith("HTTP/1.1 " + parts[1]), answer);
      assertTrue(answer.endsWith("\r\n\r\n"), answer);
      assertFalse(answer.toLowerCase(Locale.ROOT).contains("transfer-encoding"), answer);
    }
  }

  @Test
  void aWordlessErrorOfAServiceGetsWords() {
    withKey()
        .get("/v1/trends/x/y?act=wordless")
        .then()
        .statusCode(404)
        .contentType(PROBLEM)
        .body("detail", containsString("trend"));
  }

  @Test
  void aServiceThatRefusesTheSignatureIsNotTheCallersFault() {
    withKey()
        .get("/v1/trends?act=refuse")
        .then()
        .statusCode(502)
        .contentType(PROBLEM)
        .header("WWW-Authenticate", nullValue())
        .body("detail", containsString("keys do not match"));
  }

  @Test
  void aSlowServiceIsNamedIn504() {
    withKey()
        .get("/v1/trends?act=slow")
        .then()
        .statusCode(504)
        .contentType(PROBLEM)
        .header("Retry-After", notNullValue())
        .body("detail", containsString("trend service"));
  }

  @Test
  void aServiceThatBreaksOffIsNamedIn502() {
    withKey()
        .body("x")
        .post("/v1/budget-plans?act=break")
        .then()
        .statusCode(502)
        .contentType(PROBLEM)
        .header("Retry-After", notNullValue())
        .body("detail", containsString("optimizer service"));
  }

  @Test
  void anAnswerThatBreaksOffIsNotMadeToLookWhole() throws Exception {
    String answer = RawHttp.exchange(gateway, head("GET", "/v1/trends?act=half") + "\r\n");
    assertTrue(answer.startsWith("HTTP/1.1 200"), answer);
    assertTrue(answer.substring(answer.indexOf("\r\n\r\n") + 4).length() < 1000);
  }

  /** A problem where it breaks off while its audit entry is still being written. */
  @Test
  void aStreamThatBreaksOffHasNoEnd() throws Exception {
    String answer =
        RawHttp.exchange(
            gateway, head("GET", "/v1/mentions/export?act=cut") + "Connection: close\r\n\r\n");
    assertTrue(
        answer.startsWith("HTTP/1.1 502")
            || answer.toLowerCase(Locale.ROOT).contains("transfer-encoding: chunked"),
        answer);
    assertFalse(answer.endsWith("0\r\n\r\n"), "the last chunk would say that it was all");
  }

  @Test
  void aStreamLargerThanAnyLimitPassesWhole() throws Exception {
    try (var http = new RawHttp(gateway)) {
      http.send(head("GET", "/v1/mentions/export?act=large") + "Connection: close\r\n\r\n");
      http.readUntil("\r\n\r\n");
      long bytes = http.readToEnd().chars().filter(c -> c == 0).count();
      assertEquals((long) EchoService.CHUNK * EchoService.LARGE_CHUNKS, bytes);
    }
  }

  @Test
  void aBodyIsHandedOnWhileItIsStillBeingSent() throws Exception {
    var chunks = Suite.service(Upstream.INGEST).chunks();
    chunks.clear();
    try (var http = new RawHttp(gateway)) {
      http.send(
          head("POST", "/v1/mentions?act=listen")
              + "Content-Type: application/x-ndjson\r\nTransfer-Encoding: chunked\r\n\r\n");
      http.send("8\r\n{\"a\":1}\n\r\n");
      assertEquals("{\"a\":1}\n", chunks.poll(10, TimeUnit.SECONDS));
      http.send("8\r\n{\"a\":2}\n\r\n0\r\n\r\n");
      assertEquals("{\"a\":2}\n", chunks.poll(10, TimeUnit.SECONDS));
      assertTrue(http.readUntil("\r\n\r\n").startsWith("HTTP/1.1 200"));
    }
  }

  @Test
  void aClientThatWaitsFor100IsToldToGoOn() throws Exception {
    try (var http = new RawHttp(gateway)) {
      http.send(head("POST", "/v1/mentions") + "Expect: 100-continue\r\nContent-Length: 2\r\n\r\n");
      assertTrue(http.readUntil("\r\n\r\n").startsWith("HTTP/1.1 100"));
      http.send("[]");
      assertTrue(http.readUntil("\r\n\r\n").startsWith("HTTP/1.1 200"));
    }
  }
}
