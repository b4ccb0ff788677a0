package dev.bellwether.gateway.home;

import dev.bellwether.gateway.health.HealthReport;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;

/**
 * The page for a person who opens the gateway in a browser: no script, nothing loaded from
 * anywhere.
 */
@ApplicationScoped
public class HomePage {

  private final String template;

  public HomePage() {
    this.template = read();
  }

  /**
   * The page in HTML. Only names and states that are our own words go into it, so nothing has to be
   * escaped.
   */
  public String render(HealthReport health) {
    String services =
        health.services().entrySet().stream()
            .map(
                entry ->
                    "<li class=\"%s\">%s: %s</li>"
                        .formatted(
                            entry.getValue().up() ? "up" : "down",
                            entry.getKey(),
                            entry.getValue().up() ? "up" : "down"))
            .collect(Collectors.joining("\n      "));
    return template
        .replace("{{state}}", health.up() ? "up" : "down")
        .replace("{{summary}}", health.up() ? "All services are up." : "Not all services are up.")
        .replace("{{services}}", services);
  }

  private static String read() {
    try (InputStream page = HomePage.class.getResourceAsStream("/home.html")) {
      return new String(page.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
