package dev.bellwether.campaign.pacing.watch;

import dev.bellwether.campaign.pacing.OffPace;
import dev.bellwether.campaign.pacing.PaceReports;
import dev.bellwether.contracts.budget.BudgetPlan;
import dev.bellwether.contracts.kafka.RecordKey;
import dev.bellwether.contracts.signal.Signal;
import dev.bellwether.contracts.signal.SignalKind;
import dev.bellwether.kit.messaging.AcknowledgedSend;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.kafka.Record;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.reactive.messaging.Channel;

/** Tells alerting of plans that are off their pace. */
@ApplicationScoped
@RegisterForReflection(targets = {Signal.class, SignalKind.class})
class PacingSignals {

  private static final String KIND = "pacing-off";
  private static final double MICROS = 1e6;

  private final MutinyEmitter<Record<String, Signal>> signals;

  PacingSignals(@Channel("signals_out") MutinyEmitter<Record<String, Signal>> signals) {
    this.signals = signals;
  }

  /** That a day's spend is off; returns once Kafka has it. */
  void off(BudgetPlan plan, LocalDate day, OffPace off, double tolerance) {
    send(
        plan,
        "." + day,
        plan.account(),
        off.until(),
        off.spentMicros(),
        off.expectedMicros(),
        tolerance);
  }

  /** That lines have spent their day's amount and go on; returns once Kafka has it. */
  void exhausted(BudgetPlan plan, LocalDate day, PaceReports.Exhausted lines, double tolerance) {
    send(
        plan,
        "." + day + ".lines",
        plan.account()
            + ": "
            + (lines.lines() == 1 ? lines.first() : lines.lines() + " ad sets")
            + " spent up",
        lines.until(),
        lines.spentMicros(),
        lines.plannedMicros(),
        tolerance);
  }

  private void send(
      BudgetPlan plan,
      String suffix,
      String label,
      Instant until,
      long spentMicros,
      long expectedMicros,
      double tolerance) {
    double expected = expectedMicros / MICROS;
    var signal =
        new Signal(
            Signal.SCHEMA_VERSION,
            plan.workspace(),
            // one of each kind a plan and day
            KIND + "." + plan.id() + suffix,
            SignalKind.PACING_OFF,
            plan.id(),
            "spend",
            label,
            until,
            spentMicros / MICROS,
            expected,
            expected * Math.max(0, 1 - tolerance),
            expected * (1 + tolerance),
            null,
            null,
            null,
            List.of(),
            plan.currency());
    AcknowledgedSend.await(
        () -> signals.send(Record.of(RecordKey.of(plan.workspace(), KIND).encode(), signal)));
  }
}
