package dev.bellwether.trend.alerting.api;

import dev.bellwether.contracts.signal.Signal;
import dev.bellwether.trend.alerting.storage.AlertView;
import dev.bellwether.trend.alerting.storage.DeliveryView;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An alert with what it rests on and what became of it. */
public record AlertDetail(
    AlertView alert,
    @Schema(description = "Oldest first, the first 100") List<Signal> signals,
    List<DeliveryView> deliveries) {

  public AlertDetail {
    signals = List.copyOf(signals);
    deliveries = List.copyOf(deliveries);
  }
}
