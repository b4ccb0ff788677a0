package dev.bellwether.campaign.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.bellwether.contracts.ads.AdPerformance;
import dev.bellwether.contracts.ads.Segment;
import dev.bellwether.contracts.budget.Goal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * The Facebook ads of KAG_conversion_data.csv, as the command in docs/importing.md sends them: each
 * ad has one row, so no ad could have a curve of its own, but every segment is pooled into one.
 */
class RealAdsTest {

  @Test
  void everySegmentOfTheFacebookAdsHasAPooledCurve() throws IOException {
    List<AdPerformance> rows = rows();
    assertEquals(1_143, rows.size());
    assertEquals(1_143, rows.stream().map(AdPerformance::ad).distinct().count());

    CurveReport report = CurveReport.of(AccountHistory.of("kag", rows), Goal.CONVERSIONS);

    var segments =
        report.segments().stream()
            .map(CurveReport.SegmentCurve::segment)
            .collect(Collectors.toCollection(HashSet::new));
    assertEquals(rows.stream().map(AdPerformance::segment).collect(Collectors.toSet()), segments);
    assertEquals(284, report.segments().size());
    assertEquals(
        rows.stream().map(AdPerformance::adSet).distinct().count(),
        report.segments().stream().mapToInt(CurveReport.SegmentCurve::adSets).sum());
    report.segments().forEach(segment -> assertIsACurve(segment.curve(), segment.segment()));
  }

  private static void assertIsACurve(CurveReport.Drawn curve, Segment segment) {
    assertTrue(curve.firstUnitReturn() > 0, () -> "no return in " + segment);
    double before = -1;
    for (CurveReport.Point point : curve.points()) {
      var expected = point.expected();
      assertTrue(
          Double.isFinite(expected.mean())
              && expected.mean() > before
              && expected.low() <= expected.mean()
              && expected.mean() <= expected.high(),
          () -> segment + " " + point);
      before = expected.mean();
    }
  }

  private static List<AdPerformance> rows() throws IOException {
    var given = System.getenv("BELLWETHER_SHARED");
    Path shared = given == null ? Path.of("..", "..", "shared") : Path.of(given);
    Path file = shared.resolve("data/ads/KAG_conversion_data.csv").toAbsolutePath().normalize();
    assumeTrue(Files.exists(file), "SKIPPED: needs the file " + file + ", which is not there");
    // No value of it is quoted
    return Files.readAllLines(file).stream().skip(1).map(line -> row(line.split(","))).toList();
  }

  /**
   * Date, ad_id, xyz_campaign_id, fb_campaign_id, age, gender, interest, Impressions, Clicks,
   * Spent, Total_Conversion, Approved_Conversion.
   */
  private static AdPerformance row(String[] values) {
    return Rows.row(
        "kag",
        values[2],
        values[3],
        values[1],
        new Segment(values[4], values[5], null, values[6], null),
        0,
        1,
        "USD",
        Double.parseDouble(values[9]),
        Double.parseDouble(values[10]),
        null);
  }
}
