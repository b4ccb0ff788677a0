package dev.bellwether.campaign.figures.storage;

import dev.bellwether.kit.storage.WorkspaceTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Reads how an account's figures grew as they were restated. */
@ApplicationScoped
public class GrowthReader {

  private static final String GROWTH =
      """
      select * from figure_growth where workspace = ? and account = ?
      order by day, first_age, age
      """;

  private final WorkspaceTransaction transactions;

  public GrowthReader(WorkspaceTransaction transactions) {
    this.transactions = transactions;
  }

  /**
   * What the rows of a day that were first reported at one age gained at another; both in days.
   *
   * @param day local
   */
  public record Growth(
      LocalDate day,
      int firstAge,
      int age,
      double spendMicros,
      double conversions,
      double revenueMicros) {}

  /** By day and ages; empty where nothing was noted. */
  public List<Growth> of(String workspace, String account) {
    return transactions.inWorkspace(
        workspace,
        connection -> {
          List<Growth> all = new ArrayList<>();
          try (var query = connection.prepareStatement(GROWTH)) {
            query.setString(1, workspace);
            query.setString(2, account);
            try (ResultSet row = query.executeQuery()) {
              while (row.next()) {
                all.add(
                    new Growth(
                        row.getObject("day", LocalDate.class),
                        row.getInt("first_age"),
                        row.getInt("age"),
                        row.getDouble("spend_micros"),
                        row.getDouble("conversions"),
                        row.getDouble("revenue_micros")));
              }
            }
          }
          return all;
        });
  }
}
