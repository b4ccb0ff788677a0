package dev.bellwether.campaign.plan.api;

import dev.bellwether.campaign.figures.storage.FigureReader;
import dev.bellwether.campaign.figures.storage.GrowthReader;
import dev.bellwether.campaign.figures.storage.GrowthReader.Growth;
import dev.bellwether.campaign.plan.AccountHistory;
import dev.bellwether.campaign.plan.Exchange;
import dev.bellwether.campaign.plan.FittedAccount;
import dev.bellwether.campaign.plan.Reporting;
import dev.bellwether.campaign.response.Completeness;
import dev.bellwether.campaign.response.LateReports;
import dev.bellwether.campaign.response.LearnedModels;
import dev.bellwether.contracts.ads.AdPerformance;
import dev.bellwether.contracts.budget.Goal;
import dev.bellwether.kit.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Finds an account's figures for a request, or says that there are none. */
@ApplicationScoped
public class AccountHistories {

  /** Conversions that must have been known before growth weighs as much as "reported at once". */
  private static final double DOUBT = 10;

  /** Ad sets of which what was learned stays in memory: some 20 MB. */
  private static final int MOST_KEPT = 800;

  private final LearnedModels learned = new LearnedModels(MOST_KEPT);
  private final FigureReader figures;
  private final GrowthReader growth;

  public AccountHistories(FigureReader figures, GrowthReader growth) {
    this.figures = figures;
    this.growth = growth;
  }

  /**
   * @throws ProblemException 404 when the workspace has no figures of the account
   */
  AccountHistory of(String workspace, String account) {
    return of(workspace, account, Exchange.NONE);
  }

  /**
   * The same in the exchange's currency.
   *
   * @throws ProblemException 404 when the workspace has no figures of the account
   */
  AccountHistory of(String workspace, String account, Exchange exchange) {
    List<AdPerformance> rows = figures.recent(workspace, account);
    if (rows.isEmpty()) {
      throw new ProblemException(
          404,
          "Unknown account",
          "There are no ad figures of the account "
              + account
              + "; send them to /v1/ad-performance first.",
          "account");
    }
    AccountHistory history = AccountHistory.of(account, rows, exchange);
    return history.reported(reporting(growth.of(workspace, account), history.lastDay()));
  }

  /**
   * The account's curves, brought on by what is new since the last request.
   *
   * @throws dev.bellwether.campaign.plan.UnplannableException where the goal has no figures
   */
  FittedAccount fitted(String workspace, AccountHistory history, Goal goal) {
    return FittedAccount.of(learned, workspace, history, goal);
  }

  private static Reporting reporting(List<Growth> grown, LocalDate lastDay) {
    double conversions = grown.stream().mapToDouble(Growth::conversions).sum();
    double revenue = grown.stream().mapToDouble(Growth::revenueMicros).sum();
    double each = conversions > 0 ? Math.max(0, revenue / conversions) : 0;
    return new Reporting(
        completeness(grown, lastDay, Growth::conversions, DOUBT),
        completeness(grown, lastDay, Growth::revenueMicros, DOUBT * each));
  }

  private static Completeness completeness(
      List<Growth> grown, LocalDate lastDay, ToDoubleFunction<Growth> outcome, double doubt) {
    List<LateReports.Gain> gains =
        grown.stream()
            .map(
                g ->
                    new LateReports.Gain(
                        g.day().toEpochDay(),
                        g.firstAge(),
                        g.age(),
                        g.spendMicros(),
                        outcome.applyAsDouble(g)))
            .toList();
    return LateReports.completeness(gains, lastDay.toEpochDay(), doubt);
  }
}
