package dev.bellwether.local.replay;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.bellwether.contracts.kafka.DeadLetterHeaders;
import dev.bellwether.contracts.kafka.Topics;
import dev.bellwether.embedded.FreePort;
import dev.bellwether.embedded.KafkaBroker;
import dev.bellwether.embedded.TopicCreation;
import dev.bellwether.local.Bellwether;
import dev.bellwether.local.backends.KafkaAddress;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command against a real broker; each test has a topic of its own. */
class ReplayTest {

  private static final String SECRET = "{the secret";
  private static final String NO_JSON = "is no JSON (line 1, column 2)";

  @TempDir private static Path folder;

  private static KafkaBroker broker;
  private static KafkaProducer<String, byte[]> producer;

  @BeforeAll
  static void start() {
    broker = KafkaBroker.start(folder.resolve("kafka"), 0);
    TopicCreation.createAll(broker.bootstrapServers());
    producer = producer(Map.of());
  }

  @AfterAll
  static void stop() {
    producer.close();
    broker.close();
  }

  @Test
  void aLetterIsListedByItsReasonAndItsValueIsShownOnlyWhenAskedFor() throws Exception {
    long offset = dead(Topics.MONITORS, 0, "w|m1", SECRET, "trend-service").offset();

    var listed = run("--list", "monitors");

    assertEquals(0, listed.exit());
    assertTrue(listed.out().contains("monitors: 1 records wait (1 letters)"), listed::out);
    assertTrue(listed.out().contains("trend-service"), listed::out);
    assertTrue(listed.out().contains("UnreadableEventException: " + NO_JSON), listed::out);
    assertTrue(listed.out().contains("monitors partition 0 offset " + offset), listed::out);
    assertFalse(listed.out().contains(SECRET), listed::out);
    assertFalse(listed.out().contains("w|m1"), listed::out);
    var shown = run("--list", "monitors-dlq", "--show");
    assertTrue(shown.out().contains("w|m1") && shown.out().contains(SECRET), shown::out);
    assertTrue(run("--list").out().contains("monitors: 1 records wait"));
  }

  @Test
  void aRecordThatThreeServicesRefusedIsSentOnceAsItWasAndNeverAgain() throws Exception {
    var origin = dead(Topics.MENTIONS, 3, "w|x:1", SECRET, "ingest", "sentiment", "trend");

    var replayed = run("mentions");

    assertEquals("replayed 1, superseded 0, stay 0\n", replayed.out());
    assertEquals(0, replayed.exit());
    var records = records(Topics.MENTIONS, 3);
    assertEquals(2, records.size());
    var again = records.getLast();
    assertEquals(origin.partition(), again.partition());
    assertEquals("w|x:1", again.key());
    assertEquals(SECRET, new String(again.value(), StandardCharsets.UTF_8));
    assertEquals("00-trace", text(again, "traceparent"));
    assertEquals("1", text(again, DeadLetterHeaders.REPLAYED));
    assertNull(again.headers().lastHeader(DeadLetterHeaders.TOPIC));

    assertEquals("replayed 0, superseded 0, stay 0\n", run("mentions").out());
    assertEquals(2, records(Topics.MENTIONS, 3).size());
    assertTrue(run("--list", "mentions").out().contains("0 records wait"));
  }

  @Test
  void aRecordThatFailsAgainIsKnownByHowOftenItHasBeenReplayed() throws Exception {
    letter(
        new Origin(Topics.TRENDS, 0, send(Topics.TRENDS, 0, "w|m|1", SECRET).offset()),
        "w|m|1",
        SECRET,
        "trend-service",
        Map.of(DeadLetterHeaders.REPLAYED, "1"));

    assertTrue(run("--list", "trends", "--key", "w|m|1").out().contains("replayed before: 1"));
    assertEquals(0, run("trends", "--key", "w|m|1").exit());
    assertEquals("2", text(records(Topics.TRENDS, 0).getLast(), DeadLetterHeaders.REPLAYED));
  }

  @Test
  void anOldRecordIsNeverPutOverANewerOneNorOverARemoval() throws Exception {
    dead(Topics.AD_PERFORMANCE, 1, "w|a|old", SECRET, "campaign-optimizer");
    send(Topics.AD_PERFORMANCE, 1, "w|a|old", "restated");
    dead(Topics.AD_PERFORMANCE, 1, "w|a|last", SECRET, "campaign-optimizer");
    // Compaction has removed record and removal: at that offset stands another's record
    long other = send(Topics.AD_PERFORMANCE, 1, "w|a|other", "another").offset();
    letter(
        new Origin(Topics.AD_PERFORMANCE, 1, other),
        "w|a|removed",
        SECRET,
        "campaign-optimizer",
        Map.of());
    long before = records(Topics.AD_PERFORMANCE, 1).size();

    var dry = run("ad-performance", "--dry-run");
    assertTrue(dry.out().endsWith("would be replayed 1, superseded 2, stay 0\n"), dry::out);
    assertEquals(before, records(Topics.AD_PERFORMANCE, 1).size());

    var replayed = run("ad-performance");
    assertTrue(replayed.out().contains("superseded: a newer record of the key"), replayed::out);
    assertTrue(replayed.out().contains("superseded: a removal followed it"), replayed::out);
    assertTrue(replayed.out().endsWith("replayed 1, superseded 2, stay 0\n"), replayed::out);
    assertEquals(before + 1, records(Topics.AD_PERFORMANCE, 1).size());
    assertEquals("w|a|last", records(Topics.AD_PERFORMANCE, 1).getLast().key());
    assertTrue(run("--list", "ad-performance").out().contains("0 records wait"));
  }

  @Test
  void whatComesBetweenLookingAndSendingIsSeenBeforeItIsCommitted() throws Exception {
    dead(Topics.AD_PERFORMANCE, 2, "w|a|race", SECRET, "campaign-optimizer");
    dead(Topics.AD_PERFORMANCE, 2, "w|a|calm", SECRET, "campaign-optimizer");
    var access = new KafkaAccess(KafkaAddress.of(broker.bootstrapServers(), Optional.empty()));
    var waiting =
        new DeadLetterTopic(access, Topics.AD_PERFORMANCE)
            .waiting().stream()
                .filter(record -> record.first().origin().orElseThrow().partition() == 2)
                .toList();
    var supersession = new Supersession(access, Topics.AD_PERFORMANCE);
    assertEquals(
        2, Supersession.those(supersession.judge(waiting), Verdict.Replayable.class).size());

    send(Topics.AD_PERFORMANCE, 2, "w|a|race", "restated meanwhile");
    long sent = send(Topics.AD_PERFORMANCE, 2, "w|a|x", "ours").offset();

    assertEquals(
        Set.of(waiting.getFirst()),
        supersession.overtaken(Map.of(waiting.getFirst(), sent, waiting.getLast(), sent)));
    assertEquals(0, run("ad-performance", "--partition", "2").exit());
  }

  @Test
  void aLetterThatCouldNotKeepItsValueIsNotSentAsARemoval() throws Exception {
    letter(
        new Origin(Topics.TRENDS, 0, send(Topics.TRENDS, 0, "w|m|large", SECRET).offset()),
        "w|m|large",
        null,
        "trend-service",
        Map.of(DeadLetterHeaders.VALUE_LEFT_OUT, "3000000"));
    var replayed = run("trends", "--key", "w|m|large");
    assertEquals(1, replayed.exit());
    assertTrue(replayed.out().contains("stays: its value was too large"), replayed::out);

    Path mended = Files.writeString(folder.resolve("smaller.json"), "{}");
    assertEquals(0, run("trends", "--key", "w|m|large", "--value", mended.toString()).exit());
    assertEquals(
        "{}", new String(records(Topics.TRENDS, 0).getLast().value(), StandardCharsets.UTF_8));
  }

  @Test
  void theLettersOfAnErasedMentionAreGoneThoughNotYetCompacted() throws Exception {
    dead(Topics.MENTIONS, 0, "w|x:erased", SECRET, "ingest-service");
    dead(Topics.MENTIONS, 0, "w|x:other", SECRET, "ingest-service");
    producer
        .send(new ProducerRecord<>(Topics.deadLettersOf(Topics.MENTIONS), 0, "w|x:erased", null))
        .get();

    var listed = run("--list", "mentions", "--show");
    assertTrue(listed.out().contains("w|x:other"), listed::out);
    assertFalse(listed.out().contains("w|x:erased"), listed::out);
    var replayed = run("mentions", "--key", "w|x:erased");
    assertEquals("replayed 0, superseded 0, stay 0\n", replayed.out());
    assertEquals(1, run("mentions", "--key", "w|x:other").out().split("replayed 1", -1).length - 1);
  }

  @Test
  void onlyWhatIsSelectedIsSentAndWhatTheLimitLeavesIsTold() throws Exception {
    var first = dead(Topics.SCORED_MENTIONS, 0, "w|x:1", SECRET, "ingest-service");
    dead(Topics.SCORED_MENTIONS, 0, "w|x:2", SECRET, "ingest-service");
    letter(
        new Origin(
            Topics.SCORED_MENTIONS, 0, send(Topics.SCORED_MENTIONS, 0, "w|x:3", "{}").offset()),
        "w|x:3",
        "{}",
        "ingest-service",
        Map.of(DeadLetterHeaders.ERROR_MESSAGE, "schema version 2"));
    producer
        .send(
            new ProducerRecord<>(Topics.deadLettersOf(Topics.SCORED_MENTIONS), 0, "k", new byte[0]))
        .get();

    assertEquals(
        "replayed 1, superseded 0, stay 0\n",
        run("scored-mentions", "--reason", "VERSION 2").out());
    assertEquals("w|x:3", records(Topics.SCORED_MENTIONS, 0).getLast().key());
    var offset = Long.toString(first.offset());
    assertEquals(
        "replayed 1, superseded 0, stay 0\n",
        run("scored-mentions", "--partition", "0", "--offset", offset).out());
    assertEquals("w|x:1", records(Topics.SCORED_MENTIONS, 0).getLast().key());

    assertTrue(
        run("--list", "scored-mentions", "--since", "1d").out().contains(": 2 records wait"));
    assertTrue(
        run("--list", "scored-mentions", "--since", "2100-01-01T00:00:00Z")
            .out()
            .contains(": 0 records wait"));
    var limited = run("scored-mentions", "--limit", "1");
    assertEquals(1, limited.exit());
    assertEquals("replayed 1, superseded 0, stay 1\n", limited.out());
    var foreign = run("scored-mentions");
    assertEquals(1, foreign.exit());
    assertTrue(
        foreign.out().contains("stays: its headers do not say that it stood on scored-mentions"),
        foreign::out);
  }

  @Test
  void aReplayThatDiedBeforeItsReceiptLeavesNothingAndIsDoneAnew() throws Exception {
    var origin = dead(Topics.TRENDS, 0, "w|m|died", SECRET, "trend-service");
    // Left open, as kill -9 leaves it
    var died = producer(Map.of("transactional.id", "bellwether-replay-trends"));
    died.initTransactions();
    died.beginTransaction();
    var headers = new RecordHeaders();
    headers.add(DeadLetterHeaders.REPLAYED, "1".getBytes(StandardCharsets.UTF_8));
    died.send(new ProducerRecord<>(Topics.TRENDS, 0, "w|m|died", bytes(SECRET), headers)).get();

    var replayed = run("trends", "--offset", Long.toString(origin.offset()));

    assertEquals("replayed 1, superseded 0, stay 0\n", replayed.out());
    assertEquals(
        2, records(Topics.TRENDS, 0).stream().filter(r -> r.key().equals("w|m|died")).count());
    died.close(Duration.ZERO);
  }

  @Test
  void aRecordMendedByHandIsSentInPlaceOfTheDeadOneAndRemovalsStayRemovals() throws Exception {
    dead(Topics.BUDGET_PLANS, 0, "a|p1", SECRET, "writer");
    dead(Topics.BUDGET_PLANS, 0, "a|p2", null, "writer");
    Path mended = Files.writeString(folder.resolve("mended.json"), "{}");

    var two = run("budget-plans", "--value", mended.toString());
    assertEquals(2, two.exit());
    assertTrue(two.err().contains("--value is for one record, and 2 are selected"), two::err);

    assertEquals(0, run("budget-plans", "--key", "a|p1", "--value", mended.toString()).exit());
    assertArrayEquals(bytes("{}"), records(Topics.BUDGET_PLANS, 0).getLast().value());
    assertEquals(0, run("budget-plans").exit());
    assertEquals("a|p2", records(Topics.BUDGET_PLANS, 0).getLast().key());
    assertNull(records(Topics.BUDGET_PLANS, 0).getLast().value());
  }

  @Test
  void wrongUseAndAnAbsentBrokerAreToldInALineWithTheRemedy() {
    var none = execute("replay", "mentions", "--kafka", "127.0.0.1:" + FreePort.find());
    assertEquals(1, none.exit());
    assertTrue(none.err().startsWith("no Kafka broker answers at 127.0.0.1:"), none::err);
    assertEquals(1, none.err().lines().count());
    assertEquals(2, run("gossip").exit());
    assertEquals(2, run().exit());
    assertEquals(2, run("mentions", "--since", "yesterday").exit());
  }

  private record Result(int exit, String out, String err) {}

  private static Result run(String... args) {
    var line = new ArrayList<>(List.of("replay", "--kafka", broker.bootstrapServers()));
    line.addAll(List.of(args));
    return execute(line.toArray(String[]::new));
  }

  private static Result execute(String... line) {
    var out = new StringWriter();
    var err = new StringWriter();
    int exit =
        Bellwether.commandLine()
            .setOut(new PrintWriter(out, true))
            .setErr(new PrintWriter(err, true))
            .execute(line);
    return new Result(exit, out.toString(), err.toString());
  }

  /** Puts a record on the topic and a letter for each service that refused it. */
  private static Origin dead(
      String topic, int partition, String key, String value, String... services) throws Exception {
    var origin = send(topic, partition, key, value);
    for (var service : services) {
      letter(origin, key, value, service, Map.of());
    }
    return origin;
  }

  private static Origin send(String topic, int partition, String key, String value)
      throws Exception {
    var sent = producer.send(new ProducerRecord<>(topic, partition, key, bytes(value))).get();
    return new Origin(topic, partition, sent.offset());
  }

  /** As messaging-kit writes it. */
  private static void letter(
      Origin origin, String key, String value, String service, Map<String, String> more)
      throws Exception {
    var headers = new RecordHeaders();
    headers.add("traceparent", bytes("00-trace"));
    headers.add(DeadLetterHeaders.TOPIC, bytes(origin.topic()));
    headers.add(DeadLetterHeaders.PARTITION, bytes(Integer.toString(origin.partition())));
    headers.add(DeadLetterHeaders.OFFSET, bytes(Long.toString(origin.offset())));
    headers.add(DeadLetterHeaders.APPLICATION, bytes(service));
    headers.add(
        DeadLetterHeaders.ERROR_CLASS, bytes("dev.bellwether.kit.event.UnreadableEventException"));
    headers.add(DeadLetterHeaders.ERROR_MESSAGE, bytes(NO_JSON));
    more.forEach((name, text) -> headers.add(name, bytes(text)));
    producer
        .send(
            new ProducerRecord<>(
                Topics.deadLettersOf(origin.topic()), 0, key, bytes(value), headers))
        .get();
  }

  /** What a service would read. */
  private static List<ConsumerRecord<String, byte[]>> records(String topic, int partition) {
    var records = new ArrayList<ConsumerRecord<String, byte[]>>();
    new TopicScan(new KafkaAccess(KafkaAddress.of(broker.bootstrapServers(), Optional.empty())))
        .toTheEnd(Map.of(new TopicPartition(topic, partition), 0L), records::add);
    return records;
  }

  private static String text(ConsumerRecord<String, byte[]> record, String header) {
    return new String(record.headers().lastHeader(header).value(), StandardCharsets.UTF_8);
  }

  private static byte[] bytes(String text) {
    return text == null ? null : text.getBytes(StandardCharsets.UTF_8);
  }

  private static KafkaProducer<String, byte[]> producer(Map<String, Object> more) {
    var settings = new HashMap<String, Object>(more);
    settings.put("bootstrap.servers", broker.bootstrapServers());
    settings.put("acks", "all");
    return new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
  }
}
