package dev.bellwether.kit.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class TopicFlowTest {

  private Instant now = Instant.parse("2026-11-22T10:00:00Z");
  private long lag;
  private final TopicFlow flow = new TopicFlow("mentions", () -> now);

  TopicFlowTest() {
    flow.readBy(() -> new ConsumerState(true, 0, 0, true, lag));
  }

  @Test
  void anIdleTopicAgesButDoesNotStandStill() {
    flow.taken();
    flow.done();
    later(Duration.ofHours(2));
    assertEquals(Duration.ofHours(2), flow.now().age());
    assertEquals(Duration.ZERO, flow.now().stillFor());
  }

  @Test
  void aRecordThatHasJustComeAfterAQuietHourDoesNotMakeItStandStill() {
    later(Duration.ofHours(1));
    lag = 1;
    assertEquals(Duration.ZERO, flow.now().stillFor());
    later(Duration.ofMinutes(6));
    assertEquals(Duration.ofMinutes(6), flow.now().stillFor());
  }

  @Test
  void laggingButWorkingOffIsNotStandingStill() {
    lag = 100_000;
    flow.now();
    for (int minute = 0; minute < 30; minute++) {
      later(Duration.ofMinutes(1));
      flow.taken();
      flow.done();
    }
    assertEquals(Duration.ZERO, flow.now().stillFor());
  }

  @Test
  void aBatchThatIsTriedAgainAndAgainStandsStillAndTellsWhy() {
    flow.taken();
    later(Duration.ofMinutes(7));
    flow.failed(new IllegalStateException("words", new java.net.ConnectException("more words")));
    later(Duration.ofSeconds(5));
    assertEquals(Duration.ofMinutes(7).plusSeconds(5), flow.now().stillFor());
    assertEquals("ConnectException", flow.now().lastError());
    assertEquals(Duration.ofSeconds(5), flow.now().errorAge());
    flow.done();
    assertEquals(Duration.ZERO, flow.now().stillFor());
  }

  @Test
  void aRefusedWriteIsRememberedForHalfAMinute() {
    var writes = new Writes(() -> now);
    assertNull(writes.failure());
    assertEquals(true, writes.refused(new org.apache.kafka.common.errors.TimeoutException("t")));
    assertEquals(false, writes.refused(new org.apache.kafka.common.errors.TimeoutException("t")));
    assertEquals("TimeoutException", writes.failure());
    later(Duration.ofSeconds(31));
    assertNull(writes.failure());
    assertEquals(true, writes.acknowledged());
  }

  private void later(Duration time) {
    now = now.plus(time);
  }
}
