package dev.bellwether.gateway.openapi;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.concurrent.CompletionStage;

/**
 * Where a machine finds out what it can call: the merged OpenAPI document, and RFC 9727's catalog
 * that leads to it.
 */
@Path("/")
public class ContractResource {

  private static final String LINKSET =
      "application/linkset+json;profile=\"https://www.rfc-editor.org/info/rfc9727\"";

  // Relative references are resolved against the catalog's own address, so no Host header has to be
  // believed
  private static final String CATALOG =
      """
      {"linkset":[{"anchor":"/v1",\
      "service-desc":[{"href":"/openapi","type":"application/json"},\
      {"href":"/asyncapi","type":"application/json"}],\
      "service-doc":[{"href":"/","type":"text/html"}],\
      "status":[{"href":"/health","type":"application/json"}]}]}
      """;

  private final ApiDocument document;

  public ContractResource(ApiDocument document) {
    this.document = document;
  }

  @GET
  @Path("openapi")
  public CompletionStage<Response> openApi() {
    return document
        .text()
        .thenApply(
            text ->
                Response.ok(text, MediaType.APPLICATION_JSON_TYPE)
                    .header(HttpHeaders.CACHE_CONTROL, "public, max-age=60")
                    .build());
  }

  /** The same under the name that tools guess. */
  @GET
  @Path("openapi.json")
  public CompletionStage<Response> openApiJson() {
    return openApi();
  }

  @GET
  @Path(".well-known/api-catalog")
  public Response catalog() {
    return Response.ok(CATALOG).header(HttpHeaders.CONTENT_TYPE, LINKSET).build();
  }
}
