package dev.bellwether.local.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.bellwether.local.suite.SuiteException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class BatchSenderTest {

  private static final List<byte[]> ROWS =
      List.of(
          "{\"id\":\"1\",\"text\":\"a\"}".getBytes(StandardCharsets.UTF_8),
          "{\"id\":\"2\",\"text\":\"twice\"}".getBytes(StandardCharsets.UTF_8));

  private final List<String> trouble = new ArrayList<>();

  @Test
  void aBatchIsTriedAgainUnderTheSameKeyUntilItIsTaken() throws Exception {
    try (var door = new Door(503, 429, 500, 409, Door.TAKEN_BUT_CUT_OFF);
        var sender = sender(door.url(), Duration.ofSeconds(60))) {
      var answer = sender.send(Kind.MENTIONS, ROWS);

      assertEquals(1, answer.accepted());
      assertEquals(1, answer.duplicate());
      assertEquals(6, door.keys.size());
      assertEquals(1, new HashSet<>(door.keys).size(), "one key for all attempts: " + door.keys);
      assertEquals(1, new HashSet<>(door.bodies).size(), "one body for all attempts");
      assertEquals(1, trouble.size(), "a person is told once: " + trouble);
    }
  }

  @Test
  void anotherBatchHasAnotherKey() throws Exception {
    try (var door = new Door();
        var sender = sender(door.url(), Duration.ofSeconds(10))) {
      sender.send(Kind.MENTIONS, ROWS);
      sender.send(Kind.ADS, ROWS);
      assertNotEquals(door.keys.get(0), door.keys.get(1));
      assertEquals(List.of("/v1/mentions", "/v1/ad-performance"), door.paths);
    }
  }

  @Test
  void aRefusalIsNotTriedAgainAndSaysWhy() {
    try (var door = new Door(401);
        var sender = sender(door.url(), Duration.ofSeconds(10))) {
      var refused = assertThrows(SuiteException.class, () -> sender.send(Kind.MENTIONS, ROWS));
      assertEquals(
          "the gateway refuses the rows with status 401: No the key is unknown",
          refused.getMessage());
      assertEquals(1, door.keys.size());
    }
  }

  @Test
  void aGatewayThatIsNotThereIsGivenUpWhenPatienceEnds() {
    URI nobody;
    try (var door = new Door()) {
      nobody = door.url();
    }
    try (var sender = sender(nobody, Duration.ofMillis(500))) {
      var givenUp = assertThrows(SuiteException.class, () -> sender.send(Kind.MENTIONS, ROWS));
      assertTrue(
          givenUp.getMessage().contains("does not answer (ConnectException)"),
          givenUp.getMessage());
      assertEquals(1, trouble.size());
    }
  }

  private BatchSender sender(URI url, Duration patience) {
    return new BatchSender(url, "bw_key", patience, trouble::add);
  }
}
