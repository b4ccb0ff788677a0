package dev.bellwether.local.supervision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class SupervisedChildTest {

  private final BlockingQueue<ProcessHandle> started = new LinkedBlockingQueue<>();
  private final BlockingQueue<String> died = new LinkedBlockingQueue<>();
  private final BlockingQueue<String> gaveUp = new LinkedBlockingQueue<>();

  private final SupervisedChild.Events events =
      new SupervisedChild.Events() {
        @Override
        public void started(String name, ProcessHandle process) {
          started.add(process);
        }

        @Override
        public void died(String name, String how, Duration pause) {
          died.add(name + " " + how);
        }

        @Override
        public void gaveUp(String name, String how) {
          gaveUp.add(name + " " + how);
        }
      };

  @Test
  void aChildThatIsKilledIsStartedAgain() throws Exception {
    var child = SupervisedChild.start(spec(this::sleeping), events);
    try {
      var first = next(started);
      first.destroyForcibly();
      assertEquals("sleeper was killed by signal 9", next(died));
      var second = next(started);
      assertNotEquals(first.pid(), second.pid());
      assertTrue(second.isAlive());
      assertEquals(1, child.deaths());
    } finally {
      child.stop();
    }
  }

  @Test
  void aChildThatIsStoppedStaysAway() throws Exception {
    var child = SupervisedChild.start(spec(this::sleeping), events);
    var process = next(started);
    child.stop();
    assertFalse(process.isAlive());
    assertTrue(child.process().isEmpty());
    assertTrue(died.isEmpty(), "a stop is no death");
    assertTrue(started.isEmpty());
  }

  @Test
  void aStartThatFailsIsADeathAndTriedAgain() throws Exception {
    var calls = new AtomicInteger();
    ChildSpec.Start start =
        () ->
            switch (calls.incrementAndGet()) {
              case 1 -> new ProcessBuilder("/bin/sh", "-c", "exit 3").start();
              case 2 -> throw new IOException("no room");
              default -> sleeping();
            };
    var child = SupervisedChild.start(spec(start), events);
    try {
      assertEquals("sleeper ended with code 3", next(died));
      assertEquals("sleeper could not be started (no room)", next(died));
      next(started);
      assertTrue(next(started).isAlive());
    } finally {
      child.stop();
    }
  }

  @Test
  void aChildThatDoesNotListenIsKilledWhenPatienceEnds() throws Exception {
    ChildSpec.Start deaf =
        () ->
            new ProcessBuilder("/bin/sh", "-c", "trap '' TERM; while :; do sleep 1; done").start();
    var child =
        SupervisedChild.start(
            new ChildSpec("deaf", deaf, new Ending("TERM", Duration.ofMillis(300))), events);
    var process = next(started);
    child.stop();
    assertFalse(process.isAlive());
  }

  @Test
  void thePauseGrowsWithEveryDeathUntilTheChildHasLivedForAWhile() {
    var backoff = Backoff.NONE;
    Duration before = Duration.ZERO;
    for (int i = 0; i < 7; i++) {
      backoff = backoff.after(Duration.ofSeconds(1));
      assertTrue(backoff.pause().compareTo(before) > 0);
      before = backoff.pause();
    }
    assertFalse(backoff.isHopeless());
    assertTrue(backoff.after(Duration.ofSeconds(1)).isHopeless(), "the eighth short life in a row");
    assertFalse(backoff.after(Duration.ofMinutes(2)).isHopeless(), "it has lived for a while");
    for (int i = 0; i < 40; i++) {
      backoff = backoff.after(Duration.ofSeconds(1));
    }
    assertEquals(Duration.ofSeconds(30), backoff.pause());
    assertEquals(
        Backoff.NONE.after(Duration.ZERO).pause(), backoff.after(Duration.ofMinutes(2)).pause());
  }

  @Test
  void aProcessIsToldFromALaterOneWithTheSameId() throws Exception {
    var process = sleeping();
    try {
      var identity = ProcessIdentity.of(process.toHandle());
      assertEquals(process.pid(), identity.find().orElseThrow().pid());
      assertTrue(
          new ProcessIdentity(identity.pid(), identity.started().minusSeconds(60))
              .find()
              .isEmpty());
    } finally {
      process.destroyForcibly().waitFor();
    }
    assertTrue(ProcessIdentity.of(process.toHandle()).find().isEmpty());
  }

  private static ChildSpec spec(ChildSpec.Start start) {
    return new ChildSpec("sleeper", start, new Ending("TERM", Duration.ofSeconds(10)));
  }

  private Process sleeping() throws IOException {
    return new ProcessBuilder(List.of("sleep", "600")).start();
  }

  private static <T> T next(BlockingQueue<T> queue) throws InterruptedException {
    var item = queue.poll(20, TimeUnit.SECONDS);
    assertTrue(item != null, "nothing happened within 20 s");
    return item;
  }
}
