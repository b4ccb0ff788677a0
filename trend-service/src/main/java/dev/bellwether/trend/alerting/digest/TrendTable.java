package dev.bellwether.trend.alerting.digest;

import dev.bellwether.contracts.trend.Trend;
import java.util.List;

/** The trends as they now are. */
public interface TrendTable {

  /**
   * All of a workspace, in no order.
   *
   * @throws RuntimeException while they are not readable, which passes
   */
  List<Trend> trends(String workspace);
}
