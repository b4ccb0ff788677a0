package dev.bellwether.campaign.plan.messaging;

import dev.bellwether.contracts.budget.BudgetPlan;
import dev.bellwether.contracts.kafka.RecordKey;
import dev.bellwether.kit.messaging.AcknowledgedSend;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.kafka.Record;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.reactive.messaging.Channel;

/** Writes plans to their topic. */
@ApplicationScoped
@RegisterForReflection(
    targets = {
      BudgetPlan.class,
      BudgetPlan.Line.class,
      BudgetPlan.Range.class,
      BudgetPlan.Part.class,
      BudgetPlan.Target.class,
      BudgetPlan.Decision.class
    })
public class PlanPublisher {

  private final MutinyEmitter<Record<String, BudgetPlan>> plans;
  private final Counter made;

  public PlanPublisher(
      @Channel("budget_plans_out") MutinyEmitter<Record<String, BudgetPlan>> plans,
      MeterRegistry metrics) {
    this.plans = plans;
    this.made = metrics.counter("bellwether.plans");
  }

  /**
   * Returns once Kafka has it.
   *
   * @throws dev.bellwether.kit.problem.ProblemException 503 when Kafka did not take it
   */
  public void publish(BudgetPlan plan) {
    announce(plan);
    made.increment();
  }

  /**
   * As {@link #publish}, of a plan that was made before and has changed.
   *
   * @throws dev.bellwether.kit.problem.ProblemException 503 when Kafka did not take it
   */
  public void announce(BudgetPlan plan) {
    AcknowledgedSend.await(() -> plans.send(Record.of(key(plan), plan)));
  }

  /** Writes the null that says there is no such plan. */
  public void withdraw(BudgetPlan plan) {
    AcknowledgedSend.await(() -> plans.send(Record.of(key(plan), null)));
  }

  private static String key(BudgetPlan plan) {
    return RecordKey.of(plan.workspace(), plan.account(), plan.id()).encode();
  }
}
