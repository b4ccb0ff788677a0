package dev.bellwether.campaign.pacing.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.bellwether.campaign.decision.history.Happening;
import dev.bellwether.campaign.decision.history.PlanHistory;
import dev.bellwether.campaign.figures.storage.FigureReader;
import dev.bellwether.campaign.pacing.PacedDays;
import dev.bellwether.campaign.plan.storage.PlanStore;
import dev.bellwether.contracts.ads.Segment;
import dev.bellwether.contracts.budget.BudgetPlan;
import dev.bellwether.contracts.budget.PlanStatus;
import dev.bellwether.contracts.kafka.Topics;
import dev.bellwether.contracts.signal.Signal;
import dev.bellwether.contracts.signal.SignalKind;
import dev.bellwether.testkit.RealBackends;
import dev.bellwether.testkit.TopicProbe;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Figures on the topic, a plan in the database, a signal on the other topic. */
@QuarkusTest
@QuarkusTestResource(
    value = RealBackends.class,
    initArgs = @ResourceArg(name = "service", value = "optimizer"))
class PacingSignalTest {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /** Over, with its reports, wherever the test runs. */
  private final LocalDate day = LocalDate.now(ZoneOffset.UTC).minusDays(2);

  @Inject ObjectMapper json;
  @Inject PlanStore plans;
  @Inject PacingWatch watch;
  @Inject FigureReader figures;
  @Inject PlanHistory history;

  @Test
  void anApprovedDayThatSpentHalfAsMuchAgainIsToldOnceAndWhatIfPlansAreNotAskedAbout()
      throws Exception {
    String workspace = "pace-" + UUID.randomUUID();
    BudgetPlan plan = keep(workspace, "followed", 2, PlanStatus.APPROVED);
    keep(workspace, "what if", 1, null);
    keep(workspace, "turned down", 1, PlanStatus.REJECTED);
    keep(workspace, "taken back", 1, PlanStatus.ROLLED_BACK);
    spend(workspace, 150);

    var told = read(workspace, 1).getFirst();
    var signal = json.readValue(told.value(), Signal.class);
    assertEquals(workspace + "|pacing-off", told.key());
    assertEquals(SignalKind.PACING_OFF, signal.kind());
    assertEquals(plan.id(), signal.subject());
    assertEquals("acme", signal.label());
    assertEquals(150, signal.value());
    assertEquals(100, signal.expected());
    assertEquals(80, signal.low(), 1e-9);
    assertEquals(120, signal.high(), 1e-9);
    assertEquals("EUR", signal.currency());

    assertEquals("pacing-off." + plan.id() + "." + day, signal.id());
    assertTrue(signal.id().length() <= 64, signal.id());
    var entry = history.of(workspace, plan.id()).getLast();
    assertEquals(Happening.OFF_PACE, entry.what());
    assertEquals("150000000", entry.detail().get("spentMicros"));

    spend(workspace, 300);
    watch.look();
    assertNoMore(workspace, 1);
  }

  @Test
  void aDayWithinTheBandIsNothingToTell() throws Exception {
    String workspace = "pace-" + UUID.randomUUID();
    keep(workspace, "followed", 1, PlanStatus.APPROVED);
    spend(workspace, 110);
    Awaitility.await()
        .atMost(PATIENCE)
        .until(() -> !figures.between(workspace, "acme", day, day.plusDays(1)).isEmpty());
    watch.look();
    assertNoMore(workspace, 0);
  }

  private BudgetPlan keep(String workspace, String name, int hoursBefore, PlanStatus status) {
    Instant made =
        day.atStartOfDay(ZoneOffset.UTC).toInstant().minus(Duration.ofHours(2L + hoursBefore));
    var plan =
        PacedDays.plan(
            workspace,
            "acme",
            UUID.randomUUID().toString(),
            day,
            made.truncatedTo(ChronoUnit.MICROS));
    var decided =
        status == null
            ? plan
            : plan.decided(status, new BudgetPlan.Decision("tester", plan.createdAt(), name));
    plans.keep(decided, null, () -> {});
    return decided;
  }

  private void spend(String workspace, double euros) throws Exception {
    var start = day.atStartOfDay();
    var row = PacedDays.row(workspace, "acme", start, start.plusDays(1), euros, Segment.NONE);
    TopicProbe.write(Topics.AD_PERFORMANCE, row.key().encode(), json.writeValueAsString(row));
  }

  private static List<ConsumerRecord<String, String>> read(String workspace, int count) {
    return TopicProbe.read(
        Topics.SIGNALS, count, PATIENCE, record -> record.key().startsWith(workspace + "|"));
  }

  /** What the test writes now is the next record. */
  private static void assertNoMore(String workspace, int count) {
    String end = workspace + "|end";
    TopicProbe.write(Topics.SIGNALS, end, "{}");
    var records = read(workspace, count + 1);
    assertEquals(end, records.getLast().key());
    assertEquals(count + 1, records.size());
  }
}
