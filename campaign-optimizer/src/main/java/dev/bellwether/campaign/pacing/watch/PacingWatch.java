package dev.bellwether.campaign.pacing.watch;

import dev.bellwether.campaign.figures.storage.FigureReader;
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
import org.jboss.logging.Logger;

/** Compares spend with plans, every quarter of an hour. */
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
        look(plan, now);
      }
    } catch (RuntimeException e) {
      LOG.warn("spend is compared with plans again in the next round", e);
    }
  }

  /** What fails of one is no reason to say nothing of others. */
  private void look(BudgetPlan plan, Instant now) {
    if (stopping) {
      return;
    }
    try {
      var rows =
          figures.between(
              plan.workspace(),
              plan.account(),
              plan.day().minusDays(Pacing.PAST_DAYS),
              plan.day().plusDays(1));
      Pacing.judge(plan, rows, now, settings.rules())
          .ifPresent(off -> store.tell(plan, () -> signals.off(plan, off, settings.tolerance())));
    } catch (RuntimeException e) {
      LOG.warnf(e, "plan %s is compared with its spend again in the next round", plan.id());
    }
  }
}
