package dev.bellwether.trend.alerting.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What came of a test message. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "What came of a test message")
public record TestOutcome(
    @Schema(description = "delivered, retry (it may work later), gone or refused") String outcome,
    @Schema(description = "What the receiver answered; left out where it did not") Integer status,
    @Schema(description = "left out where it was delivered") String reason) {}
