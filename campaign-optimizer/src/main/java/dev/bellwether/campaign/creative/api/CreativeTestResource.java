package dev.bellwether.campaign.creative.api;

import dev.bellwether.campaign.creative.Comparison;
import dev.bellwether.campaign.creative.Rollout;
import dev.bellwether.campaign.figures.storage.FigureReader;
import dev.bellwether.contracts.ads.AdPerformance;
import dev.bellwether.kit.identity.Caller;
import dev.bellwether.kit.identity.Scopes;
import dev.bellwether.kit.problem.ProblemException;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestQuery;

/** Which ad, or segment, of each ad set is best, and what share each should get. */
@Path("/v1/creative-tests")
@RunOnVirtualThread
public class CreativeTestResource {

  /** Each takes some 20 ms, and the gateway waits for half a minute. */
  private static final int MOST_COMPARED = 500;

  private final FigureReader figures;
  private final Caller caller;

  public CreativeTestResource(FigureReader figures, Caller caller) {
    this.figures = figures;
    this.caller = caller;
  }

  /** Compares arms on the account's last 60 days with figures. */
  @GET
  @RolesAllowed(Scopes.PLANS_READ)
  @Operation(summary = "Which ad or segment of each ad set is best, and how sure that is")
  @APIResponse(
      responseCode = "200",
      description = "The comparison, by ad set",
      content = @Content(schema = @Schema(implementation = CreativeTests.class)))
  @APIResponse(responseCode = "400", description = "A parameter is missing or wrong")
  @APIResponse(responseCode = "404", description = "The account, campaign or ad set has no figures")
  @APIResponse(responseCode = "422", description = "No figures are broken down so")
  public CreativeTests tests(
      @RestQuery String account,
      @RestQuery String campaign,
      @RestQuery String adSet,
      @Parameter(
              schema =
                  @Schema(
                      type = SchemaType.STRING,
                      enumeration = {"ad", "age", "gender", "geo", "interest", "placement"}))
          @RestQuery
          @DefaultValue("ad")
          String by,
      @Parameter(
              schema =
                  @Schema(
                      type = SchemaType.STRING,
                      enumeration = {"conversions", "clicks"}))
          @RestQuery
          @DefaultValue("conversions")
          String metric,
      @Parameter(schema = @Schema(type = SchemaType.NUMBER, minimum = "0", maximum = "1"))
          @RestQuery
          @DefaultValue("0.1")
          String exploration) {
    if (account == null || account.isBlank()) {
      throw ProblemException.badRequest("account", "Name the ad account.");
    }
    Breakdown breakdown = Breakdown.parse(by);
    Metric compared = Metric.parse(metric);
    double cap = cap(exploration);
    List<AdPerformance> rows = rows(account, campaign, adSet);
    List<AdSetArms> adSets = AdSetArms.of(rows, breakdown, compared);
    if (adSets.isEmpty()) {
      throw new ProblemException(
          422,
          "Nothing to compare",
          "No figures of %s are broken down by %s; send them with %s."
              .formatted(
                  account,
                  by,
                  breakdown == Breakdown.AD ? "the field ad" : "the field segment." + by),
          "by");
    }
    if (adSets.size() > MOST_COMPARED) {
      throw new ProblemException(
          422,
          "Too much to compare",
          "%s has %d ad sets to compare, and an answer holds at most %d. Name a campaign."
              .formatted(account, adSets.size(), MOST_COMPARED),
          "campaign");
    }
    return new CreativeTests(
        account,
        currency(account, rows),
        breakdown.word(),
        compared.word(),
        cap,
        rows.stream()
            .map(row -> row.window().end().minusNanos(1).toLocalDate())
            .max(LocalDate::compareTo)
            .orElseThrow(),
        adSets.stream().map(arms -> test(arms, compared, cap)).toList());
  }

  private List<AdPerformance> rows(String account, String campaign, String adSet) {
    List<AdPerformance> all = figures.recent(caller.workspace(), account);
    if (all.isEmpty()) {
      throw new ProblemException(
          404,
          "Unknown account",
          "There are no ad figures of the account "
              + account
              + "; send them to /v1/ad-performance first.",
          "account");
    }
    List<AdPerformance> ofCampaign =
        all.stream().filter(row -> campaign == null || campaign.equals(row.campaign())).toList();
    if (ofCampaign.isEmpty()) {
      throw unknown("campaign", campaign, account);
    }
    List<AdPerformance> ofAdSet =
        ofCampaign.stream().filter(row -> adSet == null || adSet.equals(row.adSet())).toList();
    if (ofAdSet.isEmpty()) {
      throw unknown("adSet", adSet, account);
    }
    return ofAdSet;
  }

  private static ProblemException unknown(String field, String name, String account) {
    return new ProblemException(
        404,
        "Unknown " + field,
        "The figures of %s hold no %s %s.".formatted(account, field, name),
        field);
  }

  private static String currency(String account, List<AdPerformance> rows) {
    List<String> currencies =
        rows.stream().map(AdPerformance::currency).distinct().sorted().toList();
    if (currencies.size() > 1) {
      throw new ProblemException(
          422,
          "Nothing to compare",
          "The figures of %s are in several currencies (%s); choose a campaign or an ad set that has one."
              .formatted(account, String.join(", ", currencies)),
          "account");
    }
    return currencies.getFirst();
  }

  private static double cap(String exploration) {
    try {
      double cap = Double.parseDouble(exploration);
      if (cap >= 0 && cap <= 1) {
        return cap;
      }
    } catch (NumberFormatException e) {
      // Told below, as a number out of range is
    }
    throw ProblemException.badRequest(
        "exploration", "exploration must be a share between 0 and 1, such as 0.1.");
  }

  private static CreativeTests.AdSetTest test(AdSetArms adSet, Metric metric, double cap) {
    Comparison comparison;
    try {
      comparison = Comparison.of(adSet.arms(), cap, metric.word());
    } catch (IllegalArgumentException e) {
      return new CreativeTests.AdSetTest(
          adSet.campaign(),
          adSet.adSet(),
          "none",
          "Nothing to compare: " + e.getMessage() + ".",
          null,
          null,
          List.of(),
          null);
    }
    return new CreativeTests.AdSetTest(
        adSet.campaign(),
        adSet.adSet(),
        comparison.finding().kind().name().toLowerCase(Locale.ROOT),
        comparison.finding().text(),
        comparison.finding().missingEvents(),
        comparison.regretOfStopping(),
        comparison.arms().stream().map(arm -> standing(arm, adSet)).toList(),
        rollout(comparison.rollout()));
  }

  private static CreativeTests.ArmStanding standing(Comparison.Standing arm, AdSetArms adSet) {
    AdSetArms.Totals totals = adSet.totals().get(arm.arm());
    return new CreativeTests.ArmStanding(
        arm.arm(),
        totals.spendMicros(),
        totals.impressions(),
        totals.clicks(),
        totals.conversions(),
        new CreativeTests.Rate(arm.low(), arm.rate(), arm.high()),
        arm.best(),
        arm.presentShare(),
        arm.wantedShare(),
        arm.share());
  }

  private static CreativeTests.ArmRollout rollout(Rollout rollout) {
    return new CreativeTests.ArmRollout(
        rollout.safe(),
        rollout.reasons(),
        rollout.step(),
        rollout.present(),
        rollout.ips(),
        rollout.snips(),
        rollout.dr(),
        rollout.least(),
        rollout.effectiveEvents());
  }
}
