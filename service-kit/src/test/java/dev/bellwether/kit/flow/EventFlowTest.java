package dev.bellwether.kit.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;

class EventFlowTest {

  @Test
  void aTopicThatIsReadHasItsDeadLettersCountedFromZero() {
    var metrics = new SimpleMeterRegistry();
    var mentions = new EventFlow(metrics).of("mentions");
    assertEquals("mentions", mentions.topic());
    var letters = metrics.get("bellwether.dead.letters").tag("topic", "mentions").counter();
    assertEquals(0, letters.count());
    // What is counted later by name is the same counter
    metrics.counter("bellwether.dead.letters", "topic", "mentions").increment();
    assertEquals(1, letters.count());
  }
}
