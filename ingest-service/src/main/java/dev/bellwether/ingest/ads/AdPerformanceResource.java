package dev.bellwether.ingest.ads;

import dev.bellwether.contracts.ads.AdPerformance;
import dev.bellwether.ingest.rejection.RejectedRequest;
import dev.bellwether.ingest.rejection.RejectionLog;
import dev.bellwether.ingest.rows.BatchAnswer;
import dev.bellwether.ingest.rows.Checked;
import dev.bellwether.ingest.rows.RowCount;
import dev.bellwether.ingest.rows.RowIntake;
import dev.bellwether.ingest.silence.Arrivals;
import dev.bellwether.kit.identity.Caller;
import dev.bellwether.kit.identity.Scopes;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.io.InputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Where ad figures come in. */
@Path("/v1/ad-performance")
public class AdPerformanceResource {

  private final AdFiguresIntake intake;
  private final RowIntake rows;
  private final Caller caller;
  private final Clock clock;
  private final RowCount count;
  private final RejectionLog rejections;
  private final Arrivals arrivals;

  public AdPerformanceResource(
      AdFiguresIntake intake,
      RowIntake rows,
      Caller caller,
      Clock clock,
      RowCount count,
      RejectionLog rejections,
      Arrivals arrivals) {
    this.intake = intake;
    this.rejections = rejections;
    this.arrivals = arrivals;
    this.count = count;
    this.rows = rows;
    this.caller = caller;
    this.clock = clock;
  }

  @POST
  @RolesAllowed(Scopes.ADS_WRITE)
  @RunOnVirtualThread
  @Consumes({"application/json", "application/x-ndjson"})
  @Operation(
      summary = "Take ad figures",
      description =
          "A JSON array or NDJSON of at most 5,000 rows, UTF-8, plain or gzip, each answered. A row with a known identity (account, campaign,"
              + " ad set, ad, segment, window) and other figures restates the earlier one; the same figures again are a"
              + " duplicate.")
  public BatchAnswer post(
      @HeaderParam("Idempotency-Key") String requestKey,
      @Parameter(hidden = true) @HeaderParam("X-Request-Id") String requestId,
      InputStream body) {
    String workspace = caller.workspace();
    LocalDate today = LocalDate.now(clock);
    List<Checked<AdPerformance>> figures =
        rows.check(body, fields -> AdRows.from(fields, workspace, today));
    BatchAnswer answer = intake.take(workspace, figures, requestKey);
    arrivals.ofFigures(workspace, figures);
    rejections.keep(
        new RejectedRequest(workspace, "ad-performance", requestKey, requestId), answer);
    return count.count("ad-performance", answer);
  }
}
