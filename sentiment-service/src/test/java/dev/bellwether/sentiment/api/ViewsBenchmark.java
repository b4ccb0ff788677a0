package dev.bellwether.sentiment.api;

import static io.restassured.RestAssured.given;

import dev.bellwether.kit.identity.Scopes;
import dev.bellwether.kit.storage.SqlWork;
import dev.bellwether.kit.storage.WorkspaceTransaction;
import dev.bellwether.sentiment.storage.KeptMentions;
import dev.bellwether.testkit.RealBackends;
import dev.bellwether.testkit.SignedIdentity;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * How long the views take with a million mentions that came in within 90 days, as the API answers
 * them: {@code -Dtest=ViewsBenchmark -Dbellwether.views.rows=1000000}.
 */
@QuarkusTest
@QuarkusTestResource(
    value = RealBackends.class,
    initArgs = @ResourceArg(name = "service", value = "sentiment"))
class ViewsBenchmark {

  private static final Duration LONG = Duration.ofMinutes(15);
  private static final int RUNS = 5;

  /** Ten monitors, a fifth in two; authors of whom some write much; a tenth names a brand. */
  private static final String FILL =
      """
      insert into contribution (workspace, mention, revision, hour, label, monitors, created_at, author, interactions,
        spam, emotion, irony, offensive, score)
      select ?, 'x:' || n, 1, date_trunc('hour', at, 'UTC'), (array['negative','neutral','positive','unknown'])[1 + n % 4],
        case when n % 5 = 0 then array['m' || n % 10, 'm' || (n + 1) % 10] else array['m' || n % 10] end,
        at, case when n % 20 > 0 then md5((power(random(), 2) * 300000)::int::text) end, n % 7, n % 50 = 0,
        (array['anger','joy','optimism','sadness','none'])[1 + n % 5], n % 30 = 0, n % 40 = 0,
        jsonb_build_object('schemaVersion', 1, 'workspace', 'w', 'mentionId', 'x:' || n, 'revision', 1, 'label', 'neutral',
          'probabilities', jsonb_build_object('negative', random(), 'neutral', random(), 'positive', random()),
          'model', 'en-linear-2', 'confidence', random(), 'emotion', 'joy', 'irony', false, 'offensive', false,
          'words', (select jsonb_agg(jsonb_build_object('word', md5((n * 8 + w)::text), 'contribution', random()))
                    from generate_series(1, 8) w),
          'targets', case when n % 10 = 0 then jsonb_build_array(
              jsonb_build_object('name', 'Brand ' || n % 100, 'label', 'positive', 'confidence', random(),
                                 'monitors', jsonb_build_array('m' || n % 10)))
            else '[]'::jsonb end,
          'monitors', jsonb_build_array('m' || n % 10), 'createdAt', at)
      from (select n, timestamptz '2026-08-01T00:00:00Z' + n * interval '90 days' / rows
              + random() * interval '1 hour' as at
            from (select ? as rows) how_many, generate_series(1, rows) n) posts""";

  private static final List<String> QUESTIONS =
      List.of(
          "/v1/sentiment?interval=total",
          "/v1/sentiment?interval=day",
          "/v1/sentiment?interval=day&from=2026-09-01T00:00:00Z&to=2026-10-01T00:00:00Z",
          "/v1/sentiment?monitor=m3&interval=total",
          "/v1/sentiment?monitor=m3&interval=day",
          "/v1/sentiment?monitor=m3&interval=hour",
          "/v1/sentiment?monitor=m3&interval=day&from=2026-09-01T00:00:00Z&to=2026-10-01T00:00:00Z",
          "/v1/sentiment?monitor=m3&interval=minute&from=2026-09-01T00:00:00Z&to=2026-09-08T00:00:00Z",
          "/v1/sentiment/summary",
          "/v1/sentiment/share-of-voice?monitors=m1,m2,m3&interval=day",
          "/v1/sentiment/share-of-voice?monitors=m1,m2,m3&interval=day&by=authors",
          "/v1/sentiment/targets",
          "/v1/sentiment/targets?monitor=m0",
          "/v1/sentiment/targets?monitor=m0&from=2026-09-01T00:00:00Z&to=2026-10-01T00:00:00Z",
          "/v1/mentions/x%3A77/sentiment");

  @Inject WorkspaceTransaction transactions;

  private final String workspace = "w-" + UUID.randomUUID();

  @Test
  void measure() {
    int rows = Integer.getInteger("bellwether.views.rows", 1_000_000);
    transactions.inWorkspace(workspace, LONG, fill(rows));
    System.out.printf("%,d mentions, %s%n", rows, transactions.inWorkspace(workspace, SIZES));
    for (var question : QUESTIONS) {
      var times = new ArrayList<Long>();
      int bytes = 0;
      for (int run = 0; run < RUNS; run++) {
        long start = System.nanoTime();
        bytes = ask(question);
        times.add((System.nanoTime() - start) / 1_000_000);
      }
      Collections.sort(times);
      System.out.printf(
          "%6d ms (%d to %d) %,9d bytes  %s%n",
          times.get(RUNS / 2), times.getFirst(), times.getLast(), bytes, question);
    }
  }

  private int ask(String question) {
    return given()
        .urlEncodingEnabled(false)
        .auth()
        .oauth2(SignedIdentity.inWorkspace(workspace, Scopes.SENTIMENT_READ))
        .get(question)
        .then()
        .statusCode(200)
        .extract()
        .asByteArray()
        .length;
  }

  private SqlWork<Void> fill(int rows) {
    return connection -> {
      try (var fill = connection.prepareStatement(FILL)) {
        fill.setString(1, workspace);
        fill.setInt(2, rows);
        fill.executeUpdate();
      }
      for (var counts :
          List.of(
              KeptMentions.ADD_UP.formatted("rollup", "hour"),
              KeptMentions.ADD_UP.formatted("rollup_minute", "minute"))) {
        try (var add = connection.prepareStatement(counts)) {
          add.setString(1, workspace);
          add.executeUpdate();
        }
      }
      try (var analyze = connection.createStatement()) {
        analyze.execute("analyze contribution, rollup, rollup_minute");
      }
      return null;
    };
  }

  private static final SqlWork<String> SIZES =
      connection -> {
        try (var sizes = connection.createStatement();
            var row =
                sizes.executeQuery(
                    """
                    select pg_size_pretty(pg_table_size('contribution')) || ', its indexes '
                      || pg_size_pretty(pg_indexes_size('contribution')) || ', minutes '
                      || pg_size_pretty(pg_total_relation_size('rollup_minute'))""")) {
          row.next();
          return row.getString(1);
        }
      };
}
