package dev.bellwether.campaign;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.bellwether.campaign.figures.storage.FigureReader;
import dev.bellwether.campaign.figures.storage.GrowthReader;
import dev.bellwether.campaign.figures.storage.GrowthReader.Growth;
import dev.bellwether.campaign.plan.Rows;
import dev.bellwether.contracts.ads.AdPerformance;
import dev.bellwether.contracts.kafka.Topics;
import dev.bellwether.testkit.RealBackends;
import dev.bellwether.testkit.SignedIdentity;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Conversions that platforms add to a day for days after it. */
@QuarkusTest
@QuarkusTestResource(
    value = RealBackends.class,
    initArgs = @ResourceArg(name = "service", value = "optimizer"))
class LateConversionsEndToEndTest {

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final int DAYS = 14;

  /** Of 40, by the number of exports that a day has been in. */
  private static final int[] KNOWN = {20, 30, 36, 40};

  @Inject ObjectMapper json;
  @Inject FigureReader figures;
  @Inject GrowthReader growth;

  private String account;
  private KafkaProducer<String, String> producer;

  @BeforeEach
  void useAFreshAccount() {
    account = "late-" + UUID.randomUUID();
    producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", RealBackends.bootstrapServers(), "acks", "all"),
            new StringSerializer(),
            new StringSerializer());
  }

  @AfterEach
  void close() {
    producer.close();
  }

  @Test
  void whatRestatementsShowedIsExpectedOfTheLastDaysToo() throws Exception {
    String complete = account + "-complete";
    String unknown = account + "-unknown";
    for (int day = 0; day < DAYS; day++) {
      export(account, day);
      write(Rows.day(complete, "c", "a", day, 70, 40), DAYS);
      write(Rows.day(unknown, "c", "a", day, 70, known(DAYS - 1 - day)), DAYS);
    }
    awaitEveryPartition();
    double asIs = expectedToday(unknown);
    double whole = expectedToday(complete);
    double corrected = expectedToday(account);
    assertTrue(asIs < 0.95 * whole, () -> asIs + " of " + whole);
    assertEquals(whole, corrected, 0.03 * whole);
  }

  @Test
  void whatIsSentAgainAndAReplayOfTheTopicChangeNothing() throws Exception {
    for (int day = 0; day < DAYS; day++) {
      export(account, day);
    }
    awaitEveryPartition();
    List<Growth> before = growth.of("default", account);
    assertFalse(before.isEmpty());
    // The last export once more, three days later
    for (int day = DAYS - 4; day < DAYS; day++) {
      write(Rows.day(account, "c", "a", day, 70, known(DAYS - 1 - day)), DAYS + 3);
    }
    awaitEveryPartition();
    assertEquals(before, growth.of("default", account));
    // The topic from its beginning
    for (int day = 0; day < DAYS; day++) {
      export(account, day);
    }
    awaitEveryPartition();
    assertEquals(before, growth.of("default", account));
    assertTrue(growth.of("other", account).isEmpty());
  }

  @Test
  void onlyTheLastDaysAreKept() throws Exception {
    for (int day : new int[] {0, 100, 150}) {
      export(account, day);
    }
    awaitEveryPartition();
    assertEquals(
        Rows.FIRST_DAY.plusDays(97),
        growth.of("default", account).stream()
            .map(Growth::day)
            .min(LocalDate::compareTo)
            .orElseThrow());
  }

  /** The last four days, on the morning after the last. */
  private void export(String to, int last) throws JsonProcessingException {
    for (int day = Math.max(0, last - 3); day <= last; day++) {
      write(Rows.day(to, "c", "a", day, 70, known(last - day)), last + 1);
    }
  }

  private static int known(int age) {
    return KNOWN[Math.min(age, KNOWN.length - 1)];
  }

  private void write(AdPerformance row, int sentOn) throws JsonProcessingException {
    write(row, sentOn, null);
  }

  private void write(AdPerformance row, int sentOn, Integer partition)
      throws JsonProcessingException {
    long sent =
        Rows.FIRST_DAY.plusDays(sentOn).toEpochSecond(LocalTime.of(8, 0), ZoneOffset.UTC) * 1000;
    producer.send(
        new ProducerRecord<>(
            Topics.AD_PERFORMANCE,
            partition,
            sent,
            row.key().encode(),
            json.writeValueAsString(row)));
  }

  private static double expectedToday(String of) {
    Number mean =
        given()
            .auth()
            .oauth2(SignedIdentity.withScopes("plans:write"))
            .contentType("application/json")
            .body(Map.of("account", of))
            .post("/v1/budget-plans")
            .then()
            .statusCode(201)
            .extract()
            .path("expectedToday.mean");
    return mean.doubleValue();
  }

  /** Once a row behind all others on each partition shows, everything before it was applied. */
  private void awaitEveryPartition() throws JsonProcessingException {
    String marker = account + "-marker-" + UUID.randomUUID() + "-";
    for (int partition = 0; partition < Topics.POST_PARTITIONS; partition++) {
      write(Rows.day(marker + partition, "c", "a", 0, 1, 1), 1, partition);
    }
    producer.flush();
    for (int partition = 0; partition < Topics.POST_PARTITIONS; partition++) {
      String of = marker + partition;
      Awaitility.await().atMost(PATIENCE).until(() -> !figures.recent("default", of).isEmpty());
    }
  }
}
