package dev.bellwether.trend.alerting.digest;

import dev.bellwether.trend.alerting.digest.DigestTimes.Period;
import dev.bellwether.trend.alerting.wording.DigestReport.MonitorFigures;
import java.util.List;

/** How much was said of monitors, and how much of it negatively. */
public interface FiguresSource {

  /**
   * Of the period, and of the same period a week earlier; empty where nothing is known.
   *
   * @param monitors ids; empty for all
   */
  List<MonitorFigures> figures(String workspace, List<String> monitors, Period period);
}
