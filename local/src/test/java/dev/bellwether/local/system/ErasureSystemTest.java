package dev.bellwether.local.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/**
 * A post and an author are erased from a suite that has them everywhere: archived, scored, counted,
 * in a trend, among the dead letters. Then nothing of them is anywhere.
 */
class ErasureSystemTest {

  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Instant START = Instant.parse("2026-06-01T00:00:00Z");
  private static final List<String> TALK =
      List.of("morning", "kettle", "grinder", "roast", "beans", "milk", "office", "weekend");
  private static final List<String> COMPLAINT =
      List.of("leaking", "refund", "brandfail", "hotline", "unacceptable");

  /** Places in which a post is before it is erased; the search must find it in each. */
  private static final Set<String> HELD =
      Set.of(
          "table ingest.mention_identity",
          "table ingest.archived_mention",
          "table ingest.mention_score",
          "table sentiment.contribution",
          "table sentiment.correction",
          "topic mentions",
          "topic scored-mentions",
          "topic corrections",
          "topic mentions-dlq",
          "topic scored-mentions-dlq",
          "topic corrections-dlq",
          "topic trends",
          "topic bellwether-trend-v2-memories-changelog");

  /**
   * And one that came last, whose words wait for the next. That a log can be found fault with is
   * shown by one that is planted: no service writes any of it.
   */
  private static final Set<String> HELD_OF_THE_LAST =
      Set.of(
          "table ingest.archived_mention",
          "table ingest.engagement_history",
          "table ingest.text_signature",
          "table ingest.rejected_row",
          "log planted.log",
          "topic mentions-dlq",
          "topic bellwether-trend-v2-open-posts-changelog",
          "topic bellwether-trend-v2-buckets-changelog");

  private static final String AUTHORS_WORDS =
      "my brew was cold before the office had even opened its doors this weekend";

  /** Folders whose files keep bytes until they are rewritten: docs/erasure.md says how long. */
  private static final Set<String> UNTIL_REWRITTEN = Set.of("postgres", "kafka", "trend");

  private final List<String> erased = new ArrayList<>();
  private Path data;
  private Instant later = START.plus(Duration.ofDays(4));
  private int fillers;

  /** One whose strings would be recognised anywhere. */
  private record Planted(String number) {

    static Planted of(int number) {
      return new Planted(number + "z");
    }

    String id() {
      return "zqid" + number;
    }

    String author() {
      return "zqname" + number;
    }

    List<String> strings() {
      return List.of(id(), "zqword" + number, "zqurl" + number, author());
    }
  }

  @Test
  void afterAnErasureNothingOfThePostOrTheAuthorIsFoundAnywhere() throws Exception {
    try (var suite = TestSuite.start("erasure")) {
      var gateway = suite.gateway();
      var places = new HeldPlaces(suite);
      gateway.post(
          "/v1/monitors", "application/json", "{\"name\":\"brew\",\"keywords\":[\"brew\"]}");
      post(gateway, storm());
      Awaitility.await().atMost(PATIENCE).until(() -> !samples(gateway).isEmpty());

      var post = new Planted(samples(gateway).getFirst().replace("x:zqid", ""));
      var author = Planted.of(100_000);
      post(gateway, List.of(row(author, later, AUTHORS_WORDS + " zqword" + author.number())));
      String pseudonym =
          archived(gateway, "x:" + author.id()).path("author").path("pseudonym").asText();
      assertEquals(64, pseudonym.length());
      takePartInEverything(gateway, author);
      Path log = Files.writeString(suite.dataDir().logs().resolve("planted.log"), author.id());
      writeWhatCannotBeRead(suite, post, author);
      correct(suite, post);

      var strings = new ArrayList<>(post.strings());
      strings.addAll(author.strings());
      strings.add(pseudonym);
      awaitHeld(places, post, HELD);
      awaitHeld(places, author, HELD_OF_THE_LAST);
      Files.delete(log);

      var first =
          gateway.post("/v1/erasures", "application/json", "{\"mention\":\"x:" + post.id() + "\"}");
      var second =
          gateway.post(
              "/v1/erasures",
              "application/json",
              "{\"author\":{\"platform\":\"x\",\"account\":\"@" + author.author() + "\"}}");
      for (var erasure : List.of(first, second)) {
        assertEquals(1, completed(gateway, erasure.path("id").asText()).path("mentions").asInt());
      }
      assertEquals(
          1,
          gateway
              .get("/v1/erasures/" + second.path("id").asText())
              .path("mentionsRedacted")
              .asInt());
      assertEquals(
          "The brew of @[erased] is good: [erased link]",
          archived(gateway, "x:other").path("text").asText());
      assertEquals(AUTHORS_WORDS, archived(gateway, "x:copy").path("text").asText());
      assertTrue(samples(gateway).stream().noneMatch(("x:" + post.id())::equals));

      var compaction = new ForcedCompaction(suite.kafka());
      compaction.begin();
      var left = new TreeSet<String>();
      Awaitility.await()
          .atMost(PATIENCE)
          .pollInterval(Duration.ofSeconds(1))
          .untilAsserted(
              () -> {
                fill(gateway, compaction);
                left.clear();
                left.addAll(places.with(strings));
                assertEquals(Set.of(), left);
              });

      var again = gateway.post("/v1/mentions", "application/x-ndjson", row(post, later, "brew"));
      assertEquals(1, again.path("rejected").asInt(), again::toString);
      erased.addAll(strings);
      data = suite.dataDir().path();
    }
    assertTrue(
        UNTIL_REWRITTEN.containsAll(RawBytes.foldersWith(data, erased)),
        () -> "bytes where none are expected to remain: " + RawBytes.foldersWith(data, erased));
  }

  /**
   * Another's post that names, links to and answers the author's, a near copy of it, newer figures,
   * a row of it that is refused, a monitor that finds it in the archive, and readers.
   */
  private void takePartInEverything(GatewayClient gateway, Planted author) {
    String link = "https://x.com/" + author.author() + "/status/" + author.id();
    String other =
        row(
            new Planted("o"),
            later,
            "The brew of @" + author.author().toUpperCase(Locale.ROOT) + " is good: " + link);
    String copy = row(new Planted("c"), later, AUTHORS_WORDS);
    String figures = row(author, later, AUTHORS_WORDS + " zqword" + author.number());
    post(
        gateway,
        List.of(
            other
                .replace("zqido", "other")
                .replace("}", ",\"inReplyTo\":\"x:" + author.id() + "\"}"),
            copy.replace("zqidc", "copy"),
            figures.replace("}", ",\"likes\":41}")));
    var refused = gateway.post("/v1/mentions", "application/x-ndjson", row(author, later, " "));
    assertEquals(1, refused.path("rejected").asInt(), refused::toString);
    String monitor =
        gateway
            .post(
                "/v1/monitors",
                "application/json",
                "{\"name\":\"again\",\"keywords\":[\"" + AUTHORS_WORDS + "\"]}")
            .path("id")
            .asText();
    Awaitility.await()
        .atMost(PATIENCE)
        .until(
            () ->
                archived(gateway, "x:" + author.id())
                    .path("monitors")
                    .toString()
                    .contains(monitor));
    Awaitility.await()
        .atMost(PATIENCE)
        .until(
            () ->
                gateway.get("/v1/mentions/x:" + author.id() + "/engagement").path("figures").size()
                    == 2);
    gateway.get("/v1/mentions?q=author:" + author.author());
    gateway.post(
        "/v1/authors/export",
        "application/json",
        "{\"platform\":\"x\",\"account\":\"" + author.author() + "\"}");
  }

  /** Three days of talk, and on the third six hours of complaints, each with strings of its own. */
  private static List<String> storm() {
    var random = new Random(11);
    var rows = new ArrayList<String>();
    for (int minute = 0; minute < 3 * 24 * 60; minute++) {
      var time = START.plus(Duration.ofMinutes(minute));
      int hour = minute / 60;
      if (random.nextInt(3) == 0) {
        rows.add(row(new Planted("t" + rows.size()), time, words(TALK, random)));
      }
      if (hour >= 58 && hour < 64 && random.nextInt(2) == 0) {
        var planted = Planted.of(rows.size());
        rows.add(
            row(
                planted,
                time.plusSeconds(30),
                words(COMPLAINT, random) + " zqword" + planted.number()));
      }
    }
    return rows;
  }

  private static String words(List<String> vocabulary, Random random) {
    return "The brew: "
        + String.join(
            " and the ", random.ints(4, 0, vocabulary.size()).mapToObj(vocabulary::get).toList());
  }

  private static String row(Planted planted, Instant time, String text) {
    return JSON.createObjectNode()
        .put("id", planted.id())
        .put("platform", "x")
        .put("text", text)
        .put("createdAt", time.toString())
        .put("language", "en")
        .put("author", "@" + planted.author())
        .put("url", "https://x.example/zqurl" + planted.number())
        .toString();
  }

  private static void post(GatewayClient gateway, List<String> rows) {
    var answer = gateway.post("/v1/mentions", "application/x-ndjson", String.join("\n", rows));
    assertEquals(rows.size(), answer.path("accepted").asInt(), answer::toString);
  }

  /** Ids of mentions that carry a trend. */
  private static List<String> samples(GatewayClient gateway) {
    return StreamSupport.stream(gateway.get("/v1/trends").path("trends").spliterator(), false)
        .flatMap(trend -> StreamSupport.stream(trend.path("sampleMentions").spliterator(), false))
        .map(JsonNode::asText)
        .toList();
  }

  private static JsonNode archived(GatewayClient gateway, String id) {
    return Awaitility.await()
        .atMost(PATIENCE)
        .ignoreExceptions()
        .until(() -> gateway.get("/v1/mentions/" + id), mention -> mention.has("author"));
  }

  private static void writeWhatCannotBeRead(TestSuite suite, Planted... planted)
      throws ExecutionException, InterruptedException {
    Map<String, Object> settings = Map.of("bootstrap.servers", suite.kafka(), "acks", "all");
    try (var producer =
        new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
      for (var one : planted) {
        for (String topic : List.of("mentions", "scored-mentions", "corrections")) {
          producer
              .send(
                  new ProducerRecord<>(
                      topic, "default|x:" + one.id(), "{\"text\": " + one.strings()))
              .get();
        }
      }
    }
  }

  /** As sentiment's API writes it when a person says what the post feels. */
  private static void correct(TestSuite suite, Planted planted)
      throws ExecutionException, InterruptedException {
    String id = "x:" + planted.id();
    String correction =
        JSON.createObjectNode()
            .put("schemaVersion", 1)
            .put("workspace", "default")
            .put("mentionId", id)
            .put("label", "neutral")
            .put("correctedAt", START.toString())
            .put("correctedBy", "test-key")
            .toString();
    Map<String, Object> settings = Map.of("bootstrap.servers", suite.kafka(), "acks", "all");
    try (var producer =
        new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
      producer.send(new ProducerRecord<>("corrections", "default|" + id, correction)).get();
    }
  }

  /** The search finds what it is to find no more, so that it can be believed. */
  private static void awaitHeld(HeldPlaces places, Planted post, Set<String> held) {
    Awaitility.await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofSeconds(1))
        .untilAsserted(
            () -> {
              var missing = new TreeSet<>(held);
              missing.removeAll(places.with(post.strings()));
              assertEquals(Set.of(), missing);
            });
  }

  private static JsonNode completed(GatewayClient gateway, String id) {
    var receipt =
        Awaitility.await()
            .atMost(PATIENCE)
            .until(
                () -> gateway.get("/v1/erasures/" + id),
                found -> found.path("state").asText().equals("completed"));
    assertEquals(
        Set.of("ingest-service", "sentiment-service", "trend-service"),
        Set.copyOf(receipt.path("acknowledgements").findValuesAsText("service")));
    return receipt;
  }

  /** Other posts, in all partitions and with time going on, as there would be. */
  private void fill(GatewayClient gateway, ForcedCompaction compaction)
      throws ExecutionException, InterruptedException {
    later = later.plus(Duration.ofMinutes(40));
    var time = later;
    post(
        gateway,
        Stream.generate(() -> new Planted("f" + fillers++))
            .limit(40)
            .map(planted -> row(planted, time, "brew again, number " + planted.number()))
            .toList());
    compaction.fill(
        "trends", "corrections", "mentions-dlq", "scored-mentions-dlq", "corrections-dlq");
  }
}
