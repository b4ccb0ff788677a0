package dev.bellwether.campaign.pacing.watch;

import dev.bellwether.campaign.decision.PlanPeriod;
import dev.bellwether.campaign.decision.history.Happening;
import dev.bellwether.campaign.decision.history.HistoryEntry;
import dev.bellwether.campaign.figures.storage.FigureReader;
import dev.bellwether.campaign.pacing.OffPace;
import dev.bellwether.campaign.pacing.PaceReports;
import dev.bellwether.campaign.pacing.Pacing;
import dev.bellwether.contracts.budget.BudgetPlan;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;

/** Compares spend with the plans that were approved, every quarter of an hour. */
@ApplicationScoped
class PacingWatch {

  private static final Logger LOG = Logger.getLogger(PacingWatch.class);

  /** Figures of a day may come late; later than this nobody acts on them. */
  private static final int DAYS_BACK = 3;

  private final PacingStore store;
  private final FigureReader figures;
  private final PacingSignals signals;
  private final PacingSettings settings;
  private final Clock clock = Clock.systemUTC();
  private volatile boolean stopping;

  PacingWatch(
      PacingStore store, FigureReader figures, PacingSignals signals, PacingSettings settings) {
    this.store = store;
    this.figures = figures;
    this.signals = signals;
    this.settings = settings;
  }

  void atStop(@Observes ShutdownEvent stop) {
    stopping = true;
  }

  @Scheduled(
      every = "${bellwether.pacing.every:15m}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  @RunOnVirtualThread
  void look() {
    if (!settings.enabled()) {
      return;
    }
    try {
      Instant now = clock.instant();
      // a local day may begin half a day before or after UTC's
      LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
      for (BudgetPlan plan : store.open(today.minusDays(DAYS_BACK), today.plusDays(1))) {
        look(plan, today, now);
      }
    } catch (RuntimeException e) {
      LOG.warn("spend is compared with plans again in the next round", e);
    }
  }

  /** What fails of one is no reason to say nothing of others. */
  private void look(BudgetPlan plan, LocalDate today, Instant now) {
    if (stopping) {
      return;
    }
    try {
      List<LocalDate> days =
          PlanPeriod.of(plan).days().stream()
              .filter(day -> !day.isBefore(today.minusDays(DAYS_BACK)))
              .filter(day -> !day.isAfter(today.plusDays(1)))
              .toList();
      var rows =
          figures.between(
              plan.workspace(),
              plan.account(),
              days.getFirst().minusDays(Pacing.PAST_DAYS),
              days.getLast().plusDays(1));
      for (LocalDate day : days) {
        Pacing.judge(plan, day, rows, now, settings.rules())
            .ifPresent(off -> tell(plan, day, off, now));
        PaceReports.exhausted(plan, day, rows, now, settings.rules())
            .ifPresent(lines -> tell(plan, day, lines, now));
      }
    } catch (RuntimeException e) {
      LOG.warnf(e, "plan %s is compared with its spend again in the next round", plan.id());
    }
  }

  private void tell(BudgetPlan plan, LocalDate day, OffPace off, Instant now) {
    store.tell(
        plan,
        day,
        "pace",
        entry(now, day, off.spentMicros(), off.expectedMicros(), Map.of()),
        () -> signals.off(plan, day, off, settings.tolerance()));
  }

  private void tell(BudgetPlan plan, LocalDate day, PaceReports.Exhausted lines, Instant now) {
    store.tell(
        plan,
        day,
        "lines",
        entry(
            now,
            day,
            lines.spentMicros(),
            lines.plannedMicros(),
            Map.of("linesSpentUp", Integer.toString(lines.lines()))),
        () -> signals.exhausted(plan, day, lines, settings.tolerance()));
  }

  private static HistoryEntry entry(
      Instant now, LocalDate day, long spent, long expected, Map<String, String> more) {
    var detail = new HashMap<>(more);
    detail.put("day", day.toString());
    detail.put("spentMicros", Long.toString(spent));
    detail.put("expectedMicros", Long.toString(expected));
    return new HistoryEntry(now.truncatedTo(ChronoUnit.MICROS), null, Happening.OFF_PACE, detail);
  }
}
