package dev.bellwether.campaign.pacing.watch;

import dev.bellwether.campaign.pacing.OffPace;
import dev.bellwether.contracts.budget.BudgetPlan;
import dev.bellwether.contracts.kafka.RecordKey;
import dev.bellwether.contracts.signal.Signal;
import dev.bellwether.contracts.signal.SignalKind;
import dev.bellwether.kit.messaging.AcknowledgedSend;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.kafka.Record;
import jakarta.enterprise.context.ApplicationScoped;
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

  /** Returns once Kafka has it. */
  void off(BudgetPlan plan, OffPace off, double tolerance) {
    double expected = off.expectedMicros() / MICROS;
    var signal =
        new Signal(
            Signal.SCHEMA_VERSION,
            plan.workspace(),
            // a plan is of one day, so this is one a plan and day
            KIND + "." + plan.id(),
            SignalKind.PACING_OFF,
            plan.id(),
            "spend",
            plan.account(),
            off.until(),
            off.spentMicros() / MICROS,
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
