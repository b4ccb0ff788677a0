package dev.bellwether.kit.request;

import dev.bellwether.kit.problem.Problem;
import dev.bellwether.kit.problem.ProblemException;
import io.quarkus.runtime.configuration.MemorySize;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Bodies may come as gzip, and are UTF-8. Vert.x could unpack as well ({@code
 * quarkus.http.enable-decompression}), but breaks the connection over gzip that is none.
 */
@Provider
public class BodyDecoding implements ReaderInterceptor {

  private final long limit;

  /**
   * @param limit most bytes of an unpacked body
   */
  public BodyDecoding(@ConfigProperty(name = "bellwether.http.unpacked-limit") MemorySize limit) {
    this.limit = limit.asLongValue();
  }

  @Override
  public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
    checkCharset(context.getMediaType());
    if (context.getType() == InputStream.class) {
      // Received before anything waits for it, so that a slow client holds nobody else up
      context.setInputStream(new ByteArrayInputStream(context.getInputStream().readAllBytes()));
    }
    String encoding = context.getHeaders().getFirst(HttpHeaders.CONTENT_ENCODING);
    if (encoding != null) {
      switch (encoding.strip().toLowerCase(Locale.ROOT)) {
        case "", "identity" -> {}
        case "gzip", "x-gzip" ->
            context.setInputStream(new PackedBody(context.getInputStream(), limit));
        default -> throw unknownEncoding();
      }
    }
    return context.proceed();
  }

  private static void checkCharset(MediaType type) {
    String charset = type == null ? null : type.getParameters().get(MediaType.CHARSET_PARAMETER);
    if (charset != null && !charset.matches("(?i)utf-?8|us-ascii")) {
      throw new ProblemException(
          415,
          "Unsupported charset",
          "The Content-Type declares another charset than UTF-8; convert the body to UTF-8 and say charset=utf-8,"
              + " or nothing.",
          HttpHeaders.CONTENT_TYPE);
    }
  }

  /** RFC 7694: the answer names the codings that are taken. */
  private static WebApplicationException unknownEncoding() {
    var problem =
        new Problem(
            "about:blank",
            "Unsupported content coding",
            415,
            "Content-Encoding may be gzip; send the body so packed, or plain without that header.",
            HttpHeaders.CONTENT_ENCODING);
    return new WebApplicationException(
        Response.fromResponse(problem.toResponse())
            .header(HttpHeaders.ACCEPT_ENCODING, "gzip, identity")
            .build());
  }
}
