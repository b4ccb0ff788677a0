package dev.bellwether.gateway.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is written down of a path and a query names nobody. */
class AuditRouteTest {

  @ParameterizedTest
  @CsvSource({
    "/v1/mentions,/v1/mentions",
    "/v1/mentions/count,/v1/mentions/count",
    "/v1/mentions/x%3A1,/v1/mentions/{id}",
    "/v1/mentions/x:1/history,/v1/mentions/{id}/history",
    "/v1/trends/m-1/jane%20doe,/v1/trends/{id}/{id}",
    "/v1/authors/janedoe/export,/v1/authors/{id}/export",
    "/v1/mentions/,/v1/mentions/",
    "/v1/mentions/x%3A1/sentiment,/v1/mentions/{id}/sentiment",
    "/v1/sentiment/share-of-voice,/v1/sentiment/share-of-voice",
    "/v1/sentiment/corrections,/v1/sentiment/corrections",
    "/v1/alert-channels/c-1/rotate-secret,/v1/alert-channels/{id}/rotate-secret",
    "/v1/alerts/a-1/acknowledge,/v1/alerts/{id}/acknowledge",
    "/v1/budget-plans/p-1/approval,/v1/budget-plans/{id}/approval",
    "/v1/budget-plans/p-1/history,/v1/budget-plans/{id}/history",
    "/v1/authors/approval/deliveries,/v1/authors/{id}/{id}",
    "/v1/series/bWVudGlvbnN8bTE/forecast,/v1/series/{id}/forecast",
    "/v1/authors/targets/sentiment,/v1/authors/{id}/{id}",
  })
  void whateverMayBeAnIdIsLeftOut(String path, String template) {
    assertEquals(template, AuditRoute.of(path).template());
  }

  @Test
  void anIdIsTheSameHoweverItWasEncoded() {
    assertEquals(Optional.of("x:1+2"), AuditRoute.of("/v1/mentions/x%3A1+2").id());
    assertEquals(Optional.of("x:1+2"), AuditRoute.of("/v1/mentions/x:1%2B2").id());
    assertEquals(Optional.empty(), AuditRoute.of("/v1/mentions/count").id());
  }

  @Test
  void readingPostsAndPeopleMustBeWrittenAndSendingPostsNeedNot() {
    assertTrue(AuditRoute.of("/v1/mentions/x:1").showsPeople("GET"));
    assertTrue(AuditRoute.of("/v1/mentions").showsPeople("HEAD"));
    assertTrue(AuditRoute.of("/v1/monitors/preview").showsPeople("POST"));
    assertTrue(AuditRoute.of("/v1/authors/a/export").showsPeople("GET"));
    assertTrue(AuditRoute.of("/v1/erasures").showsPeople("POST"));
    assertTrue(AuditRoute.of("/v1/mentions/x:1/sentiment").showsPeople("GET"));
    assertTrue(AuditRoute.of("/v1/sentiment/corrections").showsPeople("GET"));
    assertFalse(AuditRoute.of("/v1/mentions/x:1/sentiment").showsPeople("PATCH"));
    assertFalse(AuditRoute.of("/v1/sentiment/targets").showsPeople("GET"));
    assertFalse(AuditRoute.of("/v1/mentions").showsPeople("POST"));
    assertFalse(AuditRoute.of("/v1/trends").showsPeople("GET"));
  }

  @Test
  void ofAQueryTheNamesAreKeptAndOnlySuchValuesAsNameNobody() {
    assertEquals(
        List.of(
            "author",
            "from=2026-11-01T00:00:00Z",
            "language=en",
            "monitor=0190f5d2-0000-7000-8000-000000000001",
            "other",
            "platform=x",
            "q"),
        AuditParameters.of(
            "q=jane+doe&platform=x&author=jane&from=2026-11-01T00:00:00Z&Jane%20Doe=1&language=en"
                + "&monitor=0190f5d2-0000-7000-8000-000000000001&%zz=1&&jane"));
    assertEquals(
        List.of("from", "language", "monitor", "platform"),
        AuditParameters.of("platform=Jane Doe&language=jane&monitor=jane&from=jane"));
    String ids = "0190f5d2-0000-7000-8000-000000000001,0190f5d2-0000-7000-8000-000000000002";
    assertEquals(
        List.of("by=authors", "monitors=" + ids), AuditParameters.of("by=authors&monitors=" + ids));
    assertEquals(List.of("by", "monitors"), AuditParameters.of("by=jane&monitors=jane,doe"));
    assertEquals(List.of(), AuditParameters.of(null));
  }
}
