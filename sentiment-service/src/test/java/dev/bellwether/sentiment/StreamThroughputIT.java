package dev.bellwether.sentiment;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.bellwether.contracts.kafka.Topics;
import dev.bellwether.testkit.RealBackends;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusIntegrationTest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Not a test but a measurement: what the packaged service makes of posts that wait for it, from
 * {@code mentions} to {@code scored-mentions} and into the rollups, with broker and database on the
 * same machine. {@code mvn verify -DskipITs=false -Dit.test=StreamThroughputIT
 * -Dbellwether.throughput=FILE -Dquarkus.test.arg-line=-Xmx128m}, posts in the last column of a
 * file with tabs.
 */
@QuarkusIntegrationTest
@QuarkusTestResource(
    value = RealBackends.class,
    initArgs = @ResourceArg(name = "service", value = "sentiment"))
@EnabledIfSystemProperty(named = "bellwether.throughput", matches = ".+")
class StreamThroughputIT {

  private static final int WARM = 20_000;
  private static final int POSTS = 60_000;
  private static final int LONG_POSTS = 6_000;
  private static final int LONGEST = 10_000;
  private static final Duration PATIENCE = Duration.ofMinutes(10);

  private final ObjectMapper json =
      new ObjectMapper()
          .findAndRegisterModules()
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);

  @Test
  void postsASecond() throws Exception {
    var texts =
        Files.readAllLines(Path.of(System.getProperty("bellwether.throughput"))).stream()
            .map(line -> line.substring(line.lastIndexOf('\t') + 1))
            .toList();
    run("warming up", texts, WARM);
    run("posts", texts, POSTS);
    run("posts of the longest", longTexts(texts), LONG_POSTS);
  }

  private static List<String> longTexts(List<String> texts) {
    var all = String.join(" ", texts);
    var cut = new ArrayList<String>();
    for (int from = 0; from + LONGEST <= all.length(); from += LONGEST) {
      cut.add(all.substring(from, from + LONGEST));
    }
    return cut;
  }

  private void run(String name, List<String> texts, int posts) {
    var probe = SentimentProbe.alone(json);
    double cpu = metric("process_cpu_time_ns_total");
    long began = System.nanoTime();
    write(probe, texts, posts);
    await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(100))
        .until(
            () ->
                probe.counts("interval=total").extract().jsonPath().getInt("total.mentions")
                    >= posts);
    double seconds = (System.nanoTime() - began) / 1e9;
    double cpuSeconds = (metric("process_cpu_time_ns_total") - cpu) / 1e9;
    System.out.printf(
        "%s: %d in %.1f s (%.0f/s), %.1f s of the service's CPU (%.0f/s of CPU)%n",
        name, posts, seconds, posts / seconds, cpuSeconds, posts / cpuSeconds);
  }

  private static double metric(String name) {
    return given()
        .get("/q/metrics")
        .asString()
        .lines()
        .filter(line -> line.startsWith(name))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
        .sum();
  }

  private static void write(SentimentProbe probe, List<String> texts, int posts) {
    Map<String, Object> config =
        Map.of(
            "bootstrap.servers",
            RealBackends.bootstrapServers(),
            "linger.ms",
            50,
            "compression.type",
            "lz4");
    try (var producer =
        new KafkaProducer<>(config, new StringSerializer(), new StringSerializer())) {
      for (int i = 0; i < posts; i++) {
        // Ten a minute
        var created = Mentions.CREATED.plusSeconds(6L * i);
        var mention = probe.mentions().at(created, "x:" + i, texts.get(i % texts.size()));
        producer.send(
            new ProducerRecord<>(Topics.MENTIONS, probe.key("x:" + i), probe.text(mention)));
      }
    }
  }
}
