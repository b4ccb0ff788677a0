package dev.bellwether.trend.alerting.storage;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An alert as it is listed. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "What a rule has found")
public record AlertView(
    String id,
    @Schema(description = "Id of the rule, which may be gone") String rule,
    @Schema(description = "The rule's name then") String ruleName,
    String title,
    @Schema(description = "Event time of its first signal") Instant at,
    @Schema(description = "Event time of its last signal") Instant until,
    @Schema(description = "When it was found, by the wall clock") Instant foundAt,
    @Schema(description = "Found so late that it is kept and not delivered") boolean history,
    @Schema(description = "Still waits for signals that belong to it") boolean open,
    List<String> kinds,
    List<String> subjects,
    @Schema(description = "How many signals it holds") int signalCount,
    @Schema(description = "How many the cool-down swallowed after it") int cooled,
    @Schema(description = "left out until somebody acknowledges it") Instant acknowledgedAt,
    @Schema(description = "The key's id or the person's subject") String acknowledgedBy) {

  public AlertView {
    kinds = List.copyOf(kinds);
    subjects = List.copyOf(subjects);
  }
}
