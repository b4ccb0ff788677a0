package dev.bellwether.gateway.routing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.util.RawValue;
import dev.bellwether.gateway.GatewayLimits;
import dev.bellwether.gateway.audit.Audit;
import dev.bellwether.gateway.audit.AuditTrail;
import dev.bellwether.gateway.identity.ApiKey;
import dev.bellwether.gateway.identity.SignedIdentity;
import dev.bellwether.gateway.upstream.Upstream;
import dev.bellwether.gateway.upstream.UpstreamClient;
import dev.bellwether.gateway.upstream.UpstreamClient.Received;
import dev.bellwether.gateway.upstream.UpstreamFailure;
import dev.bellwether.gateway.upstream.UpstreamFailure.Kind;
import dev.bellwether.kit.identity.Scopes;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;

/**
 * {@code GET /v1/mentions/{id}/phrases}: no one service can answer it. Ingest has the mention's
 * words, sentiment reads words; neither may ask the other.
 */
@ApplicationScoped
public class MentionPhrases {

  static final String METHODS = "GET";

  private static final Logger LOG = Logger.getLogger(MentionPhrases.class);

  /** An id has a colon, which words such as {@code export} in its place have not. */
  private static final Pattern PATH =
      Pattern.compile("(/v1/mentions/[^/]*(?::|%3[Aa])[^/]*)/phrases");

  private static final List<String> SCOPES = List.of(Scopes.MENTIONS_READ, Scopes.SENTIMENT_READ);
  private static final String TEXT_PATH = "/v1/sentiment/phrases";
  private static final String JSON = "application/json";
  private static final int OK = 200;
  private static final int FIRST_ERROR = 400;
  private static final int UNAUTHORIZED = 401;
  private static final int BAD_GATEWAY = 502;

  private final UpstreamClient client;
  private final SignedIdentity identity;
  private final GatewayLimits limits;
  private final Audit audit;
  private final Problems problems;
  private final ObjectMapper json;
  private final Vertx vertx;

  public MentionPhrases(
      UpstreamClient client,
      SignedIdentity identity,
      GatewayLimits limits,
      Audit audit,
      Problems problems,
      ObjectMapper json,
      Vertx vertx) {
    this.client = client;
    this.identity = identity;
    this.limits = limits;
    this.audit = audit;
    this.problems = problems;
    this.json = json;
    this.vertx = vertx;
  }

  /**
   * Where the mention is, when the path asks for a mention's phrases.
   *
   * @param path raw, not decoded
   */
  static Optional<String> mentionIn(String path) {
    var asked = PATH.matcher(path);
    return asked.matches() ? Optional.of(asked.group(1)) : Optional.empty();
  }

  /** Answers the request; it must be paused. */
  void answer(Passage passage, ApiKey caller, String mentionPath) {
    HttpServerRequest request = passage.request();
    AuditTrail trail =
        audit.trail(
            caller, request.method().name(), request.path(), request.query(), passage.requestId());
    // here and not by sentiment, which would have ingest give the words away first
    var missing = SCOPES.stream().filter(scope -> !caller.scopes().contains(scope)).findFirst();
    if (missing.isPresent()) {
      trail.ended(403, null, null);
      problems.scopeMissing(request, missing.get());
      return;
    }
    passage.context().addEndHandler(end -> trail.ended(AuditTrail.GONE, null, null));
    var asked = new Asked(passage, trail, headers(passage, identity.tokenFor(caller)));
    ask(asked, Upstream.INGEST, HttpMethod.GET, mentionPath, Buffer.buffer())
        .compose(
            mention ->
                mention.status() == OK
                    ? phrases(asked, read(mention))
                    : passOn(asked, mention, Upstream.INGEST))
        .onFailure(failure -> failed(asked, failure));
  }

  /** One request under way. */
  private record Asked(Passage passage, AuditTrail trail, MultiMap headers) {

    HttpServerRequest request() {
      return passage.request();
    }

    String id() {
      return passage.requestId();
    }
  }

  private static MultiMap headers(Passage passage, String token) {
    MultiMap headers = MultiMap.caseInsensitiveMultiMap();
    for (String name : List.of("traceparent", "tracestate")) {
      String value = passage.request().getHeader(name);
      if (value != null) {
        headers.set(name, value);
      }
    }
    ForwardedHeaders.toService(headers, token, passage.requestId());
    return headers.set("Content-Type", JSON);
  }

  private Future<Received> ask(
      Asked asked, Upstream upstream, HttpMethod method, String path, Buffer body) {
    return client.exchange(upstream, method, path, asked.headers(), body, limits.responseTimeout());
  }

  private Future<Void> phrases(Asked asked, JsonNode mention) {
    return ask(asked, Upstream.SENTIMENT, HttpMethod.POST, TEXT_PATH, textOf(mention))
        .compose(
            phrases ->
                phrases.status() == OK
                    ? give(asked, composed(mention, phrases))
                    : passOn(asked, phrases, Upstream.SENTIMENT));
  }

  private JsonNode read(Received mention) {
    try {
      return json.readTree(mention.body().getBytes());
    } catch (IOException e) {
      throw new UpstreamFailure(Upstream.INGEST, Kind.BROKEN, e);
    }
  }

  /** What sentiment is asked; a language that ingest could not tell is not English. */
  private Buffer textOf(JsonNode mention) {
    return write(
        json.createObjectNode()
            .put("text", mention.path("text").asText(""))
            .put("language", mention.path("language").asText("und")));
  }

  private Buffer composed(JsonNode mention, Received phrases) {
    return write(
        json.createObjectNode()
            .put("mention", mention.path("id").asText())
            .put("revision", mention.path("revision").asLong())
            // as it came: a large tree need not be read to be passed on
            .putRawValue("phrases", new RawValue(phrases.body().toString())));
  }

  private Buffer write(JsonNode node) {
    try {
      return Buffer.buffer(json.writeValueAsBytes(node));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree can always be written", e);
    }
  }

  /** After its audit entry, as every answer that shows people's words. */
  private Future<Void> give(Asked asked, Buffer body) {
    return Future.fromCompletionStage(
            asked.trail().ended(OK, null, (long) body.length()), vertx.getOrCreateContext())
        .<Void>map(
            noted -> {
              asked.request().resume();
              asked
                  .request()
                  .response()
                  .putHeader("Content-Type", JSON)
                  .putHeader("Cache-Control", "no-store")
                  .end(body);
              return null;
            })
        .otherwise(
            failure -> {
              LOG.errorf("request %s: its audit entry could not be written", asked.id());
              problems.auditUnavailable(asked.request());
              return null;
            });
  }

  private Future<Void> passOn(Asked asked, Received answer, Upstream upstream) {
    int status = answer.status();
    if (status == UNAUTHORIZED) {
      LOG.errorf("request %s: %s refused the gateway's signature", asked.id(), upstream);
      asked.trail().ended(BAD_GATEWAY, null, null);
      problems.identityRefused(asked.request(), upstream);
    } else if (status < FIRST_ERROR) {
      throw new UpstreamFailure(upstream, Kind.BROKEN, null);
    } else {
      asked.trail().ended(status, null, null);
      problems.passOn(asked.request(), answer, upstream);
    }
    return Future.succeededFuture();
  }

  private void failed(Asked asked, Throwable failure) {
    if (asked.request().response().closed()) {
      return;
    }
    var known =
        failure instanceof UpstreamFailure it
            ? it
            : new UpstreamFailure(Upstream.SENTIMENT, Kind.BROKEN, failure);
    LOG.warnf(
        "request %s: no phrases, %s is %s: %s",
        asked.id(), known.upstream(), known.kind(), known.getCause());
    switch (known.kind()) {
      case UNREACHABLE -> {
        asked.trail().ended(503, null, null);
        problems.unreachable(asked.request(), known.upstream());
      }
      case SLOW -> {
        asked.trail().ended(504, null, null);
        problems.slow(asked.request(), known.upstream());
      }
      case BROKEN -> {
        asked.trail().ended(BAD_GATEWAY, null, null);
        problems.broken(asked.request(), known.upstream());
      }
    }
  }
}
