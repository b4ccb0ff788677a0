package dev.bellwether.trend.topology;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.bellwether.contracts.kafka.DeadLetterHeaders;
import dev.bellwether.contracts.kafka.RecordKey;
import dev.bellwether.contracts.kafka.Topics;
import dev.bellwether.contracts.mention.Cause;
import dev.bellwether.contracts.mention.Flags;
import dev.bellwether.contracts.mention.Mention;
import dev.bellwether.contracts.trend.Trend;
import dev.bellwether.trend.Mentions;
import dev.bellwether.trend.detection.BucketCounts;
import dev.bellwether.trend.detection.Buckets;
import dev.bellwether.trend.detection.CountedPost;
import dev.bellwether.trend.detection.Detector;
import dev.bellwether.trend.detection.Sensitivity;
import dev.bellwether.trend.detection.TermExtractor;
import io.quarkus.kafka.client.serialization.ObjectMapperDeserializer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrendTopologyTest {

  private static final ObjectMapper JSON =
      new ObjectMapper()
          .registerModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

  private static final Buckets BUCKETS = new Buckets(Duration.ofMinutes(15));
  private static final Detector DETECTOR = new Detector(BUCKETS, Sensitivity.STANDARD);
  private static final TermExtractor EXTRACTOR = TermExtractor.standard();

  @TempDir Path state;

  private TopologyTestDriver driver;

  @BeforeEach
  void start() {
    driver = driver(1, state.resolve("one"));
  }

  @AfterEach
  void stop() {
    driver.close();
  }

  @Test
  void aStormBecomesATrendThatTheStoreOfAllTrendsHolds() {
    play(Mentions.withAStorm());

    var trends = trends();

    assertEquals(1, trends.size(), trends::toString);
    var key = trends.keySet().iterator().next();
    assertEquals(List.of("w", "m"), RecordKey.decode(key).parts().subList(0, 2));
    var delay = Duration.between(Mentions.stormStart(), trends.get(key).detectedAt());
    assertTrue(
        delay.isPositive() && delay.compareTo(Duration.ofHours(2)) <= 0,
        () -> "found after " + delay);
    assertNotNull(driver.getKeyValueStore(TrendTopology.TRENDS_STORE).get(key));
  }

  @Test
  void aRepeatedRecordChangesNothing() {
    var twice =
        Mentions.withAStorm().stream()
            .flatMap(mention -> List.of(mention, mention).stream())
            .toList();
    play(twice);
    var ofTwice = trends();

    try (var other = driver(1, state.resolve("two"))) {
      play(other, Mentions.withAStorm());
      assertEquals(trends(other), ofTwice);
    }
  }

  @Test
  void laterRevisionsSpamAndErasedMentionsDoNotCount() {
    for (var other :
        List.of(
            revision(2, Cause.EDITED, 0),
            revision(1, Cause.CAPTURED, 0.9),
            revision(1, Cause.ERASED, 0))) {
      try (var apart = driver(1, state.resolve(other.cause() + "-" + other.revision()))) {
        play(apart, quietWithStormAs(other));
        assertEquals(Map.of(), trends(apart));
      }
    }
  }

  @Test
  void anErasedPostLeavesTrendsSamplesAndTheWordsOnlyItSaid() {
    var last = Mentions.START.plus(Duration.ofDays(3));
    var mentions = new ArrayList<>(Mentions.withAStorm());
    var own = Mentions.mention("x:own", last, "a", "coffee zebrapudding", List.of());
    mentions.add(own);
    mentions.add(Mentions.mention("x:other", last.plusSeconds(9), "b", "coffee", List.of()));
    play(mentions);
    var trend = trends().values().iterator().next();
    var sample = trend.sampleMentions().getFirst();
    assertTrue(words().contains("zebrapudding") && words().contains("coffee"), words()::toString);

    play(List.of(as(own, 2, Cause.ERASED, Flags.NONE)));
    var sampled = mentions.stream().filter(m -> m.id().equals(sample)).findFirst().orElseThrow();
    play(List.of(as(sampled, 2, Cause.ERASED, Flags.NONE)));

    var cleaned = trends().values().iterator().next();
    assertEquals(
        trend.sampleMentions().subList(1, trend.sampleMentions().size()), cleaned.sampleMentions());
    assertEquals(trend.terms(), cleaned.terms());
    assertFalse(words().contains("zebrapudding"), words()::toString);
    assertTrue(words().contains("coffee"), words()::toString);
  }

  @Test
  void anErasedPostThatWaitsForItsBucketIsNeverCounted() {
    var start = Mentions.START;
    for (int i = 0; i < 4; i++) {
      pipe(Mentions.mention("x:" + i, start.plusSeconds(i), "a" + i, "coffee", List.of()));
    }
    var own = Mentions.mention("x:own", start.plusSeconds(9), "a", "zebrapudding", List.of());
    pipe(own);
    KeyValueStore<String, CountedPost> open = driver.getKeyValueStore(CountingProcessor.POSTS);
    assertTrue(ids(open).contains("x:own"), () -> ids(open).toString());

    pipe(as(own, 2, Cause.ERASED, Flags.NONE));
    assertFalse(ids(open).contains("x:own"), () -> ids(open).toString());
    IntStream.range(0, 8).forEach(second -> driver.advanceWallClockTime(Duration.ofSeconds(1)));
    assertFalse(words().contains("zebrapudding"), words()::toString);
    assertTrue(words().contains("coffee"), words()::toString);
  }

  @Test
  void theWordsOfAMonitorThatHasFallenSilentAreForgotten() {
    play(Mentions.withAStorm());
    assertFalse(words().isEmpty());
    driver.advanceWallClockTime(Duration.ofHours(2));
    assertEquals(List.of(), words());
  }

  /** All that is kept of what posts said. */
  private List<String> words() {
    KeyValueStore<String, BucketCounts> buckets =
        driver.getKeyValueStore(DetectingProcessor.BUCKETS);
    var words = new ArrayList<String>();
    try (var all = buckets.all()) {
      all.forEachRemaining(bucket -> words.addAll(bucket.value.terms().keySet()));
    }
    return words;
  }

  private static List<String> ids(KeyValueStore<String, CountedPost> posts) {
    var ids = new ArrayList<String>();
    try (var all = posts.all()) {
      all.forEachRemaining(post -> ids.add(post.value.id()));
    }
    return ids;
  }

  private void pipe(Mention mention) {
    try {
      mentions(driver)
          .pipeInput(RecordKey.of("w", mention.id()).encode(), JSON.writeValueAsBytes(mention));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void oneDateAYearAheadDoesNotHideAStorm() {
    var mentions = new ArrayList<>(Mentions.withAStorm());
    mentions.add(
        500,
        Mentions.mention(
            "x:bad", Mentions.START.plus(Duration.ofDays(365)), "a", "from the future", List.of()));
    play(mentions);

    assertEquals(1, trends().size());
  }

  @Test
  void whatLiesFarBehindTheClockRaisesNothing() {
    var storm = Mentions.withAStorm().stream().filter(TrendTopologyTest::stormy).toList();
    var quiet = Mentions.withAStorm().stream().filter(mention -> !stormy(mention)).toList();
    play(quiet);
    play(
        storm.stream()
            .filter(post -> post.createdAt().isBefore(Mentions.START.plus(Duration.ofHours(60))))
            .toList());

    assertEquals(Map.of(), trends());
  }

  @Test
  void aRecordThatCannotBeReadGoesToTheDeadLettersAndBlocksNothing() {
    var bad = "{no json".getBytes(StandardCharsets.UTF_8);
    mentions(driver).pipeInput("w|x:bad", bad);
    mentions(driver).pipeInput("w|x:gone", null);
    play(Mentions.withAStorm());

    TestRecord<String, byte[]> letter =
        driver
            .createOutputTopic(
                Topics.deadLettersOf(Topics.MENTIONS),
                new StringDeserializer(),
                new ByteArrayDeserializer())
            .readRecord();
    assertEquals("w|x:bad", letter.key());
    assertArrayEquals(bad, letter.value());
    assertNotNull(letter.headers().lastHeader(DeadLetterHeaders.ERROR_MESSAGE));
    assertEquals(1, trends().size());
  }

  @Test
  void aTrendThatCannotBeReadDoesNotStopTheTable() {
    var bad = "{no json".getBytes(StandardCharsets.UTF_8);
    driver
        .createInputTopic(Topics.TRENDS, new StringSerializer(), new ByteArraySerializer())
        .pipeInput("w|m|bad", bad);
    play(Mentions.withAStorm());

    assertEquals(1, trends().size());
    KeyValueStore<String, byte[]> table = driver.getKeyValueStore(TrendTopology.TRENDS_STORE);
    assertArrayEquals(bad, table.get("w|m|bad"));
  }

  @Test
  void aTimeThatCannotBeReckonedWithIsPutAside() {
    play(List.of(Mentions.mention("x:end", Instant.MAX, "a", "the end of time", List.of("m"))));
    play(Mentions.withAStorm());

    var letters =
        driver.createOutputTopic(
            Topics.deadLettersOf(Topics.MENTIONS),
            new StringDeserializer(),
            new ByteArrayDeserializer());
    assertEquals("w|x:end", letters.readRecord().key());
    assertTrue(letters.isEmpty());
    assertEquals(1, trends().size());
  }

  @Test
  void theOrderInWhichPartitionsAreReadDoesNotShow() {
    var reports = IntStream.range(0, 3).mapToObj(TrendTopologyTest::reportsOf).toList();
    Map<String, Trend> oneAfterTheOther;
    Map<String, Trend> inTurns;
    try (var driverOfAll = driver(3, state.resolve("after"))) {
      reports.forEach(
          partition -> partition.forEach(report -> reports(driverOfAll).pipeInput("w|m", report)));
      oneAfterTheOther = trends(driverOfAll);
    }
    try (var driverOfAll = driver(3, state.resolve("turns"))) {
      for (int i = 0; i < reports.getFirst().size(); i++) {
        int turn = i;
        reports.forEach(partition -> reports(driverOfAll).pipeInput("w|m", partition.get(turn)));
      }
      inTurns = trends(driverOfAll);
    }

    assertEquals(1, inTurns.size());
    assertEquals(inTurns, oneAfterTheOther);
  }

  @Test
  void aPartitionThatNeverHadAPostIsWaitedForOnlyAWhile() {
    try (var driverOfAll = driver(3, state.resolve("silent"))) {
      reportsOf(0).forEach(report -> reports(driverOfAll).pipeInput("w|m", report));
      assertEquals(Map.of(), trends(driverOfAll));

      IntStream.range(0, 8)
          .forEach(second -> driverOfAll.advanceWallClockTime(Duration.ofSeconds(1)));
      assertEquals(1, trends(driverOfAll).size());
    }
  }

  @Test
  void aPartitionThatIsOnlySlowIsWaitedForAndLosesNothing() {
    try (var driverOfAll = driver(2, state.resolve("slow"))) {
      var slow = reportsOf(1);
      reports(driverOfAll).pipeInput("w|m", slow.getFirst());
      reportsOf(0).forEach(report -> reports(driverOfAll).pipeInput("w|m", report));
      IntStream.range(0, 30)
          .forEach(second -> driverOfAll.advanceWallClockTime(Duration.ofSeconds(1)));
      assertEquals(Map.of(), trends(driverOfAll));

      slow.subList(1, slow.size()).forEach(report -> reports(driverOfAll).pipeInput("w|m", report));
      assertEquals(1, trends(driverOfAll).size());
    }
  }

  @Test
  void aPartitionThatSaysItIsIdleHoldsNobodyUp() {
    try (var driverOfAll = driver(2, state.resolve("idle"))) {
      var first = reportsOf(1).getFirst();
      reports(driverOfAll)
          .pipeInput(
              "w|m",
              new PartitionReport(1, first.sentThrough(), Long.MIN_VALUE, true, first.buckets()));
      reportsOf(0).forEach(report -> reports(driverOfAll).pipeInput("w|m", report));
      assertEquals(1, trends(driverOfAll).size());
    }
  }

  /** A third of the posts, a report for each bucket. */
  private static List<PartitionReport> reportsOf(int partition) {
    var all = Mentions.withAStorm();
    var byBucket =
        IntStream.range(0, all.size())
            .filter(i -> i % 3 == partition)
            .mapToObj(all::get)
            .map(CountedPost::of)
            .collect(
                Collectors.groupingBy(
                    post -> BUCKETS.of(post.createdAt()), TreeMap::new, Collectors.toList()));
    long first = BUCKETS.of(Mentions.START);
    return IntStream.range(0, 3 * 96)
        .mapToObj(
            i ->
                new PartitionReport(
                    partition,
                    first + i + 1,
                    Long.MIN_VALUE,
                    false,
                    byBucket.containsKey(first + i)
                        ? List.of(BucketCounts.of(EXTRACTOR, first + i, byBucket.get(first + i)))
                        : List.of()))
        .toList();
  }

  private static boolean stormy(Mention mention) {
    return List.of("leaking", "refund", "brandfail", "hotline", "unacceptable").stream()
        .anyMatch(mention.text()::contains);
  }

  private static List<Mention> quietWithStormAs(Mention other) {
    return Mentions.withAStorm().stream()
        .map(
            mention ->
                stormy(mention)
                    ? as(mention, other.revision(), other.cause(), other.flags())
                    : mention)
        .toList();
  }

  private static Mention revision(int revision, Cause cause, double spam) {
    return as(Mentions.withAStorm().getFirst(), revision, cause, Flags.ofSpam(spam));
  }

  private static Mention as(Mention of, int revision, Cause cause, Flags flags) {
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
        flags);
  }

  private void play(List<Mention> mentions) {
    play(driver, mentions);
  }

  private static void play(TopologyTestDriver driver, List<Mention> mentions) {
    var topic = mentions(driver);
    for (var mention : mentions) {
      try {
        topic.pipeInput(RecordKey.of("w", mention.id()).encode(), JSON.writeValueAsBytes(mention));
      } catch (JsonProcessingException e) {
        throw new IllegalStateException(e);
      }
    }
    IntStream.range(0, 8).forEach(second -> driver.advanceWallClockTime(Duration.ofSeconds(1)));
  }

  private Map<String, Trend> trends() {
    return trends(driver);
  }

  private static Map<String, Trend> trends(TopologyTestDriver driver) {
    TestOutputTopic<String, Trend> topic =
        driver.createOutputTopic(
            Topics.TRENDS,
            new StringDeserializer(),
            new ObjectMapperDeserializer<>(Trend.class, JSON));
    return topic.readKeyValuesToMap();
  }

  private static TestInputTopic<String, byte[]> mentions(TopologyTestDriver driver) {
    return driver.createInputTopic(
        Topics.MENTIONS, new StringSerializer(), new ByteArraySerializer());
  }

  private static TestInputTopic<String, PartitionReport> reports(TopologyTestDriver driver) {
    return driver.createInputTopic(
        "trend-test-bucket-counts-repartition",
        new StringSerializer(),
        PartitionReport.CODEC.serde().serializer());
  }

  private static TopologyTestDriver driver(int partitions, Path state) {
    var settings = new Properties();
    settings.put(StreamsConfig.APPLICATION_ID_CONFIG, "trend-test");
    settings.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "none:1");
    settings.put(StreamsConfig.STATE_DIR_CONFIG, state.toString());
    return new TopologyTestDriver(
        new TrendTopology(
                DETECTOR,
                EXTRACTOR,
                JSON,
                partitions,
                Stores::inMemoryKeyValueStore,
                Watcher.NOBODY)
            .build(),
        settings);
  }
}
