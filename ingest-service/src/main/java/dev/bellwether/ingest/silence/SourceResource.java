package dev.bellwether.ingest.silence;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.bellwether.ingest.silence.habit.ArrivalHabit;
import dev.bellwether.kit.identity.Caller;
import dev.bellwether.kit.identity.Scopes;
import dev.bellwether.kit.storage.WorkspaceTransaction;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Where posts and figures come from, and which source is silent. */
@Path("/v1/sources")
@RunOnVirtualThread
public class SourceResource {

  /**
   * A source.
   *
   * @param stream {@code mentions} or {@code ad-performance}
   * @param id a platform, an ad account, or a connector
   * @param firstArrival when something came from it for the first time
   * @param lastArrival when something came last, to within five seconds
   * @param usualAgeSeconds how old the last arrival usually gets at this hour of the week; absent
   *     while the habit is not known
   * @param silentAfterSeconds how old it has to be, at this hour, to be silent; absent likewise
   * @param silentSince its last arrival, while it is held silent
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Source(
      String stream,
      String id,
      Instant firstArrival,
      Instant lastArrival,
      Long usualAgeSeconds,
      Long silentAfterSeconds,
      Instant silentSince) {}

  /** The first two hundred, by stream and id. */
  public record Sources(List<Source> sources) {}

  private final WorkspaceTransaction transactions;
  private final SilenceDecision decision;
  private final Caller caller;
  private final Clock clock;

  public SourceResource(
      WorkspaceTransaction transactions, SilenceDecision decision, Caller caller, Clock clock) {
    this.transactions = transactions;
    this.decision = decision;
    this.caller = caller;
    this.clock = clock;
  }

  @GET
  @RolesAllowed(Scopes.MENTIONS_READ)
  @Operation(
      summary = "Where posts and figures come from",
      description =
          "Each platform and ad account that has sent something: when it sent last, how long it is quiet usually at this hour of the"
              + " week, and since when it is silent. A source's habit is known after a week with arrivals on five days.")
  public Sources get() {
    String workspace = caller.workspace();
    return transactions.inWorkspace(
        workspace,
        connection -> {
          var sources = new ArrayList<Source>();
          for (SourceStore.Source source : SourceStore.sources(connection, workspace)) {
            sources.add(
                of(source, decision.habit(connection, workspace, source.name(), source.last())));
          }
          return new Sources(sources);
        });
  }

  private Source of(SourceStore.Source source, Optional<ArrivalHabit> habit) {
    Instant now = clock.instant();
    boolean isSilent = source.silentSince() != null && !source.last().isAfter(source.silentSince());
    return new Source(
        source.name().stream(),
        source.name().id(),
        source.first(),
        source.last(),
        habit.flatMap(known -> known.usual(now)).map(Duration::toSeconds).orElse(null),
        habit.flatMap(known -> known.longest(now)).map(Duration::toSeconds).orElse(null),
        isSilent ? source.silentSince() : null);
  }
}
