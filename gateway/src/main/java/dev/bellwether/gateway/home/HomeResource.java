package dev.bellwether.gateway.home;

import dev.bellwether.gateway.health.SuiteHealth;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.concurrent.CompletionStage;

/** {@code GET /}: what this is, whether it is well, and how to call it. */
@Path("/")
public class HomeResource {

  // 'unsafe-inline' is for the page's own style element; there is no script and nothing foreign to
  // be injected
  private static final String CONTENT_SECURITY =
      "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

  private final HomePage page;
  private final SuiteHealth health;

  public HomeResource(HomePage page, SuiteHealth health) {
    this.page = page;
    this.health = health;
  }

  @GET
  public CompletionStage<Response> home() {
    return health
        .now()
        .thenApply(
            report ->
                Response.ok(page.render(report))
                    .header(HttpHeaders.CONTENT_TYPE, "text/html;charset=UTF-8")
                    .header(HttpHeaders.CACHE_CONTROL, "no-store")
                    .header("Content-Security-Policy", CONTENT_SECURITY)
                    .header("Link", "</.well-known/api-catalog>; rel=\"api-catalog\"")
                    .build());
  }
}
