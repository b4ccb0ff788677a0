package dev.bellwether.local.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.bellwether.local.suite.SuiteException;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * The suite's API as a client with a key sees it. A service that is away for a moment is asked
 * again.
 */
public final class GatewayClient implements AutoCloseable {
  private static final ObjectMapper JSON = JsonMapper.builder().build();
  private static final Duration TIMEOUT = Duration.ofSeconds(40);
  private static final Set<Integer> PASSING = Set.of(429, 502, 503, 504);
  private static final int TRIES = 12;
  private static final Duration PAUSE = Duration.ofMillis(700);

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final String url;
  private final String apiKey;

  public GatewayClient(String url, String apiKey) {
    this.url = url;
    this.apiKey = apiKey;
  }

  /**
   * Reads.
   *
   * @param query names and values, not yet encoded
   * @throws SuiteException when the answer is an error; its message holds the problem's detail
   */
  public JsonNode get(String path, Map<String, String> query) {
    String encoded =
        new TreeMap<>(query)
            .entrySet().stream()
                .map(
                    e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    return send(request(encoded.isEmpty() ? path : path + "?" + encoded).GET());
  }

  /** Reads what may not be there. Throws as {@link #get}, but is empty for a 404. */
  public Optional<JsonNode> find(String path) {
    HttpRequest request = request(path).GET().build();
    var response = exchange(request);
    return response.statusCode() == 404 ? Optional.empty() : Optional.of(read(request, response));
  }

  /** Sends a JSON object. Throws as {@link #get}. */
  public JsonNode post(String path, Map<String, Object> body) {
    String json = JSON.valueToTree(body).toString();
    return send(
        request(path)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(json)));
  }

  /**
   * Sends rows; a request that is repeated after a lost answer counts once. Throws as {@link #get}.
   */
  public JsonNode postRows(String path, String ndjson) {
    return send(
        request(path)
            .header("Content-Type", "application/x-ndjson")
            .header("Idempotency-Key", UUID.randomUUID().toString())
            .POST(BodyPublishers.ofString(ndjson)));
  }

  @Override
  public void close() {
    http.close();
  }

  private HttpRequest.Builder request(String pathAndQuery) {
    return HttpRequest.newBuilder(URI.create(url + pathAndQuery))
        .timeout(TIMEOUT)
        .header("X-API-Key", apiKey);
  }

  private JsonNode send(HttpRequest.Builder builder) {
    HttpRequest request = builder.build();
    return read(request, exchange(request));
  }

  /** The first answer that is not "not now". */
  private HttpResponse<String> exchange(HttpRequest request) {
    for (int i = 1; ; i++) {
      try {
        HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
        if (!PASSING.contains(response.statusCode()) || i == TRIES) {
          return response;
        }
      } catch (IOException e) {
        if (i == TRIES) {
          throw new SuiteException(what(request) + " failed: " + e, e);
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new SuiteException(what(request) + " was interrupted", e);
      }
      pause();
    }
  }

  private static JsonNode read(HttpRequest request, HttpResponse<String> response) {
    if (response.statusCode() >= 300) {
      throw new SuiteException(
          what(request)
              + " was answered "
              + response.statusCode()
              + ": "
              + detail(response.body()));
    }
    try {
      return JSON.readTree(response.body());
    } catch (IOException e) {
      throw new SuiteException(what(request) + " was answered with what is no JSON", e);
    }
  }

  private static String what(HttpRequest request) {
    return request.method() + " " + request.uri().getPath();
  }

  private static String detail(String body) {
    try {
      JsonNode problem = JSON.readTree(body);
      return problem.hasNonNull("detail") ? problem.get("detail").asText() : body;
    } catch (IOException e) {
      return body;
    }
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new SuiteException("interrupted", e);
    }
  }
}
