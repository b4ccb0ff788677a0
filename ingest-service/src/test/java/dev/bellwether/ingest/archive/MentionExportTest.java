package dev.bellwether.ingest.archive;

import static dev.bellwether.ingest.IngestClient.as;
import static dev.bellwether.ingest.archive.Mentions.NOVEMBER;
import static dev.bellwether.ingest.archive.Mentions.event;
import static dev.bellwether.ingest.archive.Mentions.mention;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesRegex;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.reader.CsvReader;
import dev.bellwether.ingest.IngestClient;
import dev.bellwether.testkit.RealBackends;
import dev.bellwether.testkit.SignedIdentity;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** However much a search finds, it is streamed whole, or the connection breaks. */
@QuarkusTest
@QuarkusTestResource(
    value = RealBackends.class,
    initArgs = @ResourceArg(name = "service", value = "ingest"))
class MentionExportTest {

  @Inject ArchiveWriter writer;
  @Inject ObjectMapper json;
  @Inject DataSource database;

  @TestHTTPResource URI address;

  private HttpResponse<InputStream> open(HttpClient client, String workspace, String query)
      throws Exception {
    var request =
        HttpRequest.newBuilder(address.resolve("/v1/mentions/export?" + query))
            .header(
                "Authorization", "Bearer " + SignedIdentity.inWorkspace(workspace, "mentions:read"))
            .build();
    return client.send(request, BodyHandlers.ofInputStream());
  }

  private static HttpClient client() {
    return HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  }

  private void fill(String workspace, int count) {
    for (int from = 0; from < count; from += 1_000) {
      int start = from;
      writer.writeMentions(
          IntStream.range(start, Math.min(count, start + 1_000))
              .mapToObj(
                  i ->
                      event(
                          mention(
                              workspace, "x:" + i, 1, time(i), "kettle " + "abcdefgh ".repeat(40)),
                          NOVEMBER))
              .toList());
    }
  }

  private static Instant time(int i) {
    return NOVEMBER.minusSeconds(60L * i);
  }

  @Test
  void sixtyThousandMentionsAreStreamedOnceEachInBoundedMemory() throws Exception {
    int count = 60_000;
    fill("large", count);
    var ids = new HashSet<String>();
    var most = new AtomicLong();
    try (var client = client();
        var lines =
            new BufferedReader(
                new InputStreamReader(
                    open(client, "large", "format=ndjson&q=kettle&end=true").body(),
                    StandardCharsets.UTF_8))) {
      System.gc();
      long before = used();
      String line;
      String last = null;
      int number = 0;
      while ((line = lines.readLine()) != null) {
        last = line;
        if (number++ < count) {
          ids.add(json.readTree(line).get("id").asText());
        }
        if (number % 20_000 == 0) {
          System.gc();
          most.accumulateAndGet(used() - before, Math::max);
        }
      }
      assertEquals("{\"end\":true,\"rows\":" + count + "}", last);
      assertEquals(count + 1, number);
    }
    assertEquals(count, ids.size());
    // all of it would be sixty thousand times half a kilobyte, as text alone
    assertTrue(most.get() < 20_000_000, () -> most.get() + " bytes more than at the start");
  }

  private static long used() {
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }

  @Test
  void csvHasNamedColumnsAndNoFormulas() {
    writer.writeMentions(
        List.of(
            event(mention("csv", "x:1", 1, NOVEMBER, "=HYPERLINK(\"http://evil\")"), NOVEMBER),
            event(mention("csv", "x:2", 1, time(1), "two\nlines, \"quoted\""), NOVEMBER)));
    var answer =
        as("csv")
            .get("/v1/mentions/export?format=csv")
            .then()
            .statusCode(200)
            .header("Content-Type", equalTo("text/csv; charset=utf-8"))
            .header(
                "Content-Disposition",
                matchesRegex("attachment; filename=\"mentions-\\d{8}T\\d{6}Z\\.csv\""))
            .extract()
            .asString();
    var records = CsvReader.builder().ofNamedCsvRecord(answer).stream().toList();
    assertEquals(
        "id,platform,kind,url,createdAt,observedAt,revision,language,text,author,followers,likes,reposts,replies,views,"
            + "hashtags,mentionedAccounts,links,inReplyTo,monitors,sentiment,negative,neutral,positive,spam,bot,flags,cluster,emotion,irony,offensive,targets,correctedAt",
        String.join(",", records.getFirst().getHeader()));
    assertEquals("'=HYPERLINK(\"http://evil\")", records.get(0).getField("text"));
    assertEquals("2026-11-01T10:00:00Z", records.get(0).getField("createdAt"));
    assertEquals("two\nlines, \"quoted\"", records.get(1).getField("text"));
    assertEquals("0", records.get(1).getField("likes"));
    as("csv").get("/v1/mentions/export?format=csv&bom=true").then().body(startsWith("\uFEFFid,"));
  }

  @Test
  void ndjsonIsWhatTheApiAnswers() throws IOException {
    writer.writeMentions(List.of(event(mention("nd", "x:1", 1, NOVEMBER, "=1"), NOVEMBER)));
    String line = as("nd").get("/v1/mentions/export?format=ndjson").asString();
    String one = as("nd").get("/v1/mentions/x:1").asString();
    assertEquals(json.readTree(one), json.readTree(line));
    as("nd").get("/v1/mentions/export?format=ndjson&q=none").then().body(equalTo(""));
  }

  @Test
  void anExportThatFailsOnTheWayIsNeverTakenForTheWhole() throws Exception {
    // far more than sockets hold: it must be under way still when it is broken
    fill("broken", 60_000);
    for (String format : List.of("csv", "ndjson")) {
      try (var client = client()) {
        var answer = open(client, "broken", "format=" + format);
        assertEquals(200, answer.statusCode());
        InputStream body = answer.body();
        body.readNBytes(1_000);
        endReadersOfTheArchive();
        assertThrows(IOException.class, body::readAllBytes, format);
      }
    }
  }

  /** As an administrator would: the connections that read end, and with them the export. */
  private void endReadersOfTheArchive() throws Exception {
    try (var connection = database.getConnection();
        var end =
            connection.prepareStatement(
                "select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid()"
                    + " and state like 'idle in transaction%' and usename = current_user")) {
      end.execute();
    }
  }

  @Test
  void moreExportsThanThereIsRoomForAreToldToWait() throws Exception {
    fill("crowd", 20_000);
    Set<HttpResponse<InputStream>> open = new HashSet<>();
    var clients = new ArrayList<HttpClient>();
    try {
      for (int i = 0; i < 3; i++) {
        clients.add(client());
        open.add(open(clients.getLast(), "crowd", "format=ndjson"));
      }
      as("crowd")
          .get("/v1/mentions/export?format=csv")
          .then()
          .statusCode(503)
          .header("Retry-After", equalTo("30"))
          .contentType("application/problem+json");
    } finally {
      for (var answer : open) {
        answer.body().close();
      }
      clients.forEach(HttpClient::shutdownNow);
    }
    // who goes away makes room
    Awaitility.await()
        .atMost(IngestClient.PATIENCE)
        .untilAsserted(
            () -> as("crowd").get("/v1/mentions/export?format=csv&q=none").then().statusCode(200));
  }

  @Test
  void aFormatOrParameterThatDoesNotExistIsNamed() {
    for (String query : List.of("format=xml", "format=csv&bom=yes", "format=csv&form=1", "q=a")) {
      as("none")
          .get("/v1/mentions/export?" + query)
          .then()
          .statusCode(400)
          .contentType("application/problem+json")
          .body(
              "field",
              equalTo(
                  query.contains("bom") ? "bom" : query.contains("form=1") ? "form" : "format"));
    }
  }
}
