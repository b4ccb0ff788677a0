package dev.bellwether.campaign.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.bellwether.campaign.response.SimulatedMarket;
import dev.bellwether.contracts.budget.BudgetPlan;
import dev.bellwether.contracts.budget.Goal;
import java.time.Instant;
import java.util.Arrays;
import org.jboss.logging.Logger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What a plan brings on curves it has never seen; the seeds are none that anything was tuned on.
 */
class GainOnTrueCurvesTest {

  private static final Logger LOG = Logger.getLogger(GainOnTrueCurvesTest.class);
  private static final long FIRST_SEED = 20_260_301;
  private static final int SEEDS = 12;

  @ParameterizedTest
  @EnumSource(SimulatedMarket.Family.class)
  void aPlanBringsAtLeastFivePercentMoreThanTodaysSplit(SimulatedMarket.Family family) {
    double[] gains = new double[SEEDS];
    for (int i = 0; i < SEEDS; i++) {
      var market = SimulatedMarket.of(family, 24, 28, 0.1, FIRST_SEED + i);
      gains[i] = gain(market);
    }
    Arrays.sort(gains);
    LOG.infof(
        "%s: least %.1f %%, median %.1f %%, most %.1f %%",
        family, 100 * gains[0], 100 * gains[SEEDS / 2], 100 * gains[SEEDS - 1]);
    assertTrue(gains[0] >= 0.05, family + " gains only " + gains[0]);
  }

  private static double gain(SimulatedMarket market) {
    AccountHistory history = AccountHistory.of("acme", market.rows("acme"));
    BudgetPlan plan =
        Planner.plan(
            "default",
            "p",
            Instant.EPOCH,
            history,
            new Planner.Request(null, Goal.CONVERSIONS, null));
    assertEquals(
        history.todayMicros(),
        plan.lines().stream().mapToLong(BudgetPlan.Line::plannedMicros).sum());
    double planned = 0;
    double today = 0;
    for (BudgetPlan.Line line : plan.lines()) {
      int i = Integer.parseInt(line.adSet().substring("set-".length()));
      planned += market.curves().get(i).applyAsDouble(line.plannedMicros() / 1e6);
      today += market.curves().get(i).applyAsDouble(line.todayMicros() / 1e6);
    }
    return planned / today - 1;
  }
}
