package dev.bellwether.campaign.measure.offpolicy;

import dev.bellwether.campaign.offpolicy.Evaluation;
import dev.bellwether.campaign.offpolicy.Guard;
import dev.bellwether.campaign.offpolicy.Policy;

/**
 * One policy evaluated from the other's log, beside what it brought when it ran itself.
 *
 * @param onPolicy click rate of the evaluated policy's own log
 * @param onPolicyError its standard error
 */
record Direction(
    String from,
    String to,
    double onPolicy,
    double onPolicyError,
    Evaluation evaluation,
    Guard.Verdict verdict) {

  static Direction of(String from, BanditLog log, String to, BanditLog truth, Policy policy) {
    double rate = truth.clickRate();
    Evaluation evaluation = Evaluation.of(log.actions(), policy);
    return new Direction(
        from,
        to,
        rate,
        Math.sqrt(rate * (1 - rate) / truth.actions().size()),
        evaluation,
        Guard.STANDARD.judge(evaluation));
  }
}
