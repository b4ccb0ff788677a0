package dev.bellwether.sentiment.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.bellwether.contracts.sentiment.Emotion;
import dev.bellwether.contracts.sentiment.SentimentLabel;
import dev.bellwether.kit.storage.WorkspaceTransaction;
import dev.bellwether.sentiment.rollup.Change;
import dev.bellwether.sentiment.rollup.Contribution;
import dev.bellwether.sentiment.rollup.Scores;
import dev.bellwether.testkit.RealBackends;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/** The rollups against SQL's own count of the contributions they are made of. */
@QuarkusTest
@QuarkusTestResource(
    value = RealBackends.class,
    initArgs = @ResourceArg(name = "service", value = "sentiment"))
class RecountTest {

  private static final String RECOUNT =
      """
      select monitor, %2$s, label, count(*), count(*) filter (where spam), sum(interactions),
        count(*) filter (where emotion = 'anger'), count(*) filter (where emotion = 'joy'),
        count(*) filter (where emotion = 'optimism'), count(*) filter (where emotion = 'sadness'),
        count(*) filter (where irony), count(*) filter (where offensive)
      from (select c.*, unnest(array['']::text[] || monitors) as monitor from contribution c) each
      where label is not null and %1$s is not null group by 1, 2, 3""";
  private static final String KEPT =
      """
      select monitor, %2$s, label, mentions, spam, interactions, anger, joy, optimism, sadness,
        ironic, offensive from %1$s where mentions > 0""";
  private static final String NOTHING_LEFT =
      """
      select count(*) from %1$s where mentions = 0
        and spam + interactions + anger + joy + optimism + sadness + ironic + offensive > 0""";
  private static final String OF_VERSION_BEFORE =
      """
      insert into contribution (workspace, mention, revision, hour, label, monitors)
      values (?, 'x:0', 1, '2026-11-22T12:00:00Z', 'neutral', '{a}')""";
  private static final String COUNTED_BEFORE =
      """
      insert into rollup (workspace, monitor, hour, label, mentions)
      values (?, ?, '2026-11-22T12:00:00Z', 'neutral', 1)""";

  @Inject RollupStore store;
  @Inject WorkspaceTransaction transactions;

  private final String workspace = "w-" + UUID.randomUUID();
  private final int[] revisions = new int[12];

  @RepeatedTest(5)
  void rollupsEqualARecountAfterAnyChanges(RepetitionInfo repetition) {
    var random = new Random(repetition.getCurrentRepetition());
    writeRowOfVersionBefore();
    for (int batch = 0; batch < 12; batch++) {
      var changes = new ArrayList<Change>();
      for (int i = random.nextInt(20); i >= 0; i--) {
        changes.add(change(random));
      }
      store.apply(workspace, changes);
      if (random.nextBoolean()) {
        assertEquals(Map.of(), store.apply(workspace, changes).deltas(), "applied twice");
      }
      assertEquals(rows(RECOUNT, "hour", "hour"), rows(KEPT, "rollup", "hour"));
      assertEquals(
          rows(RECOUNT, "created_at", "date_trunc('minute', created_at)"),
          rows(KEPT, "rollup_minute", "minute"));
    }
    assertEquals(Set.of("0"), rows(NOTHING_LEFT, "rollup", ""));
    assertEquals(Set.of("0"), rows(NOTHING_LEFT, "rollup_minute", ""));
  }

  @Test
  void whatTheVersionBeforeChangedMeanwhileIsTakenBackAsItCounted() {
    var monitors = List.of("a");
    store.apply(workspace, List.of(scored(1, SentimentLabel.POSITIVE, monitors)));
    // a pod of the version before takes the partition for a while: it knows hours and labels only
    transactions.inWorkspace(
        workspace,
        connection -> {
          try (var statement = connection.createStatement()) {
            statement.execute(
                "update contribution set revision = 2, label = 'neutral' where mention = 'x:9'");
            statement.execute("update rollup set mentions = mentions - 1 where label = 'positive'");
            statement.execute(
                "insert into rollup (workspace, monitor, hour, label, mentions)"
                    + " select workspace, monitor, hour, 'neutral', 1 from rollup");
          }
          return null;
        });
    store.apply(workspace, List.of(scored(3, SentimentLabel.NEGATIVE, monitors)));
    var counted =
        rows("select monitor, label, mentions from %1$s where mentions > 0", "rollup", "");
    assertEquals(Set.of(" negative 1", "a negative 1"), counted);
    store.apply(workspace, List.of(new Change.Erased("x:9", 4)));
    assertEquals(Set.of(), rows("select 1 from %1$s where mentions > 0", "rollup", ""));
  }

  private static Change scored(int revision, SentimentLabel label, List<String> monitors) {
    var score = Scores.score("x:9", revision, Scores.NOON, label, monitors, Emotion.JOY, true);
    return new Change.Scored("x:9", Contribution.of(score, "author", 5, false));
  }

  /** Each kind but a null alone, after which rollups hold more than the contributions do. */
  private Change change(Random random) {
    int number = random.nextInt(revisions.length);
    String mention = "x:" + number;
    return switch (random.nextInt(10)) {
      case 0 -> new Change.Erased(mention, ++revisions[number]);
      case 1 -> new Change.Uncorrected(mention);
      case 2, 3 ->
          new Change.Corrected(
              mention, Scores.correction(mention, SentimentLabel.values()[random.nextInt(3)]));
      default -> scored(mention, ++revisions[number], random);
    };
  }

  private static Change scored(String mention, int revision, Random random) {
    boolean rude = random.nextBoolean();
    var score =
        Scores.score(
            mention,
            revision,
            Scores.NOON.plusMillis(random.nextLong(7_200_000)).plusNanos(999_999),
            SentimentLabel.values()[random.nextInt(4)],
            random.nextBoolean() ? List.of("a", "b") : List.of("ü|\\,{}\"", "a"),
            Emotion.values()[random.nextInt(5)],
            rude);
    return new Change.Scored(
        mention, Contribution.of(score, "author", random.nextInt(50), random.nextBoolean()));
  }

  private void writeRowOfVersionBefore() {
    transactions.inWorkspace(
        workspace,
        connection -> {
          try (var row = connection.prepareStatement(OF_VERSION_BEFORE);
              var count = connection.prepareStatement(COUNTED_BEFORE)) {
            row.setString(1, workspace);
            row.execute();
            for (var monitor : List.of("", "a")) {
              count.setString(1, workspace);
              count.setString(2, monitor);
              count.execute();
            }
          }
          return null;
        });
  }

  private Set<String> rows(String sql, String table, String start) {
    return transactions.inWorkspace(
        workspace,
        connection -> {
          var found = new TreeSet<String>();
          try (var statement = connection.prepareStatement(sql.formatted(table, start));
              var rows = statement.executeQuery()) {
            int columns = rows.getMetaData().getColumnCount();
            while (rows.next()) {
              var row = new ArrayList<String>();
              for (int i = 1; i <= columns; i++) {
                row.add(rows.getString(i));
              }
              found.add(String.join(" ", row));
            }
          }
          return found;
        });
  }
}
