package dev.bellwether.local.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.bellwether.contracts.kafka.RecordKey;
import dev.bellwether.contracts.kafka.Topics;
import dev.bellwether.contracts.mention.Author;
import dev.bellwether.contracts.mention.Cause;
import dev.bellwether.contracts.mention.Engagement;
import dev.bellwether.contracts.mention.Flags;
import dev.bellwether.contracts.mention.Mention;
import dev.bellwether.local.suite.SuiteException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Writes mentions to Kafka and waits until sentiment has read, scored, counted and answered them.
 */
final class ScoringRound implements AutoCloseable {

  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .build();
  private static final String WORKSPACE = "bench";
  private static final String GROUP = "sentiment-scoring";
  private static final Duration PAUSE = Duration.ofMillis(100);
  private static final Duration LONGEST_STANDSTILL = Duration.ofMinutes(1);
  private static final Instant BEGIN = Instant.parse("2026-11-01T00:00:00Z");
  private static final int AUTHORS = 5_000;
  private static final int MONITORS = 10;

  private final List<String> texts;
  private final String language;
  private final Admin broker;
  private final KafkaProducer<String, byte[]> producer;
  private int sent;

  ScoringRound(String bootstrapServers, List<String> texts, String language) {
    this.texts = List.copyOf(texts);
    this.language = language;
    Map<String, Object> kafka = Map.of("bootstrap.servers", bootstrapServers);
    broker = Admin.create(kafka);
    var writing = new HashMap<String, Object>(kafka);
    writing.put("linger.ms", 20);
    writing.put("compression.type", "lz4");
    producer = new KafkaProducer<>(writing, new StringSerializer(), new ByteArraySerializer());
  }

  /** What a round cost. */
  record Cost(int posts, Duration cpu, Duration elapsed) {

    double postsPerSecondPerCore() {
      return posts * 1e9 / cpu.toNanos();
    }

    double postsPerSecond() {
      return posts * 1e9 / elapsed.toNanos();
    }
  }

  /** Returns once the service has committed that it is done with all of them. */
  Cost run(MeasuredService service, int posts) throws InterruptedException {
    var before = service.cpu();
    var began = Instant.now();
    for (int i = 0; i < posts; i++) {
      var mention = mention(sent++);
      producer.send(
          new ProducerRecord<>(
              Topics.MENTIONS, RecordKey.of(WORKSPACE, mention.id()).encode(), bytes(mention)));
    }
    producer.flush();
    awaitRead(ends());
    return new Cost(posts, service.cpu().minus(before), Duration.between(began, Instant.now()));
  }

  private Mention mention(int number) {
    return new Mention(
        Mention.SCHEMA_VERSION,
        WORKSPACE,
        "bench:" + number,
        1,
        Cause.CAPTURED,
        "bench",
        null,
        "post",
        texts.get(number % texts.size()),
        language,
        BEGIN.plusSeconds(number),
        BEGIN.plusSeconds(number),
        new Author(Integer.toHexString(number % AUTHORS), "bench", 100L),
        new Engagement(number % 7, number % 3, 0, 0),
        List.of(),
        List.of(),
        List.of(),
        null,
        List.of("monitor-" + number % MONITORS),
        Flags.NONE);
  }

  private static byte[] bytes(Mention mention) {
    try {
      return JSON.writeValueAsBytes(mention);
    } catch (IOException e) {
      throw new UncheckedIOException("a mention is always JSON", e);
    }
  }

  private void awaitRead(Map<TopicPartition, Long> ends) throws InterruptedException {
    long best = Long.MAX_VALUE;
    long moved = System.nanoTime();
    while (true) {
      long left = left(ends);
      if (left <= 0) {
        return;
      }
      if (left < best) {
        best = left;
        moved = System.nanoTime();
      } else if (System.nanoTime() - moved > LONGEST_STANDSTILL.toNanos()) {
        throw new SuiteException("sentiment stands still with %,d posts to go".formatted(left));
      }
      Thread.sleep(PAUSE);
    }
  }

  private long left(Map<TopicPartition, Long> ends) throws InterruptedException {
    var committed = get(broker.listConsumerGroupOffsets(GROUP).partitionsToOffsetAndMetadata());
    long left = 0;
    for (var end : ends.entrySet()) {
      var at = committed.get(end.getKey());
      left += Math.max(0, end.getValue() - (at == null ? 0 : at.offset()));
    }
    return left;
  }

  private Map<TopicPartition, Long> ends() throws InterruptedException {
    var asked = new HashMap<TopicPartition, OffsetSpec>();
    for (int partition = 0; partition < Topics.POST_PARTITIONS; partition++) {
      asked.put(new TopicPartition(Topics.MENTIONS, partition), OffsetSpec.latest());
    }
    var ends = new HashMap<TopicPartition, Long>();
    get(broker.listOffsets(asked).all()).forEach((place, end) -> ends.put(place, end.offset()));
    return ends;
  }

  private static <T> T get(org.apache.kafka.common.KafkaFuture<T> answer)
      throws InterruptedException {
    try {
      return answer.get();
    } catch (ExecutionException e) {
      throw new SuiteException("the broker does not answer: " + e.getCause().getMessage(), e);
    }
  }

  @Override
  public void close() {
    producer.close();
    broker.close();
  }
}
