package dev.bellwether.local.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bellwether.local.ingest.BatchSender;
import dev.bellwether.local.ingest.Kind;
import dev.bellwether.local.suite.SuiteException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Sends posts and monitors through the gateway, and measures what that costs ingest. */
final class IngestRound implements AutoCloseable {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int BATCH = 1_000;

  /** Enough that the service never waits for the client. */
  private static final int SENDERS = 4;

  private final URI gateway;
  private final String apiKey;
  private final BenchPosts posts;
  private final PrintWriter progress;
  private final BatchSender sender;
  private final HttpClient http = HttpClient.newHttpClient();
  private final ExecutorService senders = Executors.newFixedThreadPool(SENDERS);
  private int sent;
  private int monitors;

  IngestRound(String gateway, String apiKey, BenchPosts posts, PrintWriter progress) {
    this.gateway = URI.create(gateway);
    this.apiKey = apiKey;
    this.posts = posts;
    this.progress = progress;
    this.sender = new BatchSender(this.gateway, apiKey, Duration.ofMinutes(1), progress::println);
  }

  /** Makes the monitors that are missing. */
  void haveMonitors(int number) throws InterruptedException {
    say("making %,d monitors".formatted(number - monitors));
    var queries = BenchMonitors.of(posts.texts(), number).queries();
    var made = new ArrayList<Callable<Void>>();
    for (int i = monitors; i < number; i++) {
      var body = JSON.createObjectNode();
      body.put("name", "bench " + i).put("query", queries.get(i));
      made.add(() -> makeMonitor(body));
    }
    all(made);
    monitors = number;
  }

  private Void makeMonitor(ObjectNode body) throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(gateway.resolve("/v1/monitors?backfill=false"))
            .header("Authorization", "Bearer " + apiKey)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body.toString()))
            .build();
    var answer = http.send(request, BodyHandlers.ofString());
    if (answer.statusCode() != 201) {
      throw new SuiteException(
          "the monitor %s was answered %d: %s"
              .formatted(body.get("query"), answer.statusCode(), answer.body()));
    }
    return null;
  }

  IngestFigures measure(MeasuredService service, int number) throws InterruptedException {
    var before = service.cpu();
    var elapsed = send(number, "measuring with %,d monitors".formatted(monitors));
    return new IngestFigures(monitors, number, service.cpu().minus(before), elapsed);
  }

  /** Posts never sent before, in batches of {@value #BATCH}, several at a time. */
  Duration send(int number, String what) throws InterruptedException {
    say("%s: %,d posts".formatted(what, number));
    var batches = new ArrayList<Callable<Void>>();
    for (int from = sent; from < sent + number; from += BATCH) {
      var rows = rows(from, Math.min(from + BATCH, sent + number));
      batches.add(() -> accepted(rows));
    }
    sent += number;
    var began = Instant.now();
    all(batches);
    return Duration.between(began, Instant.now());
  }

  private Void accepted(List<byte[]> rows) throws InterruptedException {
    var answer = sender.send(Kind.MENTIONS, rows);
    if (answer.accepted() != rows.size()) {
      var why = answer.rows().stream().filter(row -> row.reason() != null).findFirst();
      throw new SuiteException(
          "%d of %d posts were accepted; %s"
              .formatted(
                  answer.accepted(),
                  rows.size(),
                  why.map(row -> row.reason()).orElse("no reason")));
    }
    return null;
  }

  /** Where a source has come to its end it begins again, with new ids. */
  private List<byte[]> rows(int from, int to) {
    var rows = new ArrayList<byte[]>(to - from);
    for (int i = from; i < to; i++) {
      var row = posts.rows().get(i % posts.rows().size()).deepCopy();
      row.put("id", "bench-" + i);
      rows.add(row.toString().getBytes(StandardCharsets.UTF_8));
    }
    return rows;
  }

  private void all(List<Callable<Void>> work) throws InterruptedException {
    for (Future<Void> done : senders.invokeAll(work)) {
      try {
        done.get();
      } catch (ExecutionException e) {
        switch (e.getCause()) {
          case RuntimeException known -> throw known;
          case IOException files -> throw new UncheckedIOException(files);
          default -> throw new IllegalStateException(e.getCause());
        }
      }
    }
  }

  private void say(String line) {
    progress.println(line);
    progress.flush();
  }

  @Override
  public void close() {
    senders.shutdownNow();
    sender.close();
    http.shutdownNow();
  }
}
