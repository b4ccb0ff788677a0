package dev.bellwether.trend.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * Series with their latest values, in the order of their names.
 *
 * @param next cursor of the following page, null after the last
 * @param partial true where some instance of the service did not answer, so that series may be
 *     missing; else null
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SeriesPage(List<SeriesItem> series, String next, Boolean partial) {

  public SeriesPage {
    series = List.copyOf(series);
  }
}
