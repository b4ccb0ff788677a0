package dev.bellwether.trend.alerting.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.bellwether.trend.alerting.storage.AlertView;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Alerts, the latest first. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AlertPage(
    List<AlertView> alerts,
    @Schema(description = "cursor of the following page; left out after the last") String next) {

  public AlertPage {
    alerts = List.copyOf(alerts);
  }
}
