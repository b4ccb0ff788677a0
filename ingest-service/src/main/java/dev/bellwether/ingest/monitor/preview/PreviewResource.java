package dev.bellwether.ingest.monitor.preview;

import dev.bellwether.ingest.archive.ArchiveFilter;
import dev.bellwether.ingest.archive.ArchiveScan;
import dev.bellwether.ingest.monitor.MonitorQueries;
import dev.bellwether.ingest.query.Query;
import dev.bellwether.kit.identity.Caller;
import dev.bellwether.kit.identity.Scopes;
import dev.bellwether.kit.problem.ProblemException;
import dev.bellwether.kit.request.TimeParameter;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** What a monitor would find, before it is saved. */
@Path("/v1/monitors/preview")
@RunOnVirtualThread
public class PreviewResource {

  private static final int STEP = 2_000;

  /** A person waits for it. */
  private static final Duration LONGEST = Duration.ofSeconds(8);

  private final ArchiveScan scan;
  private final Caller caller;
  private final int budget;

  public PreviewResource(
      ArchiveScan scan,
      Caller caller,
      @ConfigProperty(name = "bellwether.preview.budget", defaultValue = "50000") int budget) {
    this.scan = scan;
    this.caller = caller;
    this.budget = budget;
  }

  @POST
  // It shows mentions, which monitors:read alone does not open
  @RolesAllowed(Scopes.MENTIONS_READ)
  @Operation(
      summary = "Try a monitor on the archive",
      description =
          "Counts what it would match, by day, language and platform, with up to 20 samples; saves nothing. After 50,000"
              + " candidates or 8 s it stops, newest first, and says so with exact: false and scannedTo.")
  public MonitorPreview preview(PreviewRequest request) {
    if (request == null) {
      throw ProblemException.badRequest(
          "body", "The body is empty; send query or keywords as JSON.");
    }
    Query query = MonitorQueries.asked(request.query(), request.keywords(), request.excluded());
    Instant from = TimeParameter.parse("from", request.from());
    Instant to = TimeParameter.parse("to", request.to());
    TimeParameter.checkOrder(from, to);
    return scan(query, ArchiveFilter.of(query, from, to));
  }

  private MonitorPreview scan(Query query, ArchiveFilter filter) {
    var tally = new PreviewTally();
    long end = System.nanoTime() + LONGEST.toNanos();
    long scanned = 0;
    ArchiveScan.Place place = null;
    boolean more = true;
    while (more && scanned < budget && System.nanoTime() - end < 0) {
      int most = (int) Math.min(STEP, budget - scanned);
      ArchiveScan.Step step = scan.newestFirst(caller.workspace(), filter, place, most);
      step.matches().forEach(tally::add);
      scanned += step.looked();
      place = step.next();
      more = place != null;
    }
    return tally.preview(query.text(), scanned, more && place != null ? place.createdAt() : null);
  }
}
