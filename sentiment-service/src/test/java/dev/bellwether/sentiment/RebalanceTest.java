package dev.bellwether.sentiment;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.bellwether.contracts.kafka.Topics;
import dev.bellwether.contracts.sentiment.SentimentLabel;
import dev.bellwether.testkit.RealBackends;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.RangeAssignor;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.eclipse.microprofile.config.Config;
import org.junit.jupiter.api.Test;

/** A second member comes into the service's group and goes again. */
@QuarkusTest
@QuarkusTestResource(
    value = RealBackends.class,
    initArgs = @ResourceArg(name = "service", value = "sentiment"))
class RebalanceTest {

  private static final String CHANNEL = "mp.messaging.incoming.mentions_in.";
  private static final Duration LOOK = Duration.ofMillis(200);
  private static final int MENTIONS = 40;

  @Inject ObjectMapper json;
  @Inject Config config;

  @Test
  void theOtherMemberGetsTheSamePartitionsOfBothTopicsAndWhatItLeavesIsScoredOnce() {
    var probe = SentimentProbe.alone(json);
    write(probe, 0);
    try (var other = new KafkaConsumer<>(settings(), keys(), keys())) {
      other.subscribe(List.of(config.getValue(CHANNEL + "topics", String.class).split(",", -1)));
      await()
          .atMost(SentimentProbe.PATIENCE)
          .until(
              () -> {
                other.poll(LOOK);
                return !other.assignment().isEmpty();
              });
      var mentions = partitions(other, Topics.MENTIONS);
      assertFalse(mentions.isEmpty());
      assertEquals(mentions, partitions(other, Topics.CORRECTIONS));
      assertEquals(Topics.POST_PARTITIONS / 2, mentions.size());
      write(probe, MENTIONS);
      // It reads, keeps its membership, and commits nothing
      var ours =
          IntStream.range(0, 2 * MENTIONS)
              .filter(i -> !mentions.contains(probe.partition("x:" + i)))
              .count();
      await()
          .atMost(SentimentProbe.PATIENCE)
          .until(
              () -> {
                other.poll(LOOK);
                return probe.count(SentimentLabel.POSITIVE) >= ours;
              });
    }
    probe.awaitCount(SentimentLabel.POSITIVE, 2 * MENTIONS);
    for (var mention : List.of("x:0", "x:" + MENTIONS)) {
      assertEquals(1, probe.everythingScoredOf(mention).size(), mention);
    }
  }

  private static void write(SentimentProbe probe, int from) {
    for (int i = from; i < from + MENTIONS; i++) {
      probe.write(probe.mentions().revision("x:" + i, 1, "I love this, best day ever"));
    }
  }

  private static Set<Integer> partitions(KafkaConsumer<?, ?> member, String topic) {
    return member.assignment().stream()
        .filter(partition -> partition.topic().equals(topic))
        .map(TopicPartition::partition)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private Map<String, Object> settings() {
    assertEquals(
        RangeAssignor.class.getName(),
        config.getValue(CHANNEL + "partition.assignment.strategy", String.class));
    return Map.of(
        "bootstrap.servers",
        RealBackends.bootstrapServers(),
        "group.id",
        config.getValue(CHANNEL + "group.id", String.class),
        "partition.assignment.strategy",
        RangeAssignor.class.getName(),
        "enable.auto.commit",
        false);
  }

  private static StringDeserializer keys() {
    return new StringDeserializer();
  }
}
