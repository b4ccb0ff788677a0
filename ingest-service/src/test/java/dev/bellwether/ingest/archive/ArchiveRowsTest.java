package dev.bellwether.ingest.archive;

import static dev.bellwether.ingest.IngestClient.as;
import static dev.bellwether.ingest.archive.Mentions.NOVEMBER;
import static dev.bellwether.ingest.archive.Mentions.event;
import static dev.bellwether.ingest.archive.Mentions.mention;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.bellwether.contracts.mention.Engagement;
import dev.bellwether.contracts.mention.Flags;
import dev.bellwether.ingest.IngestClient;
import dev.bellwether.ingest.query.Query;
import dev.bellwether.ingest.query.QuerySyntaxException;
import dev.bellwether.ingest.query.Searchable;
import dev.bellwether.kit.storage.WorkspaceTransaction;
import dev.bellwether.testkit.RealBackends;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** What the archive makes of the topic's records, in a real database. */
@QuarkusTest
@QuarkusTestResource(
    value = RealBackends.class,
    initArgs = @ResourceArg(name = "service", value = "ingest"))
class ArchiveRowsTest {

  private static final Instant OCTOBER = Instant.parse("2026-10-31T23:59:59.999999Z");

  @Inject ArchiveWriter writer;
  @Inject ArchiveScan scan;
  @Inject ArchivePartitions partitions;
  @Inject ArchiveRemoval removal;
  @Inject WorkspaceTransaction transactions;
  @Inject ObjectMapper json;

  private String value(String workspace, String sql) {
    return transactions.inWorkspace(
        workspace,
        connection -> {
          try (var select = connection.prepareStatement(sql);
              var row = select.executeQuery()) {
            row.next();
            return row.getString(1);
          }
        });
  }

  @Test
  void engagementIsKeptWithItsHistoryAndGoesWithTheMention() {
    var seen = new ArrayList<Instant>();
    for (int likes : List.of(0, 3, 3, 8)) {
      int revision = seen.size() + 1;
      seen.add(NOVEMBER.plusSeconds(60L * revision));
      var liked =
          mention(
              "history",
              "x:1",
              revision,
              NOVEMBER,
              "t",
              new Engagement(likes, 0, 0, 0),
              Flags.NONE);
      // the same batch twice: what is known changes nothing
      writer.writeMentions(List.of(event(liked, seen.getLast())));
      writer.writeMentions(List.of(event(liked, seen.getLast().plusSeconds(5))));
    }
    as("history")
        .get("/v1/mentions/x:1/engagement")
        .then()
        .statusCode(200)
        .body("id", equalTo("x:1"))
        .body("figures.likes", contains(0, 3, 8))
        .body("figures.revision", contains(1, 3, 4))
        .body(
            "figures.observedAt",
            contains(seen.get(0).toString(), seen.get(1).toString(), seen.get(3).toString()));
    as("other").get("/v1/mentions/x:1/engagement").then().statusCode(404);
    writer.writeMentions(List.of(Mentions.tombstone("history", "x:1")));
    as("history").get("/v1/mentions/x:1/engagement").then().statusCode(404);
    assertEquals("0", value("history", "select count(*) from engagement_history"));
  }

  @Test
  void aMentionWhoseTimeIsAnotherIsMovedWithItsHistoryAndAnOlderRevisionDoesNotComeBack() {
    var first = mention("moved", "x:1", 1, OCTOBER, "first");
    var second =
        mention("moved", "x:1", 2, NOVEMBER, "second", new Engagement(1, 0, 0, 0), Flags.NONE);
    writer.writeMentions(List.of(event(first, NOVEMBER)));
    writer.writeMentions(List.of(event(second, NOVEMBER)));
    // as capture keeps it of a mention that was edited
    transactions.inWorkspace(
        "moved",
        connection -> {
          try (var known =
              connection.prepareStatement(
                  "insert into mention_identity (workspace, mention_id, revision) values ('moved', 'x:1', 2)")) {
            return known.executeUpdate();
          }
        });
    writer.writeMentions(List.of(event(first, NOVEMBER)));
    as("moved").get("/v1/mentions").then().body("mentions.text", contains("second"));
    as("moved").get("/v1/mentions/x:1/engagement").then().body("figures.likes", contains(0, 1));
    assertEquals(
        NOVEMBER.toString(),
        value(
            "moved",
            "select to_char(created_at at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS\"Z\"') from engagement_history"));
  }

  @Test
  void anErasureWithinABatchEndsWhatWasBeforeAndNotWhatComesAfter() {
    writer.writeMentions(List.of(event(mention("anew", "x:1", 5, NOVEMBER, "old"), NOVEMBER)));
    writer.writeMentions(
        List.of(
            Mentions.tombstone("anew", "x:1"),
            event(mention("anew", "x:1", 1, NOVEMBER, "new"), NOVEMBER),
            event(mention("anew", "x:2", 1, NOVEMBER, "gone"), NOVEMBER),
            Mentions.tombstone("anew", "x:2")));
    as("anew").get("/v1/mentions").then().body("mentions.text", contains("new"));
  }

  @Test
  void whatTheQueryMatchesIsWhatTheArchiveFindsWhateverTheIndexKnows() throws Exception {
    List<String> texts =
        List.of(
            "The red kettle whistles",
            "a kettle, blue",
            "Kettle red",
            "#Kettle by @acme for $KTL",
            "CAFÉ au lait",
            "cafe\u0301 noir",
            "über-red",
            "東京タワーに行った",
            "it's 5 o'clock",
            "emoji 😀 kettle",
            "ＫＥＴＴＬＥ ｗｉｄｅ",
            "back\\slash 'quoted' \"double\" & | ! :*",
            "",
            "x".repeat(3_000) + " tail",
            "https://shop.acme.com/kettle?x=1 red");
    var mentions =
        IntStream.range(0, texts.size())
            .mapToObj(
                i ->
                    mention(
                        "same", "x:" + i, 1, NOVEMBER.minusSeconds(86_400L * i * 9), texts.get(i)))
            .toList();
    writer.writeMentions(mentions.stream().map(m -> event(m, NOVEMBER)).toList());
    for (String text :
        List.of(
            "kettle",
            "red AND kettle",
            "red OR blue",
            "kettle -blue",
            "\"red kettle\"",
            "ket*",
            "#kettle",
            "@acme",
            "$ktl",
            "café",
            "über",
            "東京",
            "red NEAR/1 kettle",
            "kettle AND (blue OR \"red kettle\")",
            "o'clock",
            "back",
            "quoted",
            "platform:x AND tail",
            "language:de OR wide",
            "kind:post -kettle",
            "x".repeat(3_000),
            "link:acme.com",
            "link:acme.com OR lait",
            "followers:>1 OR noir")) {
      Query query = parse(text);
      List<String> expected =
          mentions.stream()
              .filter(m -> query.matches(Searchable.of(m, account -> false)))
              .map(m -> m.id())
              .toList();
      as("same")
          .queryParam("q", text)
          .queryParam("limit", 500)
          .get("/v1/mentions")
          .then()
          .statusCode(200)
          .body("mentions.id", equalTo(expected));
      as("same")
          .queryParam("q", text)
          .get("/v1/mentions/count")
          .then()
          .body("count", equalTo(expected.size()))
          .body("exact", equalTo(true));
    }
  }

  private static Query parse(String text) {
    try {
      return Query.parse(text);
    } catch (QuerySyntaxException e) {
      throw new IllegalArgumentException(text + ": " + e.describe(), e);
    }
  }

  @Test
  void aMentionThatTheIndexDoesNotKnowIsFoundAndIndexed() {
    writer.writeMentions(List.of(event(mention("old", "x:1", 1, NOVEMBER, "kettle"), NOVEMBER)));
    transactions.inWorkspace(
        "old",
        connection -> {
          try (var forget =
              connection.prepareStatement("update archived_mention set search = null")) {
            return forget.executeUpdate();
          }
        });
    IngestClient.awaitCount("old", "?q=kettle", 1);
    as("old").get("/v1/mentions?q=teapot").then().body("mentions", hasSize(0));
    Awaitility.await()
        .atMost(IngestClient.PATIENCE)
        .until(() -> value("old", "select search::text from archived_mention"), "'kettle'"::equals);
  }

  @Test
  void everyMentionIsOnOnePageWhileOthersAreAdded() {
    int there = 300;
    writer.writeMentions(
        IntStream.range(0, there)
            .mapToObj(i -> event(mention("paging", "x:" + i, 1, time(i), "kettle " + i), NOVEMBER))
            .toList());
    var found = new ArrayList<String>();
    String next = null;
    int added = there;
    do {
      var request = as("paging").queryParam("q", "kettle -none").queryParam("limit", 7);
      var page =
          (next == null ? request : request.queryParam("cursor", next))
              .get("/v1/mentions")
              .then()
              .statusCode(200)
              .extract()
              .jsonPath();
      found.addAll(page.getList("mentions.id", String.class));
      next = page.getString("next");
      // some before, some behind the place where the page ended, some at the very same time
      writer.writeMentions(
          IntStream.range(added, added + 5)
              .mapToObj(i -> event(mention("paging", "x:" + i, 1, time(i), "kettle"), NOVEMBER))
              .toList());
      added += 5;
    } while (next != null);
    assertEquals(found.size(), new HashSet<>(found).size(), "no mention twice");
    for (int i = 0; i < there; i++) {
      assertTrue(found.contains("x:" + i), "x:" + i);
    }
  }

  /** Over three months, seven mentions to a moment. */
  private static Instant time(int i) {
    return NOVEMBER.minusSeconds(3_600L * (i * 31L % 1_700 / 7));
  }

  @Test
  void aScanGoesThroughAllInStepsEitherWay() {
    writer.writeMentions(
        IntStream.range(0, 50)
            .mapToObj(
                i ->
                    event(
                        mention("scan", "x:" + i, 1, time(i), i % 2 == 0 ? "kettle" : "teapot"),
                        NOVEMBER))
            .toList());
    ArchiveFilter filter = ArchiveFilter.of(parse("\"kettle\" -teapot"), null, NOVEMBER);
    var forth = new ArrayList<String>();
    var back = new ArrayList<String>();
    ArchiveScan.Place place = null;
    do {
      var step = scan.oldestFirst("scan", filter, place, 4);
      step.matches().forEach(m -> forth.add(m.id()));
      place = step.next();
    } while (place != null);
    do {
      var step = scan.newestFirst("scan", filter, place, 9);
      step.matches().forEach(m -> back.add(m.id()));
      place = step.next();
    } while (place != null);
    assertEquals(24, forth.size(), "all but the one that lies at the end itself");
    assertEquals(forth.reversed(), back);
  }

  @Test
  void aMonthComesWithItsFirstMentionAndTakesInWhatWaited() {
    Instant july = Instant.parse("2019-07-15T00:00:00Z");
    var early = mention("months", "x:1", 1, july, "waits");
    // as when the month's tables could not be made: the row is in the default ones
    transactions.inWorkspace(
        "months",
        connection -> {
          var rows = new MentionRows(connection, "months", json);
          rows.apply(
              List.of(
                  MentionChange.of(
                      "x:1", List.of(), List.of(new MentionChange.Revision(early, NOVEMBER)))));
          return null;
        });
    assertEquals("1", value("months", "select count(*) from archived_mention_default"));
    writer.writeMentions(List.of(event(mention("months", "x:2", 1, july, "comes"), NOVEMBER)));
    assertEquals("0", value("months", "select count(*) from archived_mention_default"));
    assertEquals("2", value("months", "select count(*) from archived_mention_2019_07"));
    assertEquals("0", value("nobody", "select count(*) from archived_mention_2019_07"));
    assertTrue(partitions.months().stream().anyMatch(m -> m.month().equals(YearMonth.of(2019, 7))));

    assertFalse(partitions.dropIfEmpty(YearMonth.of(2019, 7)), "it holds mentions");
    assertEquals(
        List.of("x:1", "x:2"),
        removal.removeBefore("months", "x", july.plusSeconds(1), 10).stream().sorted().toList());
    assertTrue(partitions.dropIfEmpty(YearMonth.of(2019, 7)));

    writer.writeMentions(List.of(event(mention("months", "x:3", 1, july, "again"), NOVEMBER)));
    assertTrue(partitions.drop(YearMonth.of(2019, 7)));
    as("months").get("/v1/mentions").then().body("mentions", hasSize(0));
  }

  @Test
  void aReaderHoldsUpNeitherTheWriterNorItself() throws InterruptedException {
    var reading = new CountDownLatch(1);
    var done = new CountDownLatch(1);
    writer.writeMentions(List.of(event(mention("long-reader", "x:0", 1, NOVEMBER, "t"), NOVEMBER)));
    Thread reader =
        Thread.ofVirtual()
            .start(
                () ->
                    transactions.inWorkspace(
                        "long-reader",
                        Duration.ofMinutes(1),
                        connection -> {
                          try (var select =
                              connection.prepareStatement(
                                  "select count(*) from archived_mention")) {
                            select.execute();
                            reading.countDown();
                            done.await();
                          } catch (InterruptedException e) {
                            Thread.currentThread().interrupt();
                          }
                          return null;
                        }));
    reading.await();
    Instant may = Instant.parse("2018-05-01T00:00:00Z");
    writer.writeMentions(List.of(event(mention("long-reader", "x:1", 1, may, "t"), NOVEMBER)));
    assertEquals("1", value("long-reader", "select count(*) from archived_mention_default"));
    assertFalse(partitions.drop(YearMonth.of(2026, 11)), "it is being read");
    as("long-reader").get("/v1/mentions").then().body("mentions.id", contains("x:0", "x:1"));
    done.countDown();
    reader.join();
  }

  @Test
  void removalTakesTheOldestOfAPlatformInBatches() {
    writer.writeMentions(
        IntStream.range(0, 10)
            .mapToObj(
                i ->
                    event(
                        mention(
                            "remove",
                            (i % 2 == 0 ? "x:" : "y:") + i,
                            1,
                            NOVEMBER.plusSeconds(i),
                            "t"),
                        NOVEMBER))
            .toList());
    Instant end = NOVEMBER.plusSeconds(8);
    assertEquals(List.of("x:0", "x:2", "x:4"), removal.removeBefore("remove", "x", end, 3));
    assertEquals(List.of("x:6"), removal.removeBefore("remove", "x", end, 3));
    assertEquals(List.of(), removal.removeBefore("remove", "x", end, 3));
    assertEquals(
        List.of("y:1", "y:3", "y:5", "y:7"), removal.removeBefore("remove", null, end, 30));
    IngestClient.awaitCount("remove", "", 2);
  }
}
