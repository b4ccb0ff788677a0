package dev.bellwether.local.ingest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.bellwether.local.suite.SuiteException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * Posts batches of rows to the gateway. A batch whose answer does not come, or is "not now", is
 * posted again with the same {@code Idempotency-Key}, so one that was taken although its answer got
 * lost neither counts twice nor comes back as duplicates.
 */
public final class BatchSender implements AutoCloseable {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration CONNECT = Duration.ofSeconds(5);
  private static final Duration ANSWER = Duration.ofSeconds(60);
  private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

  /** "Not now". 409 is what a retry meets while the first attempt is still at work. */
  private static final Set<Integer> TRANSIENT = Set.of(408, 409, 425, 429, 500, 502, 503, 504);

  private final URI gateway;
  private final String apiKey;
  private final Duration patience;
  private final Consumer<String> trouble;
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(CONNECT).build();

  /**
   * @param patience how long one batch is tried again before the whole upload is given up
   * @param trouble told once a batch, in one line, why it has to be sent again
   */
  public BatchSender(URI gateway, String apiKey, Duration patience, Consumer<String> trouble) {
    this.gateway = gateway;
    this.apiKey = apiKey;
    this.patience = patience;
    this.trouble = trouble;
  }

  /**
   * Posts the rows, in one request, and waits for the answer.
   *
   * @param rows each a JSON object, UTF-8
   * @throws SuiteException when the gateway refuses the whole batch, or does not take it in time
   */
  public BatchAnswer send(Kind kind, List<byte[]> rows) throws InterruptedException {
    var request =
        HttpRequest.newBuilder(gateway.resolve(kind.path()))
            .timeout(ANSWER)
            .header("Authorization", "Bearer " + apiKey)
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", UUID.randomUUID().toString())
            .POST(BodyPublishers.ofByteArray(array(rows)))
            .build();
    long deadline = System.nanoTime() + patience.toNanos();
    var pause = FIRST_PAUSE;
    for (int attempt = 1; ; attempt++) {
      var outcome = attempt(request);
      if (outcome.answer() != null) {
        return outcome.answer();
      }
      if (attempt == 2) {
        trouble.accept(outcome.why() + ": trying again for up to " + patience.toSeconds() + " s");
      }
      if (System.nanoTime() + pause.toNanos() > deadline) {
        throw new SuiteException(
            "the gateway did not take a batch within "
                + patience.toSeconds()
                + " s: "
                + outcome.why());
      }
      Thread.sleep(outcome.askedPause() == null ? pause : outcome.askedPause());
      pause =
          pause.multipliedBy(2).compareTo(LONGEST_PAUSE) > 0
              ? LONGEST_PAUSE
              : pause.multipliedBy(2);
    }
  }

  /**
   * @param answer null when the batch has to be sent again
   */
  private record Attempt(BatchAnswer answer, String why, Duration askedPause) {}

  private Attempt attempt(HttpRequest request) throws InterruptedException {
    try {
      var response = http.send(request, BodyHandlers.ofString());
      if (response.statusCode() == 200) {
        return new Attempt(JSON.readValue(response.body(), BatchAnswer.class), null, null);
      }
      if (TRANSIENT.contains(response.statusCode())) {
        return new Attempt(
            null, "the gateway answers " + response.statusCode(), askedPause(response));
      }
      throw new SuiteException(refusal(response));
    } catch (JsonProcessingException e) {
      throw new SuiteException(
          "the gateway's answer is not understood: " + e.getOriginalMessage(), e);
    } catch (IOException e) {
      return new Attempt(
          null, "the gateway does not answer (" + e.getClass().getSimpleName() + ")", null);
    }
  }

  private static Duration askedPause(HttpResponse<String> response) {
    return response
        .headers()
        .firstValue("Retry-After")
        .filter(s -> s.matches("\\d{1,3}"))
        .map(s -> Duration.ofSeconds(Long.parseLong(s)))
        .orElse(null);
  }

  private static String refusal(HttpResponse<String> response) {
    String detail;
    try {
      var problem = JSON.readTree(response.body());
      detail = problem.path("title").asText("") + " " + problem.path("detail").asText("");
    } catch (JsonProcessingException e) {
      detail = "";
    }
    return "the gateway refuses the rows with status "
        + response.statusCode()
        + (detail.isBlank() ? "" : ": " + detail.strip());
  }

  private static byte[] array(List<byte[]> rows) {
    var body = new ByteArrayOutputStream(rows.stream().mapToInt(r -> r.length + 1).sum() + 1);
    char before = '[';
    for (var row : rows) {
      body.write(before);
      body.writeBytes(row);
      before = ',';
    }
    body.write(']');
    return body.toByteArray();
  }

  @Override
  public void close() {
    http.shutdownNow();
  }
}
