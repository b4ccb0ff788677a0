package dev.bellwether.gateway.asyncapi;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The AsyncAPI document of the events behind the gateway; {@code contract-docs} makes it. */
@Path("/")
public class EventDocument {

  private final byte[] document = read();

  @GET
  @Path("asyncapi")
  public Response asyncApi() {
    return Response.ok(document, MediaType.APPLICATION_JSON_TYPE)
        .header(HttpHeaders.CACHE_CONTROL, "public, max-age=60")
        .build();
  }

  /** The same under the name that tools guess. */
  @GET
  @Path("asyncapi.json")
  public Response asyncApiJson() {
    return asyncApi();
  }

  private static byte[] read() {
    try (InputStream resource = EventDocument.class.getResourceAsStream("/asyncapi.json")) {
      if (resource == null) {
        throw new IllegalStateException("asyncapi.json is missing: build contract-docs first");
      }
      return resource.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
