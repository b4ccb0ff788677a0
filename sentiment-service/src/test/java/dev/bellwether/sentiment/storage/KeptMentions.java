package dev.bellwether.sentiment.storage;

import dev.bellwether.contracts.sentiment.SentimentLabel;
import dev.bellwether.kit.storage.WorkspaceTransaction;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

/** Fills the tables as the consumers do, so that views are tested without them. */
public record KeptMentions(WorkspaceTransaction transactions, String workspace) {

  private static final String INSERT =
      """
      insert into contribution (workspace, mention, revision, hour, label, monitors, created_at, author, interactions,
        spam, emotion, irony, offensive, score)
      values (?, ?, 1, date_trunc('hour', ?, 'UTC'), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb)""";

  /** What the consumers add up as they go. */
  public static final String ADD_UP =
      """
      insert into %1$s (workspace, monitor, %2$s, label, mentions, spam, interactions,
        anger, joy, optimism, sadness, ironic, offensive)
      select workspace, monitor, date_trunc('%2$s', created_at, 'UTC'), label, count(*), count(*) filter (where spam),
        sum(interactions), count(*) filter (where emotion = 'anger'), count(*) filter (where emotion = 'joy'),
        count(*) filter (where emotion = 'optimism'), count(*) filter (where emotion = 'sadness'),
        count(*) filter (where irony), count(*) filter (where offensive)
      from contribution, unnest(monitors || ''::text) as monitor
      where workspace = ? and label is not null and created_at is not null group by 1, 2, 3, 4""";

  /**
   * One mention.
   *
   * @param author null where not known
   * @param emotion null where no model speaks the language
   * @param score JSON of the model's score, or null
   */
  public record Kept(
      String id,
      Instant createdAt,
      SentimentLabel label,
      List<String> monitors,
      String author,
      long interactions,
      boolean spam,
      String emotion,
      Boolean irony,
      Boolean offensive,
      String score) {

    /** Without anything that few mentions have. */
    public static Kept plain(
        String id, Instant createdAt, SentimentLabel label, String author, String... monitors) {
      return new Kept(
          id, createdAt, label, List.of(monitors), author, 0, false, "none", false, false, null);
    }

    public Kept takenUp(long times) {
      return new Kept(
          id, createdAt, label, monitors, author, times, spam, emotion, irony, offensive, score);
    }

    public Kept scored(String json) {
      return new Kept(
          id,
          createdAt,
          label,
          monitors,
          author,
          interactions,
          spam,
          emotion,
          irony,
          offensive,
          json);
    }
  }

  /** Inserts the mentions and counts them. To be called once a workspace. */
  public void add(List<Kept> mentions) {
    transactions.inWorkspace(
        workspace,
        connection -> {
          for (var mention : mentions) {
            insert(connection, mention);
          }
          for (var counts :
              List.of(
                  ADD_UP.formatted("rollup", "hour"),
                  ADD_UP.formatted("rollup_minute", "minute"))) {
            try (var statement = connection.prepareStatement(counts)) {
              statement.setString(1, workspace);
              statement.executeUpdate();
            }
          }
          return null;
        });
  }

  private void insert(Connection connection, Kept mention) throws SQLException {
    var created = mention.createdAt().atOffset(ZoneOffset.UTC);
    try (var statement = connection.prepareStatement(INSERT)) {
      statement.setString(1, workspace);
      statement.setString(2, mention.id());
      statement.setObject(3, created);
      statement.setString(4, mention.label().wireName());
      statement.setArray(5, connection.createArrayOf("text", mention.monitors().toArray()));
      statement.setObject(6, created);
      statement.setString(7, mention.author());
      statement.setLong(8, mention.interactions());
      statement.setBoolean(9, mention.spam());
      statement.setString(10, mention.emotion());
      statement.setObject(11, mention.irony());
      statement.setObject(12, mention.offensive());
      statement.setString(13, mention.score());
      statement.executeUpdate();
    }
  }

  /** A correction as the consumer keeps it; the counts are left alone. */
  public void correct(String mention, SentimentLabel label, Instant at) {
    run(
        "insert into correction values (?, ?, ?, ?::timestamptz, 'a-key', 'neutral', 'en-linear-2')",
        workspace,
        mention,
        label.wireName(),
        at.toString());
  }

  /** As an erased revision leaves it. */
  public void erase(String mention) {
    run(
        """
        update contribution set hour = null, label = null, created_at = null, author = null, score = null,
          monitors = '{}', emotion = null, irony = null, offensive = null
        where workspace = ? and mention = ?""",
        workspace,
        mention);
  }

  /** As the version before kept it. */
  public void forgetScore(String mention) {
    run(
        """
        update contribution set created_at = null, author = null, score = null, emotion = null, irony = null,
          offensive = null
        where workspace = ? and mention = ?""",
        workspace,
        mention);
  }

  private void run(String sql, String... parameters) {
    transactions.inWorkspace(
        workspace,
        connection -> {
          try (var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
              statement.setString(i + 1, parameters[i]);
            }
            return statement.executeUpdate();
          }
        });
  }
}
