package dev.bellwether.campaign;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.bellwether.campaign.figures.storage.FigureWriter;
import dev.bellwether.campaign.figures.storage.GrowthReader;
import dev.bellwether.campaign.figures.storage.GrowthReader.Growth;
import dev.bellwether.campaign.plan.Rows;
import dev.bellwether.contracts.ads.AdPerformance;
import dev.bellwether.contracts.kafka.Topics;
import dev.bellwether.kit.messaging.Event;
import dev.bellwether.testkit.RealBackends;
import dev.bellwether.testkit.SignedIdentity;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Conversions that platforms add to a day for days after it. */
@QuarkusTest
@QuarkusTestResource(
    value = RealBackends.class,
    initArgs = @ResourceArg(name = "service", value = "optimizer"))
class LateConversionsEndToEndTest {

  private static final int DAYS = 14;

  /** Of 40, by the number of exports that a day has been in. */
  private static final int[] KNOWN = {8, 16, 28, 40};

  @Inject FigureWriter writer;
  @Inject GrowthReader growth;

  private String account;

  @BeforeEach
  void useAFreshAccount() {
    account = "late-" + UUID.randomUUID();
  }

  @Test
  void whatRestatementsShowedIsExpectedOfTheLastDaysToo() {
    String complete = account + "-complete";
    String unknown = account + "-unknown";
    for (int day = 0; day < DAYS; day++) {
      export(account, day);
      write(Rows.day(complete, "c", "a", day, 70, 40), DAYS);
      write(Rows.day(unknown, "c", "a", day, 70, known(DAYS - 1 - day)), DAYS);
    }
    double asIs = expectedToday(unknown);
    double whole = expectedToday(complete);
    double corrected = expectedToday(account);
    assertTrue(asIs < whole, () -> asIs + " of " + whole);
    assertTrue(
        Math.abs(corrected - whole) < Math.abs(asIs - whole) / 2,
        () -> asIs + ", corrected " + corrected + ", of " + whole);
  }

  @Test
  void whatIsSentAgainAndAReplayOfTheTopicChangeNothing() {
    for (int day = 0; day < DAYS; day++) {
      export(account, day);
    }
    List<Growth> before = growth.of("default", account);
    assertFalse(before.isEmpty());
    // The last export once more, three days later
    for (int day = DAYS - 4; day < DAYS; day++) {
      write(Rows.day(account, "c", "a", day, 70, known(DAYS - 1 - day)), DAYS + 3);
    }
    assertEquals(before, growth.of("default", account));
    // The topic from its beginning
    for (int day = 0; day < DAYS; day++) {
      export(account, day);
    }
    assertEquals(before, growth.of("default", account));
    assertTrue(growth.of("other", account).isEmpty());
  }

  @Test
  void onlyTheLastDaysAreKept() {
    for (int day : new int[] {0, 100, 150}) {
      export(account, day);
    }
    assertEquals(
        Rows.FIRST_DAY.plusDays(97),
        growth.of("default", account).stream()
            .map(Growth::day)
            .min(LocalDate::compareTo)
            .orElseThrow());
  }

  @Test
  void absurdFiguresDoNotStopTheReader() {
    for (int adSet = 0; adSet < 20; adSet++) {
      write(Rows.day(account, "c", "a-" + adSet, 0, 1e12, 1e300), 1);
    }
    assertEquals(1, growth.of("default", account).size());
  }

  /** The last four days, on the morning after the last. */
  private void export(String to, int last) {
    for (int day = Math.max(0, last - 3); day <= last; day++) {
      write(Rows.day(to, "c", "a", day, 70, known(last - day)), last + 1);
    }
  }

  private static int known(int age) {
    return KNOWN[Math.min(age, KNOWN.length - 1)];
  }

  private void write(AdPerformance row, int sentOn) {
    long sent =
        Rows.FIRST_DAY.plusDays(sentOn).toEpochSecond(LocalTime.of(8, 0), ZoneOffset.UTC) * 1000;
    var source =
        new ConsumerRecord<String, byte[]>(
            Topics.AD_PERFORMANCE,
            0,
            0,
            sent,
            TimestampType.LOG_APPEND_TIME,
            0,
            0,
            row.key().encode(),
            null,
            new RecordHeaders(),
            Optional.empty());
    writer.write(List.of(new Event<>(row.key(), row, source)));
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
}
