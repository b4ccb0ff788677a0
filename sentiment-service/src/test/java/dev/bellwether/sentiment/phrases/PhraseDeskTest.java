package dev.bellwether.sentiment.phrases;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.bellwether.sentiment.phrases.PhraseDesk.Answer;
import dev.bellwether.sentiment.phrases.PhraseDesk.Limits;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Few texts at once; whoever waits too long is told; a place is taken as long as work goes on. */
@Timeout(60)
class PhraseDeskTest {

  private static final Duration LONG = Duration.ofSeconds(30);
  private static final Duration SHORT = Duration.ofMillis(20);
  private static final PhraseTrees NOTHING =
      new PhraseTrees("m", List.of(), new PhraseTrees.Cut(0, 0, 0, 0));

  private final CountDownLatch begun = new CountDownLatch(1);
  private final CountDownLatch maySucceed = new CountDownLatch(1);
  private PhraseDesk desk;

  /** A reader that is busy with "slow" until it may go on, as CoreNLP is with a long sentence. */
  private PhraseTrees slowly(String text) {
    if (text.equals("slow")) {
      begun.countDown();
      boolean waiting = true;
      while (waiting) {
        try {
          maySucceed.await();
          waiting = false;
        } catch (InterruptedException e) {
          // inside a sentence nobody looks
        }
      }
    }
    return NOTHING;
  }

  private PhraseDesk open(Callable<PhraseReader> models, Limits limits) {
    desk = new PhraseDesk(models, limits);
    return desk;
  }

  /** With its models loaded. */
  private PhraseDesk open(PhraseReader reader, Limits limits) throws InterruptedException {
    var loaded = open(() -> reader, limits);
    assertInstanceOf(Answer.Trees.class, loaded.read("first"));
    return loaded;
  }

  @AfterEach
  void close() {
    maySucceed.countDown();
    desk.close();
  }

  @Test
  void aTextIsReadByAThreadOfTheDesksOwnThatGivesWay() throws Exception {
    var thread = new AtomicReference<Thread>();
    PhraseReader reader =
        text -> {
          thread.set(Thread.currentThread());
          return NOTHING;
        };
    assertEquals(
        new Answer.Trees(NOTHING), open(reader, new Limits(1, LONG, LONG)).read("Love it"));
    assertEquals(Thread.MIN_PRIORITY, thread.get().getPriority());
    assertTrue(thread.get().isDaemon());
  }

  @Test
  void whoFindsEveryPlaceTakenIsToldSoAfterAShortWait() throws Exception {
    var busy = open(this::slowly, new Limits(1, SHORT, LONG));
    var first = Thread.ofVirtual().start(() -> read(busy, "slow"));
    begun.await();
    assertEquals(new Answer.Busy(), busy.read("another"));
    maySucceed.countDown();
    first.join();
    assertInstanceOf(Answer.Trees.class, busy.read("another"));
  }

  @Test
  void aSecondPlaceServesASecondCallerMeanwhile() throws Exception {
    var two = open(this::slowly, new Limits(2, SHORT, LONG));
    var first = Thread.ofVirtual().start(() -> read(two, "slow"));
    begun.await();
    assertInstanceOf(Answer.Trees.class, two.read("another"));
    maySucceed.countDown();
    first.join();
  }

  @Test
  void aReadingThatTookTooLongKeepsItsPlaceUntilItReallyEnds() throws Exception {
    var desk = open(this::slowly, new Limits(1, SHORT, Duration.ofMillis(300)));
    assertEquals(new Answer.TooSlow(false), desk.read("slow"));
    assertEquals(new Answer.Busy(), desk.read("another"));
    maySucceed.countDown();
    await().atMost(LONG).until(() -> desk.read("another") instanceof Answer.Trees);
  }

  @Test
  void aReadingThatNobodyWaitsForIsInterrupted() throws Exception {
    var interrupted = new CountDownLatch(1);
    PhraseReader patient =
        text -> {
          if (text.equals("slow")) {
            try {
              new CountDownLatch(1).await();
            } finally {
              interrupted.countDown();
            }
          }
          return NOTHING;
        };
    var desk = open(patient, new Limits(1, LONG, Duration.ofMillis(300)));
    assertEquals(new Answer.TooSlow(false), desk.read("slow"));
    interrupted.await();
    // and the thread's next text is not
    assertInstanceOf(Answer.Trees.class, desk.read("another"));
  }

  @Test
  void modelsThatCannotBeUsedAreToldAndLookedForAgain() throws Exception {
    var tries = new AtomicInteger();
    var desk =
        open(
            () -> {
              if (tries.incrementAndGet() == 1) {
                throw new UnusableModelsException("x is missing");
              }
              return this::slowly;
            },
            new Limits(1, LONG, LONG));
    assertEquals(new Answer.NoModels("x is missing"), desk.read("a"));
    assertInstanceOf(Answer.Trees.class, desk.read("a"));
    assertInstanceOf(Answer.Trees.class, desk.read("a"));
    assertEquals(2, tries.get());
  }

  @Test
  void whoComesWhileTheModelsAreLoadedIsToldAndTheyGoOnLoading() throws Exception {
    var tries = new AtomicInteger();
    var desk =
        open(
            () -> {
              tries.incrementAndGet();
              maySucceed.await();
              return text -> NOTHING;
            },
            new Limits(1, SHORT, Duration.ofMillis(50)));
    assertEquals(new Answer.TooSlow(true), desk.read("a"));
    assertEquals(new Answer.TooSlow(true), desk.read("another, with every place taken"));
    maySucceed.countDown();
    await().atMost(LONG).until(() -> desk.read("a") instanceof Answer.Trees);
    assertEquals(1, tries.get());
  }

  @Test
  void modelsLoadedAheadThatCannotBeUsedAreToldAtOnce() throws Exception {
    var told = new AtomicReference<String>();
    var desk =
        open(
            () -> {
              throw new UnusableModelsException("x is missing");
            },
            new Limits(1, LONG, LONG));
    desk.loadAhead(told::set);
    await().atMost(LONG).until(() -> "x is missing".equals(told.get()));
  }

  @Test
  void aReaderThatFailsGivesItsPlaceBack() throws Exception {
    var desk =
        open(
            text -> {
              if (text.equals("bad")) {
                throw new IllegalArgumentException("bad");
              }
              return NOTHING;
            },
            new Limits(1, SHORT, LONG));
    assertThrows(IllegalStateException.class, () -> desk.read("bad"));
    await().atMost(LONG).until(() -> desk.read("good") instanceof Answer.Trees);
  }

  private static void read(PhraseDesk desk, String text) {
    try {
      desk.read(text);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
