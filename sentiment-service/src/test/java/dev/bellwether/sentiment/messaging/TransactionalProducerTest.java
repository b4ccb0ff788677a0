package dev.bellwether.sentiment.messaging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.bellwether.contracts.kafka.Topics;
import dev.bellwether.kit.messaging.TransactionalProducer;
import dev.bellwether.testkit.RealBackends;
import dev.bellwether.testkit.TopicProbe;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

/** Records and offsets together or not at all, at a real broker. */
@QuarkusTest
@QuarkusTestResource(
    value = RealBackends.class,
    initArgs = @ResourceArg(name = "service", value = "sentiment"))
class TransactionalProducerTest {

  private static final String TOPIC = Topics.BUDGET_PLANS;
  private static final TopicPartition READ = new TopicPartition(TOPIC, 0);
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Duration LOOK = Duration.ofMillis(200);

  private final String group = "group-" + UUID.randomUUID();
  private final String run = UUID.randomUUID() + ":";

  @Test
  void recordsAndOffsetsAreCommittedTogether() {
    try (var member = member();
        var producer = new TransactionalProducer(this::producer)) {
      producer.commit(records("one", "two"), upTo(7), member.groupMetadata());
      assertEquals(List.of("one", "two"), committed("two"));
      assertEquals(7, offset(member));
    }
  }

  @Test
  void aMemberThatHasLostItsPartitionsCommitsNothingAndGoesOn() {
    try (var member = member();
        var producer = new TransactionalProducer(this::producer)) {
      var lost = generation(member.groupMetadata(), member.groupMetadata().generationId() - 1);
      assertThrows(
          CommitFailedException.class, () -> producer.commit(records("lost"), upTo(7), lost));
      assertEquals(-1, offset(member));
      producer.commit(records("kept"), upTo(8), member.groupMetadata());
      assertEquals(List.of("kept"), committed("kept"));
      assertEquals(8, offset(member));
    }
  }

  /** A process killed in the middle of its transaction, and started again. */
  @Test
  void whatAKilledInstanceLeftOpenIsNeverReadAndHoldsUpNobody() {
    var killed = producer();
    killed.initTransactions();
    killed.beginTransaction();
    records("half").forEach(killed::send);
    killed.flush();
    try (var member = member();
        var producer = new TransactionalProducer(this::producer)) {
      producer.commit(records("whole"), upTo(7), member.groupMetadata());
      assertEquals(List.of("whole"), committed("whole"));
    } finally {
      killed.close(Duration.ZERO);
    }
  }

  /** Two instances of one name: the older one is shut out, and comes back with a producer anew. */
  @Test
  void aFencedProducerFailsOnceAndIsReplaced() {
    try (var member = member();
        var older = new TransactionalProducer(this::producer);
        var newer = new TransactionalProducer(this::producer)) {
      older.commit(records("a"), upTo(1), member.groupMetadata());
      newer.commit(records("b"), upTo(2), member.groupMetadata());
      assertThrows(
          RuntimeException.class,
          () -> older.commit(records("fenced"), upTo(3), member.groupMetadata()));
      older.commit(records("c"), upTo(3), member.groupMetadata());
      assertEquals(List.of("a", "b", "c"), committed("c"));
    }
  }

  private Producer<String, byte[]> producer() {
    return new KafkaProducer<>(
        Map.of(
            "bootstrap.servers",
            RealBackends.bootstrapServers(),
            "transactional.id",
            group + "-instance"),
        new StringSerializer(),
        new ByteArraySerializer());
  }

  private KafkaConsumer<String, String> member() {
    var member =
        new KafkaConsumer<>(
            Map.<String, Object>of(
                "bootstrap.servers",
                RealBackends.bootstrapServers(),
                "group.id",
                group,
                "enable.auto.commit",
                false),
            new StringDeserializer(),
            new StringDeserializer());
    member.subscribe(List.of(TOPIC));
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (member.assignment().isEmpty() && System.nanoTime() < deadline) {
      member.poll(LOOK);
    }
    assertEquals(Set.of(READ), member.assignment());
    return member;
  }

  private static long offset(KafkaConsumer<String, String> member) {
    var at = member.committed(Set.of(READ)).get(READ);
    return at == null ? -1 : at.offset();
  }

  private static Map<TopicPartition, OffsetAndMetadata> upTo(long offset) {
    return Map.of(READ, new OffsetAndMetadata(offset));
  }

  private static ConsumerGroupMetadata generation(ConsumerGroupMetadata group, int generation) {
    return new ConsumerGroupMetadata(
        group.groupId(), generation, group.memberId(), group.groupInstanceId());
  }

  private List<ProducerRecord<String, byte[]>> records(String... names) {
    var records = new ArrayList<ProducerRecord<String, byte[]>>();
    for (var name : names) {
      records.add(new ProducerRecord<>(TOPIC, run + name, new byte[] {1}));
    }
    return records;
  }

  /** What a reader of committed records sees of this test, up to the record named. */
  private List<String> committed(String last) {
    var seen = new ArrayList<String>();
    TopicProbe.read(
        TOPIC,
        1,
        PATIENCE,
        record -> {
          if (record.key().startsWith(run)) {
            seen.add(record.key().substring(run.length()));
          }
          return record.key().equals(run + last);
        });
    return seen;
  }
}
