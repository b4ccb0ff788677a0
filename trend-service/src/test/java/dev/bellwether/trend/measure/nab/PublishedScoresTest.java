package dev.bellwether.trend.measure.nab;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * NAB's own detectors, their scores as they were published, and what NAB's scorer makes of them.
 */
class PublishedScoresTest {

  @ParameterizedTest(name = "{0} on {1} scores {2}")
  @CsvSource({
    "contextOSE, realTraffic, 91.1697",
    "contextOSE, realAWSCloudwatch, 71.518",
    "windowedGaussian, realTraffic, 64.281",
    "windowedGaussian, realAWSCloudwatch, 31.2396"
  })
  void thePublishedScoresOfOthersAreFoundAgain(String detector, String category, double score)
      throws IOException {
    var corpus = NabFiles.category(category);
    double threshold = threshold(detector);
    double raw = 0;
    for (var series : corpus) {
      var scores = NabFiles.published(detector, series);
      assertEquals(series.points().size(), scores.length, series.file());
      raw += NabScorer.raw(series, scores, threshold, Profile.STANDARD);
    }

    assertEquals(score, NabScorer.normalised(raw, windows(corpus), Profile.STANDARD), 5e-5);
  }

  private static double threshold(String detector) throws IOException {
    return JsonMapper.builder()
        .build()
        .readTree(NabFiles.folder().resolve("thresholds.json").toFile())
        .path(detector)
        .path("standard")
        .path("threshold")
        .asDouble();
  }

  private static long windows(List<LabelledSeries> corpus) {
    return corpus.stream().mapToLong(LabelledSeries::scoredWindows).sum();
  }
}
