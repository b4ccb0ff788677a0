package dev.bellwether.trend.measure.forecast;

import dev.bellwether.trend.forecast.ForecastSettings;
import dev.bellwether.trend.forecast.ForecastSettings.Liking;
import java.util.ArrayList;
import java.util.List;

/**
 * What comes out if the settings for each file are chosen on the others only: how much of the
 * result is owed to having chosen them on these files.
 */
final class LeaveOneOut {

  private static final double[] SAME_WEEKDAY = {2, 4, 8};
  private static final double[] OTHER_KIND = {0.1, 0.3, 1};
  private static final double[] SHARPNESS = {15, 30};

  private LeaveOneOut() {}

  static List<ForecastSettings> candidates() {
    var standard = ForecastSettings.STANDARD;
    var candidates = new ArrayList<ForecastSettings>();
    for (double same : SAME_WEEKDAY) {
      for (double other : OTHER_KIND) {
        for (double sharpness : SHARPNESS) {
          var likings = List.of(standard.likings().getFirst(), new Liking(same, other, 35));
          candidates.add(standard.with(likings, sharpness));
        }
      }
    }
    return candidates;
  }

  /**
   * @param errors by candidate, then by file
   * @return each file's errors with the candidate of least mean MASE over the other files
   */
  static List<Errors> choose(List<List<Errors>> errors) {
    var chosen = new ArrayList<Errors>();
    for (int left = 0; left < errors.getFirst().size(); left++) {
      Errors best = null;
      double least = Double.POSITIVE_INFINITY;
      for (var candidate : errors) {
        var others = Errors.NONE;
        for (int file = 0; file < candidate.size(); file++) {
          others = file == left ? others : others.plus(candidate.get(file));
        }
        if (others.meanMase() < least) {
          least = others.meanMase();
          best = candidate.get(left);
        }
      }
      chosen.add(best);
    }
    return chosen;
  }
}
