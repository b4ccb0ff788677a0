package dev.bellwether.campaign.plan.api;

import dev.bellwether.campaign.figures.storage.FigureReader;
import dev.bellwether.campaign.plan.AccountHistory;
import dev.bellwether.campaign.plan.Exchange;
import dev.bellwether.contracts.ads.AdPerformance;
import dev.bellwether.kit.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Finds an account's figures for a request, or says that there are none. */
@ApplicationScoped
public class AccountHistories {

  private final FigureReader figures;

  public AccountHistories(FigureReader figures) {
    this.figures = figures;
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
    return AccountHistory.of(account, rows, exchange);
  }
}
