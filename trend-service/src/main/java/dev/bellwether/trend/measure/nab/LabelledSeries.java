package dev.bellwether.trend.measure.nab;

import dev.bellwether.trend.series.Observation;
import java.util.List;

/**
 * One file of the benchmark.
 *
 * @param category the folder it stands in
 * @param file its name
 * @param points in the file's order
 * @param windows what people labelled, in order and apart from each other
 */
public record LabelledSeries(
    String category, String file, List<Observation> points, List<Window> windows) {

  /**
   * A labelled time.
   *
   * @param first index of its first point
   * @param last index of its last point, not before the first
   */
  public record Window(int first, int last) {

    int width() {
      return last - first + 1;
    }
  }

  public LabelledSeries {
    points = List.copyOf(points);
    windows = List.copyOf(windows);
  }

  /** So many points at the start are for learning and are not scored: 15 %, at most 750. */
  public double probation() {
    return Math.min(Math.floor(0.15 * points.size()), 0.15 * 5000);
  }

  /** Windows that an alarm can hit, that is those with a point after the probation. */
  public long scoredWindows() {
    return windows.stream().filter(window -> window.last() >= probation()).count();
  }
}
