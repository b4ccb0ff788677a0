package dev.bellwether.trend.api;

import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.bellwether.contracts.kafka.RecordKey;
import dev.bellwether.contracts.kafka.Topics;
import dev.bellwether.contracts.mention.Author;
import dev.bellwether.contracts.mention.Cause;
import dev.bellwether.contracts.mention.Engagement;
import dev.bellwether.contracts.mention.Flags;
import dev.bellwether.contracts.mention.Mention;
import dev.bellwether.testkit.RealBackends;
import dev.bellwether.testkit.SignedIdentity;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Thirty hours of posts on the real broker: two a bucket and monitor. */
final class Played {

  static final Instant START = Instant.parse("2026-03-02T00:00:00Z");
  static final int HOURS = 30;

  private static final int BUCKETS = HOURS * 12;

  private Played() {}

  static void posts(ObjectMapper json, String workspace, List<String> monitors) {
    try (var producer = producer()) {
      for (int bucket = 0; bucket < BUCKETS; bucket++) {
        for (int post = 0; post < 8; post++) {
          var time = START.plus(Duration.ofMinutes(5L * bucket)).plusSeconds(30L * post);
          var mention = mention(workspace, "x:" + bucket + "-" + post, time, monitors);
          producer.send(
              new ProducerRecord<>(
                  Topics.MENTIONS,
                  RecordKey.of(workspace, mention.id()).encode(),
                  json.writeValueAsBytes(mention)));
        }
      }
      producer.flush();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  static KafkaProducer<String, byte[]> producer() {
    Map<String, Object> settings =
        Map.of("bootstrap.servers", RealBackends.bootstrapServers(), "acks", "all");
    return new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
  }

  static RequestSpecification caller(String workspace) {
    return given()
        .header("Authorization", "Bearer " + SignedIdentity.inWorkspace(workspace, "trends:read"));
  }

  private static Mention mention(String workspace, String id, Instant time, List<String> monitors) {
    return new Mention(
        Mention.SCHEMA_VERSION,
        workspace,
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
        new Author("a" + id, "k1", null),
        Engagement.NONE,
        List.of(),
        List.of(),
        List.of(),
        null,
        monitors,
        Flags.NONE);
  }
}
