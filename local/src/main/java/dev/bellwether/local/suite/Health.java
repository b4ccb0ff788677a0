package dev.bellwether.local.suite;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Asks the parts whether they take work. */
final class Health implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(3);

  private final SuiteState state;
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(PATIENCE).build();

  Health(SuiteState state) {
    this.state = state;
  }

  boolean isReady(Component component) throws InterruptedException {
    return component.isService() ? answersReady(component) : listens(component);
  }

  private boolean answersReady(Component service) throws InterruptedException {
    var request =
        HttpRequest.newBuilder(URI.create(state.url(service) + "/q/health/ready"))
            .timeout(PATIENCE)
            .build();
    try {
      return http.send(request, BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException e) {
      return false;
    }
  }

  private boolean listens(Component component) {
    return state.places(component).stream().anyMatch(place -> place.listens(PATIENCE));
  }

  @Override
  public void close() {
    http.shutdownNow();
  }
}
