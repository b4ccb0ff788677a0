package dev.bellwether.trend.api;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.bellwether.kit.problem.Problem;
import dev.bellwether.kit.problem.ProblemException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.apache.kafka.streams.state.HostInfo;

/**
 * Asks another instance what a caller asked this one, in the caller's name: the identity that the
 * gateway signed goes along, and is verified there again. Blocks; to be called on a virtual thread.
 */
final class Neighbour {

  /**
   * Says that the question has been passed on once, so that nobody passes it on again. The gateway
   * lets no such header of a client's through.
   */
  static final String PASSED_ON = "X-Bellwether-Passed-On";

  private static final Duration CONNECTING = Duration.ofSeconds(1);
  private static final Duration ANSWERING = Duration.ofSeconds(3);
  private static final int SERVER_ERROR = 500;
  private static final int OK = 200;

  private final HttpClient client;
  private final ObjectMapper json;

  Neighbour(ObjectMapper json) {
    this.json = json;
    this.client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECTING)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
  }

  /**
   * @param pathAndQuery as the caller sent it
   * @param authorization the caller's
   * @throws NotReadyException where it does not answer, or cannot
   * @throws ProblemException where it refuses
   */
  <T> T ask(HostInfo host, String pathAndQuery, String authorization, Class<T> answer) {
    try {
      var response =
          client.send(
              HttpRequest.newBuilder(uri(host, pathAndQuery))
                  .timeout(ANSWERING)
                  .header("Authorization", authorization)
                  .header("Accept", "application/json")
                  .header(PASSED_ON, "1")
                  .GET()
                  .build(),
              BodyHandlers.ofByteArray());
      if (response.statusCode() == OK) {
        return json.readValue(response.body(), answer);
      }
      if (response.statusCode() >= SERVER_ERROR) {
        throw new NotReadyException(null);
      }
      var problem = json.readValue(response.body(), Problem.class);
      throw new ProblemException(
          problem.status(), problem.title(), problem.detail(), problem.field());
    } catch (IOException e) {
      throw new NotReadyException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new NotReadyException(e);
    }
  }

  private static URI uri(HostInfo host, String pathAndQuery) {
    var name = host.host().contains(":") ? "[" + host.host() + "]" : host.host();
    return URI.create("http://" + name + ":" + host.port() + pathAndQuery);
  }
}
