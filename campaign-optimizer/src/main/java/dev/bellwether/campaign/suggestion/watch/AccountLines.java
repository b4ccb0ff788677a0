package dev.bellwether.campaign.suggestion.watch;

import dev.bellwether.campaign.figures.storage.FigureReader;
import dev.bellwether.campaign.plan.AccountHistory;
import dev.bellwether.campaign.plan.UnplannableException;
import dev.bellwether.campaign.plan.storage.PlanStore;
import dev.bellwether.campaign.suggestion.AdLine;
import dev.bellwether.campaign.suggestion.Suggestion;
import dev.bellwether.contracts.budget.PlanStatus;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.jboss.logging.Logger;

/** What an account runs today, and what became of plans. */
@ApplicationScoped
public class AccountLines {

  private static final Logger LOG = Logger.getLogger(AccountLines.class);

  /** As many as today's split is the mean of. */
  private static final int DAYS = 7;

  private final FigureReader figures;
  private final PlanStore plans;

  AccountLines(FigureReader figures, PlanStore plans) {
    this.figures = figures;
    this.plans = plans;
  }

  /** Its ad sets; none where it has no figures, or some that make no split. */
  List<AdLine> of(Connection connection, String workspace, String account) throws SQLException {
    var rows = figures.recent(connection, workspace, account, DAYS);
    if (rows.isEmpty()) {
      return List.of();
    }
    try {
      return of(AccountHistory.of(account, rows));
    } catch (UnplannableException e) {
      LOG.infof("nothing is suggested for an account whose figures make no split: %s", e.field());
      return List.of();
    }
  }

  /** An account's ad sets, in its order. */
  public static List<AdLine> of(AccountHistory history) {
    return history.adSets().stream()
        .map(set -> new AdLine(set.campaign(), set.adSet(), set.segment(), set.todayMicros()))
        .toList();
  }

  /** Those whose plan nobody has rejected: of the others nothing was paused. */
  List<Suggestion> notRejected(String workspace, List<Suggestion> accepted) {
    return accepted.stream()
        .filter(
            suggestion ->
                plans
                    .find(workspace, suggestion.changes().getLast().plan())
                    .map(plan -> plan.status() != PlanStatus.REJECTED)
                    .orElse(false))
        .toList();
  }
}
