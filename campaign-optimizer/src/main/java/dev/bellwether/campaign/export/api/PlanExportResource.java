package dev.bellwether.campaign.export.api;

import dev.bellwether.campaign.decision.PlanPeriod;
import dev.bellwether.campaign.decision.history.Happening;
import dev.bellwether.campaign.decision.history.HistoryEntry;
import dev.bellwether.campaign.decision.history.PlanHistory;
import dev.bellwether.campaign.export.DayBudgets;
import dev.bellwether.campaign.export.Platform;
import dev.bellwether.campaign.export.Sheet;
import dev.bellwether.campaign.plan.storage.PlanStore;
import dev.bellwether.contracts.budget.BudgetPlan;
import dev.bellwether.kit.identity.Caller;
import dev.bellwether.kit.identity.Scopes;
import dev.bellwether.kit.problem.ProblemException;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestQuery;

/** Plans as files for platforms' bulk uploads. */
@Path("/v1/budget-plans/{id}/export")
@RunOnVirtualThread
public class PlanExportResource {

  private static final String CSV = "text/csv";
  private static final int MOST_NAMED = 5;

  private final PlanStore plans;
  private final PlanHistory history;
  private final Caller caller;

  public PlanExportResource(PlanStore plans, PlanHistory history, Caller caller) {
    this.plans = plans;
    this.history = history;
    this.caller = caller;
  }

  /**
   * One day's budgets as a CSV file (RFC 4180, UTF-8) in the shape of Meta's Ads Manager or of
   * Google Ads; with Google a budget is a campaign's, so its ad groups add up.
   *
   * @param platform {@code meta} or {@code google}
   * @param day one of the plan's; needed where it is for several
   * @param amounts {@code planned}, or {@code before}: what was spent a day before the plan, to set
   *     platforms back
   * @param by "auto", which fills the columns of ids where all names of a level are digits, or
   *     "name"
   * @param names {@code safe}, which refuses names that a spreadsheet could run as formulas, or
   *     {@code exact}
   */
  @GET
  @Produces(CSV)
  @RolesAllowed(Scopes.PLANS_READ)
  @Operation(summary = "A day of a plan as a file for a bulk upload")
  @APIResponse(
      responseCode = "200",
      description = "The file",
      content = @Content(mediaType = CSV, schema = @Schema(type = SchemaType.STRING)))
  @APIResponse(responseCode = "400", description = "A parameter is missing or wrong")
  @APIResponse(responseCode = "404", description = "No plan has the id")
  @APIResponse(
      responseCode = "422",
      description = "A name could be run as a formula by a spreadsheet")
  public Response export(
      String id,
      @RestQuery String platform,
      @RestQuery String day,
      @RestQuery String amounts,
      @RestQuery String by,
      @RestQuery String names) {
    Platform asked = ExportParameters.platform(platform);
    boolean before = ExportParameters.is("amounts", amounts, "before", "planned");
    var options =
        new Sheet.Options(
            ExportParameters.is("by", by, "name", "auto"),
            ExportParameters.is("names", names, "exact", "safe"));
    BudgetPlan plan =
        plans
            .find(caller.workspace(), id)
            .orElseThrow(() -> ProblemException.notFound("No plan has the id " + id + "."));
    LocalDate of = before ? plan.day() : ExportParameters.day(day, plan);
    Sheet sheet =
        Sheet.of(asked, before ? DayBudgets.before(plan) : DayBudgets.planned(plan, of), options);
    refuseFormulas(sheet);
    history.add(
        plan.workspace(),
        plan.id(),
        new HistoryEntry(
            Clock.systemUTC().instant().truncatedTo(ChronoUnit.MICROS),
            caller.subject(),
            Happening.EXPORTED,
            Map.of(
                "platform",
                asked.label(),
                "amounts",
                before ? "before" : "planned",
                "day",
                of.toString())));
    return Response.ok(sheet.csv().getBytes(StandardCharsets.UTF_8), CSV + ";charset=UTF-8")
        .header(
            "Content-Disposition", "attachment; filename=\"" + file(plan, asked, of, before) + "\"")
        .build();
  }

  private static String file(BudgetPlan plan, Platform platform, LocalDate day, boolean before) {
    return "%s-%s-%s-%s.csv"
        .formatted(
            platform.label(),
            day,
            before
                ? "before"
                : PlanPeriod.statusOf(plan).name().toLowerCase(Locale.ROOT).replace('_', '-'),
            // made by us, but kept by a database
            plan.id().replaceAll("[^A-Za-z0-9-]", "_"));
  }

  private static void refuseFormulas(Sheet sheet) {
    if (sheet.refused().isEmpty()) {
      return;
    }
    String first =
        sheet.refused().stream()
            .limit(MOST_NAMED)
            .map(line -> line.campaign() + " / " + line.adSet())
            .collect(Collectors.joining("; "));
    throw new ProblemException(
        422,
        "Not exportable",
        "A spreadsheet could run the names of %d ad sets as formulas (%s). Rename them, or ask with names=exact for a file that no spreadsheet opens."
            .formatted(sheet.refused().size(), first),
        "names");
  }
}
