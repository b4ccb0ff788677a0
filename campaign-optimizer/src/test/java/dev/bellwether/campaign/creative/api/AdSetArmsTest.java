package dev.bellwether.campaign.creative.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.bellwether.campaign.plan.Rows;
import dev.bellwether.contracts.ads.AdPerformance;
import dev.bellwether.contracts.ads.Segment;
import java.util.List;
import org.junit.jupiter.api.Test;

class AdSetArmsTest {

  private static final Segment WOMEN = new Segment(null, "f", null, null, null);
  private static final Segment MEN = new Segment(null, "m", null, null, null);

  @Test
  void whatIsReportedWholeAndBrokenDownCountsOnce() {
    List<AdPerformance> rows =
        List.of(
            row("s", null, Segment.NONE, 30),
            row("s", "a", Segment.NONE, 10),
            row("s", "b", Segment.NONE, 20),
            row("s", "a", WOMEN, 4),
            row("s", "a", MEN, 6));
    var byAd = AdSetArms.of(rows, Breakdown.AD, Metric.CONVERSIONS);
    assertEquals(1, byAd.size());
    assertEquals(10_000_000, byAd.getFirst().totals().get("a").spendMicros());
    assertEquals(20_000_000, byAd.getFirst().totals().get("b").spendMicros());
    // By gender only the one ad's rows tell, and they are summed
    var byGender = AdSetArms.of(rows, Breakdown.GENDER, Metric.CONVERSIONS);
    assertEquals(6_000_000, byGender.getFirst().totals().get("m").spendMicros());
    assertTrue(AdSetArms.of(rows, Breakdown.AGE, Metric.CONVERSIONS).isEmpty());
  }

  @Test
  void adsThatAreReportedByGenderOnlyAreSummed() {
    List<AdPerformance> rows = List.of(row("s", "a", WOMEN, 4), row("s", "a", MEN, 6));
    var byAd = AdSetArms.of(rows, Breakdown.AD, Metric.CLICKS).getFirst();
    assertEquals(10_000_000, byAd.totals().get("a").spendMicros());
    assertEquals(1, byAd.arms().getFirst().days().size());
    assertEquals(10, byAd.arms().getFirst().days().getFirst().spend(), 1e-9);
  }

  @Test
  void adSetsAreKeptApartAndInOrder() {
    var adSets =
        AdSetArms.of(
            List.of(row("z", "a", Segment.NONE, 1), row("b", "a", Segment.NONE, 1)),
            Breakdown.AD,
            Metric.CONVERSIONS);
    assertEquals(List.of("b", "z"), adSets.stream().map(AdSetArms::adSet).toList());
  }

  private static AdPerformance row(String adSet, String ad, Segment segment, double spend) {
    return Rows.row("acme", "c", adSet, ad, segment, 0, 1, "EUR", spend, 1, null);
  }
}
