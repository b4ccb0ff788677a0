package dev.bellwether.trend.alerting.storage;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How a message got through one channel. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "An alert's way to one channel")
public record DeliveryView(
    @Schema(description = "The message's id, in webhooks the header webhook-id") String id,
    @Schema(description = "Id of the channel") String channel,
    @Schema(
            description =
                "pending, held (quiet hours), delivering, delivered, failed, dropped (quiet hours), disabled (the"
                    + " channel is) or cancelled (rule or channel are gone)")
        String state,
    @Schema(description = "When it is next tried; left out once it is settled") Instant dueAt,
    @Schema(description = "When nothing more was to be done") Instant settledAt,
    List<AttemptView> attempts) {

  public DeliveryView {
    attempts = List.copyOf(attempts);
  }

  /** One try. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @Schema(name = "DeliveryAttempt", description = "One try")
  public record AttemptView(
      int number,
      Instant at,
      long millis,
      @Schema(description = "delivered, retry, gone or refused") String outcome,
      @Schema(description = "What the receiver answered, HTTP or SMTP; left out where it did not")
          Integer status,
      String reason) {}
}
