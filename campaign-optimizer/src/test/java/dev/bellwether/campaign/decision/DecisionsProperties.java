package dev.bellwether.campaign.decision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.bellwether.campaign.decision.Decisions.Change;
import dev.bellwether.campaign.decision.Decisions.Other;
import dev.bellwether.campaign.decision.Decisions.Situation;
import dev.bellwether.contracts.budget.BudgetPlan;
import dev.bellwether.contracts.budget.PlanStatus;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds of an account's plans, whoever decides what in whatever order. */
class DecisionsProperties {

  private static final int PLANS = 6;

  /** Somebody's wish. */
  record Wish(int plan, Step step, int day) {}

  /** An account with plans that overlap one another, and the days that go by. */
  private static final class Account {

    private final Map<String, BudgetPlan> plans = new LinkedHashMap<>();
    private final Map<String, String> replacedBy = new HashMap<>();
    private int minute;

    Account(List<Integer> spans) {
      for (int i = 0; i < PLANS; i++) {
        LocalDate day = SomePlans.DAY.plusDays(spans.get(i) % 7);
        plans.put("p" + i, SomePlans.plan("p" + i, day, day.plusDays(spans.get(i) / 7 % 5)));
      }
    }

    List<Change> wish(Wish wish) {
      BudgetPlan plan = plans.get("p" + wish.plan());
      List<Other> others =
          plans.values().stream()
              .filter(other -> !other.id().equals(plan.id()))
              .filter(
                  other ->
                      PlanPeriod.statusOf(other) == PlanStatus.APPROVED
                          || plan.id().equals(replacedBy.get(other.id())))
              .map(other -> new Other(other, replacedBy.get(other.id())))
              .toList();
      List<Change> changes =
          Decisions.of(
              wish.step(),
              new Situation(plan, others),
              SomePlans.decision(++minute),
              SomePlans.DAY.plusDays(wish.day()));
      for (Change change : changes) {
        plans.put(change.after().id(), change.after());
        replacedBy.put(change.after().id(), change.step() == Step.REPLACE ? change.by() : null);
      }
      return changes;
    }
  }

  @Property(tries = 500)
  void noTwoApprovedPlansEverShareADay(
      @ForAll("spans") List<Integer> spans, @ForAll("wishes") List<Wish> wishes) {
    var account = new Account(spans);
    for (Wish wish : wishes) {
      tried(account, wish);
      List<PlanPeriod> inForce =
          account.plans.values().stream()
              .filter(plan -> PlanPeriod.statusOf(plan) == PlanStatus.APPROVED)
              .map(PlanPeriod::of)
              .toList();
      for (int i = 0; i < inForce.size(); i++) {
        for (int j = 0; j < i; j++) {
          assertFalse(inForce.get(i).overlaps(inForce.get(j)), inForce::toString);
        }
      }
    }
  }

  @Property(tries = 500)
  void aStepEitherGoesWhereItLeadsOrChangesNothingAtAll(
      @ForAll("spans") List<Integer> spans, @ForAll("wishes") List<Wish> wishes) {
    var account = new Account(spans);
    for (Wish wish : wishes) {
      Map<String, BudgetPlan> before = Map.copyOf(account.plans);
      boolean allowed = tried(account, wish);
      String id = "p" + wish.plan();
      PlanStatus was = PlanPeriod.statusOf(before.get(id));
      if (allowed) {
        assertEquals(wish.step().to(), PlanPeriod.statusOf(account.plans.get(id)));
        // again, it is the same
        assertTrue(account.wish(wish).isEmpty());
      } else {
        assertEquals(before, account.plans);
        assertTrue(was != wish.step().to());
      }
    }
  }

  @Property(tries = 500)
  void rollingBackAtOnceBringsBackExactlyWhatWasReplaced(
      @ForAll("spans") List<Integer> spans, @ForAll("wishes") List<Wish> wishes) {
    var account = new Account(spans);
    for (Wish wish : wishes) {
      tried(account, wish);
    }
    for (int i = 0; i < PLANS; i++) {
      Map<String, PlanStatus> before = statuses(account);
      var approval = new Wish(i, Step.APPROVE, 0);
      if (before.get("p" + i) == PlanStatus.APPROVED || !tried(account, approval)) {
        continue;
      }
      account.wish(new Wish(i, Step.ROLL_BACK, 0));
      Map<String, PlanStatus> after = statuses(account);
      String own = "p" + i;
      before.forEach(
          (id, status) -> {
            if (!id.equals(own) && status == PlanStatus.APPROVED) {
              assertEquals(status, after.get(id), id);
            }
          });
      assertEquals(PlanStatus.ROLLED_BACK, after.get(own));
    }
  }

  private static Map<String, PlanStatus> statuses(Account account) {
    var statuses = new LinkedHashMap<String, PlanStatus>();
    account.plans.forEach((id, plan) -> statuses.put(id, PlanPeriod.statusOf(plan)));
    return statuses;
  }

  private static boolean tried(Account account, Wish wish) {
    try {
      account.wish(wish);
      return true;
    } catch (NotPossibleException e) {
      return false;
    }
  }

  @Provide
  Arbitrary<List<Integer>> spans() {
    return Arbitraries.integers().between(0, 34).list().ofSize(PLANS);
  }

  @Provide
  Arbitrary<List<Wish>> wishes() {
    return Combinators.combine(
            Arbitraries.of(IntStream.range(0, PLANS).boxed().toList()),
            // approvals often enough that plans meet
            Arbitraries.of(Step.APPROVE, Step.APPROVE, Step.ROLL_BACK, Step.REJECT),
            Arbitraries.integers().between(0, 3))
        .as(Wish::new)
        .list()
        .ofMaxSize(25);
  }
}
