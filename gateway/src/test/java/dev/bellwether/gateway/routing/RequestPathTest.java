package dev.bellwether.gateway.routing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.bellwether.gateway.upstream.Upstream;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.NotEmpty;
import org.junit.jupiter.api.Test;

class RequestPathTest {

  @Provide
  Arbitrary<List<String>> pieces() {
    return Arbitraries.of(
            "mentions",
            "..",
            ".",
            "%2e%2e",
            "%2E.",
            "a..b",
            "x%3A1",
            "%2f",
            "%5c",
            "\\",
            ";v=1",
            "..;a",
            "%252e%252e",
            "",
            "...")
        .list()
        .ofMaxSize(6);
  }

  @Property
  void noStraightPathLeavesItsPrefixHoweverItIsRead(@ForAll("pieces") List<String> pieces) {
    String path = "/v1/mentions/" + String.join("/", pieces);
    if (RequestPath.isStraight(path)) {
      // the most credulous reader: decodes, takes backslashes for slashes, forgets matrix
      // parameters, then resolves
      String read =
          path.replaceAll("(?i)%2e", ".")
              .replaceAll("(?i)%2f|%5c|\\\\", "/")
              .replaceAll(";[^/]*", "");
      String resolved = URI.create(read).normalize().getPath();
      assertTrue(resolved.startsWith("/v1/mentions"), path + " is read as " + resolved);
      assertFalse(resolved.contains("/../"), resolved);
    }
  }

  @Property
  void anIdThatIsEncodedWholeIsStraight(@ForAll @NotEmpty String id) {
    boolean climbs =
        List.of(id.split("[/\\\\]", -1)).stream()
            .map(s -> s.split(";", -1)[0])
            .anyMatch(s -> s.equals(".") || s.equals(".."));
    String path = "/v1/mentions/" + URLEncoder.encode(id, StandardCharsets.UTF_8);
    assertEquals(!climbs, RequestPath.isStraight(path));
    assertEquals(Optional.of(Upstream.INGEST), RouteTable.upstreamOf(path));
    assertEquals(Optional.of(Upstream.SENTIMENT), RouteTable.upstreamOf(path + "/sentiment"));
    assertEquals(Optional.of(Upstream.INGEST), RouteTable.upstreamOf(path + "%2Fsentiment"));
  }

  @Test
  void belowAnIdOnlyTheWholeThirdSegmentMatches() {
    for (String path :
        List.of(
            "/v1/mentions/sentiment",
            "/v1/mentions//sentiment",
            "/v1/mentions/x/sentiments",
            "/v1/mentions/x/y/sentiment",
            "/v1/mentions/x/sentiment;v=1",
            "/v1/mentions/x/%73entiment")) {
      assertEquals(Optional.of(Upstream.INGEST), RouteTable.upstreamOf(path), path);
    }
    for (String path : List.of("/v1/mentions/x/sentiment/", "/v1/mentions/{id}/sentiment")) {
      assertEquals(Optional.of(Upstream.SENTIMENT), RouteTable.upstreamOf(path), path);
    }
    assertEquals(Optional.of(Upstream.TREND), RouteTable.upstreamOf("/v1/trends/x/sentiment"));
  }

  @Test
  void onlyWholeSegmentsMatch() {
    assertEquals(Optional.of(Upstream.INGEST), RouteTable.upstreamOf("/v1/mentions"));
    assertEquals(Optional.of(Upstream.INGEST), RouteTable.upstreamOf("/v1/mentions/"));
    for (String path :
        List.of(
            "/v1/mentionsfoo",
            "/v1/mention",
            "/v1//mentions",
            "/v1",
            "/",
            "",
            "/v2/mentions",
            "/v1/mentions%2f")) {
      assertEquals(Optional.empty(), RouteTable.upstreamOf(path), path);
    }
  }

  @Test
  void whatIsNoPathIsNotStraight() {
    assertFalse(RequestPath.isStraight(null));
    assertFalse(RequestPath.isStraight("*"));
    assertFalse(RequestPath.isStraight("/v1/mentions/%zz"));
  }
}
