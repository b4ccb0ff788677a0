package dev.bellwether.campaign.offpolicy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class GuardTest {

  private final SimulatedLog simulated = SimulatedLog.usual();
  private final Policy best =
      Policy.of(new double[][] {{0.7, 0.1, 0.1, 0.1}, {0.1, 0.1, 0.7, 0.1}});

  @Test
  void aPolicyThatIsClearlyBetterMayGoLiveAndIsToldHowMuch() {
    var verdict = judge(simulated.draw(3_000, 1), best);
    assertTrue(verdict.safe(), () -> verdict.reasons().toString());
    assertTrue(verdict.least() > verdict.needed());
    assertTrue(verdict.reasons().getFirst().contains("at worst"), verdict.reasons()::toString);
  }

  @Test
  void aPolicyThatIsWorseIsHeldAndToldWhatItMayLose() {
    var worst = Policy.of(new double[][] {{0.1, 0.1, 0.7, 0.1}, {0.7, 0.1, 0.1, 0.1}});
    assertHeld(simulated.draw(3_000, 2), worst, "It may lose");
  }

  @Test
  void aLogThatIsTooShortSaysSo() {
    assertHeld(simulated.draw(100, 3), best, "decisions of the new policy; 200 are needed");
    assertHeld(simulated.draw(30, 3), best, "rewards under the new policy; 25 are needed");
  }

  @Test
  void whatTheLogNeverChoseIsNotKnown() {
    var log = simulated.draw(3_000, 4).stream().filter(entry -> entry.action() != 2).toList();
    assertHeld(log, best, "choices were never made in the log");
  }

  @Test
  void propensitiesThatAreNotTheLogsAreNoticed() {
    List<LoggedAction> wrong = new ArrayList<>();
    for (var entry : simulated.draw(3_000, 5)) {
      wrong.add(
          LoggedAction.alone(entry.unit(), entry.context(), entry.action(), 0.5, entry.reward()));
    }
    assertHeld(wrong, best, "propensities are not those the log was made with");
  }

  @Test
  void daysThatShareTheirLuckWidenTheInterval() {
    List<LoggedAction> days = new ArrayList<>();
    for (var entry : simulated.draw(1_000, 6)) {
      int day = entry.unit() / 50;
      // All of a day is rewarded, or nothing
      days.add(
          new LoggedAction(day, entry.context(), entry.action(), entry.propensity(), day % 2, 1));
    }
    var apart = new ArrayList<LoggedAction>();
    for (var entry : days) {
      apart.add(
          LoggedAction.alone(
              apart.size(), entry.context(), entry.action(), entry.propensity(), entry.reward()));
    }
    double together = Evaluation.of(days, best).logged().standardError();
    double alone = Evaluation.of(apart, best).logged().standardError();
    assertEquals(Math.sqrt(50), together / alone, 0.5);
  }

  @Test
  void noRewardsAtAllAreNoReasonToGoLive() {
    List<LoggedAction> nothing = new ArrayList<>();
    for (var entry : simulated.draw(3_000, 7)) {
      nothing.add(
          LoggedAction.alone(entry.unit(), entry.context(), entry.action(), entry.propensity(), 0));
    }
    assertHeld(nothing, best, "0 rewards");
  }

  @Test
  void whatIsNoLogOrNoPolicyIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> Evaluation.of(List.of(), best));
    assertThrows(
        IllegalArgumentException.class,
        () -> Evaluation.of(simulated.draw(10, 1), Policy.everywhere(0.5, 0.5)));
    assertThrows(IllegalArgumentException.class, () -> Policy.everywhere(0.5, 0.4));
    assertThrows(IllegalArgumentException.class, () -> Policy.everywhere(Double.NaN, 1));
    assertThrows(IllegalArgumentException.class, () -> LoggedAction.alone(0, 0, 0, 0, 1));
    assertThrows(
        IllegalArgumentException.class, () -> LoggedAction.alone(0, 0, 0, 0.5, Double.NaN));
  }

  private static Guard.Verdict judge(List<LoggedAction> log, Policy policy) {
    return Guard.STANDARD.judge(Evaluation.of(log, policy));
  }

  private static void assertHeld(List<LoggedAction> log, Policy policy, String why) {
    var verdict = judge(log, policy);
    assertFalse(verdict.safe());
    assertTrue(
        verdict.reasons().stream().anyMatch(reason -> reason.contains(why)),
        () -> verdict.reasons().toString());
  }
}
