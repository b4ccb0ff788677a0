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
import dev.bellwether.kit.problem.ProblemException;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
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

  @POST
  @RolesAllowed(Scopes.ADS_WRITE)
  @RunOnVirtualThread
  @Consumes({"text/csv", "text/tab-separated-values"})
  @Operation(
      summary = "Take an export of Meta Ads or Google Ads",
      description =
          "The CSV as the platform exports it: its own headers in English, titles above and totals below; commas,"
              + " semicolons or tabs; UTF-8 or UTF-16; plain or gzip. What it does not say of itself the"
              + " parameters do; docs/ad-figures.md has the columns. A row with a known identity and other figures"
              + " restates the earlier one.")
  @Parameter(name = "account", in = ParameterIn.QUERY, description = "The ad account's id.")
  @Parameter(
      name = "timeZone",
      in = ParameterIn.QUERY,
      description = "The account's, an IANA name.")
  @Parameter(name = "currency", in = ParameterIn.QUERY, description = "ISO 4217.")
  @Parameter(
      name = "window",
      in = ParameterIn.QUERY,
      description = "Of every row, in place of the export's days: a day, or START/END.")
  @Parameter(
      name = "conversions",
      in = ParameterIn.QUERY,
      description = "The column, or the action's type, that counts.")
  @Parameter(
      name = "revenue",
      in = ParameterIn.QUERY,
      description = "The column, or the action's type, that is revenue.")
  @Parameter(name = "clicks", in = ParameterIn.QUERY, description = "The column of the clicks.")
  @Parameter(
      name = "decimal",
      in = ParameterIn.QUERY,
      description = "point or comma, where the export leaves it open.")
  @Parameter(
      name = "dates",
      in = ParameterIn.QUERY,
      description = "dmy or mdy, where the export leaves it open.")
  @Parameter(
      name = "by",
      in = ParameterIn.QUERY,
      description = "name or id: by what campaigns, ad sets and ads go. Default: name.")
  @Parameter(
      name = "budgetLevel",
      in = ParameterIn.QUERY,
      description = "adset or campaign: which of them counts as an ad set. Default: adset.")
  public ExportAnswer postExport(
      @Parameter(hidden = true) @Context UriInfo uri,
      @HeaderParam("Idempotency-Key") String requestKey,
      @Parameter(hidden = true) @HeaderParam("X-Request-Id") String requestId,
      InputStream body) {
    String workspace = caller.workspace();
    LocalDate today = LocalDate.now(clock);
    Map<String, String> options = once(uri.getQueryParameters());
    ExportRows export =
        rows.inTurn(body, bytes -> ExportRows.read(bytes, options, workspace, today));
    BatchAnswer answer = intake.takeInParts(workspace, export.rows(), requestKey);
    arrivals.ofFigures(workspace, export.rows());
    rejections.keep(
        new RejectedRequest(workspace, "ad-performance", requestKey, requestId), answer);
    return ExportAnswer.of(export.export(), count.count("ad-performance", answer));
  }

  private static Map<String, String> once(MultivaluedMap<String, String> parameters) {
    var once = new HashMap<String, String>();
    parameters.forEach(
        (name, values) -> {
          if (values.size() > 1) {
            throw ProblemException.badRequest(
                name, name + " is given more than once; give it once.");
          }
          once.put(name, values.getFirst());
        });
    return once;
  }
}
