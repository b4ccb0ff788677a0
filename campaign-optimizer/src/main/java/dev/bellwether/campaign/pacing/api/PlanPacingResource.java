package dev.bellwether.campaign.pacing.api;

import dev.bellwether.campaign.decision.NotPossibleException;
import dev.bellwether.campaign.decision.PlanPeriod;
import dev.bellwether.campaign.decision.api.PlanDay;
import dev.bellwether.campaign.figures.storage.FigureReader;
import dev.bellwether.campaign.pacing.PaceReport;
import dev.bellwether.campaign.pacing.PaceReports;
import dev.bellwether.campaign.pacing.Pacing;
import dev.bellwether.campaign.pacing.watch.PacingSettings;
import dev.bellwether.campaign.plan.storage.PlanStore;
import dev.bellwether.contracts.budget.BudgetPlan;
import dev.bellwether.contracts.budget.PlanStatus;
import dev.bellwether.kit.identity.Caller;
import dev.bellwether.kit.identity.Scopes;
import dev.bellwether.kit.problem.ProblemException;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestQuery;

/** How an approved plan's spend stands. */
@Path("/v1/budget-plans/{id}/pacing")
@RunOnVirtualThread
public class PlanPacingResource {

  private final PlanStore plans;
  private final FigureReader figures;
  private final PacingSettings settings;
  private final Caller caller;
  private final Clock clock = Clock.systemUTC();

  public PlanPacingResource(
      PlanStore plans, FigureReader figures, PacingSettings settings, Caller caller) {
    this.plans = plans;
    this.figures = figures;
    this.settings = settings;
    this.caller = caller;
  }

  /**
   * By line: what was planned for the day, what is spent, how the day would end with its 90 %
   * interval, and what cut is proposed. Proposals are for people: nothing is done by itself.
   *
   * @param day one of the plan's, the account's local time; absent: today, or the plan's nearest
   */
  @GET
  @RolesAllowed(Scopes.PLANS_READ)
  @Operation(summary = "Spend against an approved plan, and where to step in")
  @APIResponse(
      responseCode = "200",
      description = "By line and for all of them",
      content = @Content(schema = @Schema(implementation = PaceReport.class)))
  @APIResponse(responseCode = "400", description = "The day is none of the plan's")
  @APIResponse(responseCode = "404", description = "No plan has the id")
  @APIResponse(responseCode = "409", description = "The plan is not approved")
  public PaceReport pacing(String id, @RestQuery String day) {
    BudgetPlan plan =
        plans
            .find(caller.workspace(), id)
            .orElseThrow(() -> ProblemException.notFound("No plan has the id " + id + "."));
    if (PlanPeriod.statusOf(plan) != PlanStatus.APPROVED) {
      throw new NotPossibleException(
          "Spend is compared with approved plans only, and this one is not: approve it first.");
    }
    Instant now = clock.instant();
    PlanPeriod days = PlanPeriod.of(plan);
    LocalDate asked =
        PlanDay.parse(day, days)
            .orElseGet(
                () ->
                    nearest(
                        days,
                        LocalDate.ofInstant(
                            now,
                            figures
                                .zone(plan.workspace(), plan.account())
                                .orElse(ZoneOffset.UTC))));
    LocalDate from = days.first().isBefore(asked) ? days.first() : asked;
    LocalDate past = asked.minusDays(Pacing.PAST_DAYS);
    var rows =
        figures.between(
            plan.workspace(), plan.account(), from.isBefore(past) ? from : past, asked.plusDays(1));
    return PaceReports.of(plan, asked, rows, now, settings.rules());
  }

  private static LocalDate nearest(PlanPeriod days, LocalDate today) {
    if (days.contains(today)) {
      return today;
    }
    return days.isOver(today) ? days.last() : days.first();
  }
}
