package dev.bellwether.trend.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.bellwether.contracts.mention.Author;
import dev.bellwether.contracts.mention.Cause;
import dev.bellwether.contracts.mention.Engagement;
import dev.bellwether.contracts.mention.Flags;
import dev.bellwether.contracts.mention.Mention;
import dev.bellwether.contracts.signal.Signal;
import dev.bellwether.contracts.signal.SignalKind;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.function.ToIntFunction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of a monitor's volume when posts come, stay out, or come in another way. */
class MonitorSeriesTest {

  private static final Instant START = Instant.parse("2026-03-02T00:00:00Z");
  private static final int DAYS = 4;
  private static final Instant EVENT = START.plus(Duration.ofHours(3 * 24 + 12));
  private static final Instant OVER = EVENT.plus(Duration.ofHours(3));
  private static final SeriesKey OURS = SeriesKey.ofPosts("w", SeriesKind.MENTIONS, "ours");
  private static final int USUAL = 6;

  @TempDir Path folder;

  private WatchedLog log;

  @BeforeEach
  void start() {
    log = new WatchedLog(folder.resolve("one"));
  }

  @AfterEach
  void stop() {
    log.close();
  }

  @Test
  void aMonitorOfWhichNobodySpeaksAnyMoreWhileOthersAreSpokenOfHasDropped() {
    play(log, time -> during(time) ? 0 : USUAL, time -> USUAL, "x");

    var kinds = kindsDuringTheEvent();
    assertTrue(
        kinds.contains(SignalKind.DROP) || kinds.contains(SignalKind.SHIFT_DOWN), kinds::toString);
    var zeros = pointsOfTheEvent();
    assertEquals(36, zeros.size());
    assertTrue(zeros.stream().allMatch(point -> point.value() == 0), zeros::toString);
  }

  @Test
  void aWorkspaceThatReceivesNothingHasAGapAndNoDrop() {
    play(log, time -> during(time) ? 0 : USUAL, time -> during(time) ? 0 : USUAL, "reddit");

    assertEquals(List.of(), kindsDuringTheEvent());
    assertEquals(List.of(), pointsOfTheEvent());
  }

  @Test
  void aConnectorThatIsSilentWhileOthersGoOnMakesAGapAndNoDrop() {
    var mentions = mentions(time -> during(time) ? 0 : USUAL, time -> 0, "x");
    mentions.addAll(mentions(time -> USUAL / 3, time -> USUAL, "reddit", "reddit"));
    mentions.sort(Comparator.comparing(Mention::createdAt));
    mentions.forEach(log::post);
    log.quiet();

    assertEquals(List.of(), kindsDuringTheEvent());
    assertTrue(pointsOfTheEvent().size() <= 3, () -> pointsOfTheEvent().toString());
  }

  @Test
  void anHourOfManyPostsIsOneSpikeAndOneSignal() {
    play(log, time -> during(time) ? 12 * USUAL : USUAL, time -> USUAL, "x");

    var ours = duringTheEvent();
    assertEquals(
        ours.stream().map(Signal::kind).distinct().count(),
        ours.size(),
        () -> "each kind once: " + ours);
    assertTrue(
        List.of(SignalKind.SPIKE, SignalKind.SHIFT_UP)
            .containsAll(ours.stream().map(Signal::kind).toList()),
        ours::toString);
    var first = ours.getFirst();
    assertTrue(
        Duration.between(EVENT, first.at()).compareTo(Duration.ofMinutes(15)) <= 0, ours::toString);
    assertTrue(first.value() > first.high() && first.mentions() > 0, ours::toString);
    assertEquals("mentions", first.series());
    assertTrue(
        log.summary(OURS).departures().stream()
            .anyMatch(departure -> departure.startedAt().equals(EVENT)),
        log.summary(OURS).departures()::toString);
  }

  @Test
  void theSameLogGivesTheSameAnswerAndARecordThatComesTwiceCountsOnce() {
    play(log, time -> during(time) ? 12 * USUAL : USUAL, time -> USUAL, "x");
    var once = log.signals();
    try (var again = new WatchedLog(folder.resolve("two"))) {
      for (var mention : mentions(time -> during(time) ? 12 * USUAL : USUAL, time -> USUAL, "x")) {
        again.post(mention);
        again.post(mention);
      }
      again.quiet();
      assertEquals(once, again.signals());
      assertEquals(log.points(OURS), again.points(OURS));
      assertEquals(log.history(OURS), again.history(OURS));
    }
  }

  @Test
  void spamEditsAndErasedPostsDoNotCountAndWhatComesLateIsShown() {
    for (int i = 0; i < 4; i++) {
      log.post(mention("x:" + i, START.plusSeconds(i), "ours"));
    }
    log.post(changed(mention("x:spam", START.plusSeconds(9), "ours"), 1, Cause.CAPTURED, 0.9));
    log.post(changed(mention("x:1", START.plusSeconds(1), "ours"), 2, Cause.EDITED, 0));
    log.post(changed(mention("x:2", START.plusSeconds(2), "ours"), 2, Cause.ERASED, 0));
    log.post(mention("x:next", START.plus(Duration.ofMinutes(8)), "ours"));
    assertEquals(3, log.points(OURS).getFirst().value());

    log.post(mention("x:late", START.plusSeconds(100), "ours"));
    log.quiet();
    assertEquals(4, log.points(OURS).getFirst().value());
    assertEquals(1, log.size(SeriesStores.SUMMARIES));
    assertEquals(0, log.size("mentions-open"), "no id is kept of what is counted");
  }

  @Test
  void aMonthIsKeptAsHoursAndTwoDaysAsPoints() {
    for (int bucket = 0; bucket < DAYS * 288; bucket++) {
      var time = START.plus(Duration.ofMinutes(5L * bucket));
      log.post(mention("x:a" + bucket, time, "ours"));
      log.post(mention("x:b" + bucket, time.plusSeconds(60), "ours"));
    }
    log.quiet();
    assertEquals(2 * 24 * 12, log.points(OURS).size(), 2);
    var hours = log.history(OURS).values();
    assertEquals(DAYS * 24 - 1, hours.length, 1);
    assertEquals(24, hours[20], 0.001);
    assertTrue(log.size(JudgingProcessor.CELLS) <= 13);
  }

  private List<SignalKind> kindsDuringTheEvent() {
    return duringTheEvent().stream().map(Signal::kind).toList();
  }

  /** What is said of ours then; what a detector says of chance before is not what is told here. */
  private List<Signal> duringTheEvent() {
    return log.departures().stream()
        .filter(signal -> "ours".equals(signal.subject()))
        .filter(signal -> signal.at().isAfter(EVENT) && !signal.at().isAfter(OVER))
        .toList();
  }

  private List<SeriesPoint> pointsOfTheEvent() {
    return log.points(OURS).stream().filter(point -> during(point.at())).toList();
  }

  private static boolean during(Instant time) {
    return !time.isBefore(EVENT) && time.isBefore(OVER);
  }

  private static void play(
      WatchedLog log, ToIntFunction<Instant> ours, ToIntFunction<Instant> others, String source) {
    mentions(ours, others, source).forEach(log::post);
    log.quiet();
  }

  /** About so many a bucket; ours come from x where nothing else is said. */
  private static List<Mention> mentions(
      ToIntFunction<Instant> ours, ToIntFunction<Instant> others, String source) {
    return mentions(ours, others, "x", source);
  }

  private static List<Mention> mentions(
      ToIntFunction<Instant> ours, ToIntFunction<Instant> others, String ourSource, String source) {
    var random = new Random(5);
    var mentions = new ArrayList<Mention>();
    for (int bucket = 0; bucket < DAYS * 288; bucket++) {
      var time = START.plus(Duration.ofMinutes(5L * bucket));
      add(mentions, time, ours.applyAsInt(time), ourSource, "ours", random);
      add(mentions, time, others.applyAsInt(time), source, "theirs", random);
    }
    mentions.sort(Comparator.comparing(Mention::createdAt));
    return mentions;
  }

  private static void add(
      List<Mention> mentions,
      Instant time,
      int mean,
      String source,
      String monitor,
      Random random) {
    int count = poisson(mean, random);
    for (int i = 0; i < count; i++) {
      var at = time.plusMillis(random.nextInt(300_000));
      mentions.add(mention(source + ":" + monitor + mentions.size(), at, monitor));
    }
  }

  private static int poisson(int mean, Random random) {
    int count = -1;
    for (double left = 1, least = Math.exp(-mean); left > least; count++) {
      left *= random.nextDouble();
    }
    return count;
  }

  private static Mention mention(String id, Instant time, String monitor) {
    return new Mention(
        Mention.SCHEMA_VERSION,
        "w",
        id,
        1,
        Cause.CAPTURED,
        "x",
        null,
        "post",
        "words",
        "en",
        time,
        time,
        new Author("a", "k1", null),
        Engagement.NONE,
        List.of(),
        List.of(),
        List.of(),
        null,
        List.of(monitor),
        Flags.NONE);
  }

  private static Mention changed(Mention of, int revision, Cause cause, double spam) {
    return new Mention(
        of.schemaVersion(),
        of.workspace(),
        of.id(),
        revision,
        cause,
        of.platform(),
        of.url(),
        of.kind(),
        of.text(),
        of.language(),
        of.createdAt(),
        of.observedAt(),
        of.author(),
        of.engagement(),
        of.hashtags(),
        of.mentionedAccounts(),
        of.links(),
        of.inReplyTo(),
        of.monitors(),
        Flags.ofSpam(spam));
  }
}
