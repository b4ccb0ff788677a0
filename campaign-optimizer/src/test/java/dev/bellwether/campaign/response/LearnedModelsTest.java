package dev.bellwether.campaign.response;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LearnedModelsTest {

  private static final double SPEND = 60;

  @Test
  void daysThatAreAddedOneByOneLeadWhereTheWholePastLeads() {
    List<AdSetHistory> whole = market(45);
    var learned = new LearnedModels(100);
    ResponseModel model = null;
    for (int days = 30; days <= 45; days++) {
      model = fit(learned, first(whole, days));
    }
    ResponseModel anew = ResponseModel.fit(whole, 1);
    double off = 0;
    for (AdSetHistory adSet : whole) {
      double expected = anew.adSets().get(adSet.id()).at(SPEND);
      off += Math.abs(model.adSets().get(adSet.id()).at(SPEND) / expected - 1) / whole.size();
    }
    assertTrue(off < 0.02, "off by " + off + " on average");
  }

  @Test
  void nothingNewIsTheSameModel() {
    var learned = new LearnedModels(100);
    List<AdSetHistory> account = market(30);
    assertSame(fit(learned, account), fit(learned, account));
  }

  @Test
  void aRestatedDayCountsHoweverOldItIs() {
    for (int age : new int[] {2, 13, 14, 25}) {
      var learned = new LearnedModels(100);
      List<AdSetHistory> account = market(30);
      double before = fit(learned, account).adSets().get("set-0").at(SPEND);
      double after = fit(learned, restated(account, 29 - age)).adSets().get("set-0").at(SPEND);
      assertTrue(after > before, "restated at " + age + " days: " + before + " then " + after);
    }
  }

  @Test
  void aRemovedDayIsForgotten() {
    var learned = new LearnedModels(100);
    List<AdSetHistory> account = market(30);
    fit(learned, account);
    List<AdSetHistory> without = first(account, 29);
    ResponseModel anew =
        ResponseModel.learned(without, 1, Completeness.AT_ONCE, LearnedModels.OPEN_DAYS).model();
    assertEquals(
        anew.adSets().get("set-1").at(SPEND),
        fit(learned, without).adSets().get("set-1").at(SPEND),
        1e-9);
  }

  @Test
  void noMoreIsKeptThanThereIsRoomFor() {
    var learned = new LearnedModels(20);
    for (int account = 0; account < 5; account++) {
      learned.fit("account-" + account, market(5), 1, Completeness.AT_ONCE);
    }
    assertEquals(16, learned.adSets(), "two accounts of eight ad sets");
  }

  private static ResponseModel fit(LearnedModels learned, List<AdSetHistory> account) {
    return learned.fit("acme", account, 1, Completeness.AT_ONCE);
  }

  private static List<AdSetHistory> market(int days) {
    return SimulatedMarket.of(SimulatedMarket.Family.HILL_ONE, 8, days, 0.3, 5).adSets();
  }

  private static List<AdSetHistory> first(List<AdSetHistory> account, int days) {
    return account.stream().map(one -> with(one, one.observations().subList(0, days))).toList();
  }

  private static List<AdSetHistory> restated(List<AdSetHistory> account, int day) {
    List<AdSetHistory> restated = new ArrayList<>(account);
    List<Observation> seen = new ArrayList<>(account.getFirst().observations());
    Observation was = seen.get(day);
    seen.set(day, new Observation(was.day(), 1, was.spend(), 2 * was.outcome() + 10));
    restated.set(0, with(account.getFirst(), seen));
    return restated;
  }

  private static AdSetHistory with(AdSetHistory one, List<Observation> observations) {
    return new AdSetHistory(one.id(), one.campaign(), one.segment(), one.traits(), observations);
  }
}
