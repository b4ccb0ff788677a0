package dev.bellwether.trend.alerting.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.bellwether.trend.alerting.definition.DigestDefinition;
import dev.bellwether.trend.alerting.storage.DigestStore;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A digest as it is answered: every field says what applies. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "AlertDigest", description = "What happened, once a day or a week")
public record DigestView(
    String id,
    @Schema(description = "One more with each change; also the ETag") int version,
    String name,
    boolean enabled,
    String schedule,
    @Schema(description = "Of a weekly one") String day,
    String time,
    String zone,
    List<String> channels,
    @Schema(description = "Ids; empty for all") List<String> monitors,
    @Schema(description = "left out while it is switched off") Instant nextDueAt,
    @Schema(description = "End of the time that the last one told of; left out before the first")
        Instant lastMadeAt) {

  static DigestView of(DigestStore.Stored stored) {
    var said = DigestDefinition.of(stored.digest());
    return new DigestView(
        stored.digest().id(),
        stored.digest().version(),
        said.name(),
        said.enabled(),
        said.schedule(),
        said.day(),
        said.time(),
        said.zone(),
        said.channels(),
        said.monitors(),
        stored.nextDue(),
        stored.lastMade());
  }
}
