package dev.bellwether.gateway.routing;

import dev.bellwether.gateway.audit.AuditResource;
import dev.bellwether.gateway.identity.ApiKey;
import dev.bellwether.gateway.identity.KeyRing;
import dev.bellwether.gateway.identity.KeySecret;
import dev.bellwether.gateway.identity.Presented;
import dev.bellwether.gateway.upstream.Upstream;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * Where every request comes in. It gets an id; what is under {@code /v1} is looked up, let in by
 * its key and handed to its service; the gateway's own pages follow behind; all else is a 404.
 */
@ApplicationScoped
public class Door {

  private static final Logger LOG = Logger.getLogger(Door.class);

  // Before Quarkus' own routes, but after those that set headers
  private static final int FIRST = -150;
  private static final int LAST = 30_000;

  private static final List<HttpMethod> METHODS =
      List.of(
          HttpMethod.GET,
          HttpMethod.HEAD,
          HttpMethod.POST,
          HttpMethod.PUT,
          HttpMethod.PATCH,
          HttpMethod.DELETE,
          HttpMethod.OPTIONS);

  private static final String ALLOWED =
      METHODS.stream().map(HttpMethod::name).collect(Collectors.joining(", "));

  private final KeyRing keys;
  private final Relay relay;
  private final MentionPhrases phrases;
  private final Problems problems;

  public Door(KeyRing keys, Relay relay, MentionPhrases phrases, Problems problems) {
    this.keys = keys;
    this.relay = relay;
    this.phrases = phrases;
    this.problems = problems;
  }

  void hang(@Observes Router router) {
    router.route().order(FIRST).handler(this::receive);
    router.route().order(LAST).handler(context -> problems.noSuchPath(context.request()));
  }

  private void receive(RoutingContext context) {
    HttpServerRequest request = context.request();
    String id = RequestId.from(request.getHeader(RequestId.HEADER));
    context.response().putHeader(RequestId.HEADER, id);
    // The raw path decides, since it is what a service will read; Vert.x' router has already made
    // another of it
    String path = request.path();
    if (!RequestPath.isStraight(path)) {
      problems.noSuchPath(request);
    } else if (path.equals(AuditResource.PATH)) {
      authenticate(request, secret -> own(context, id, secret));
    } else if (MentionPhrases.mentionIn(path).isPresent()) {
      phrases(new Passage(context, Upstream.SENTIMENT, id));
    } else if (path.equals("/v1") || path.startsWith("/v1/")) {
      RouteTable.upstreamOf(path)
          .ifPresentOrElse(
              upstream -> admit(new Passage(context, upstream, id)),
              () -> problems.noSuchPath(request));
    } else {
      context.next();
    }
  }

  private void admit(Passage passage) {
    HttpServerRequest request = passage.request();
    if (!METHODS.contains(request.method())) {
      problems.methodNotAllowed(request, ALLOWED);
    } else if (request.authority() == null) {
      problems.noHost(request);
    } else {
      authenticate(
          request,
          secret ->
              lookUp(
                  request, passage.requestId(), secret, caller -> relay.forward(passage, caller)));
    }
  }

  private void phrases(Passage passage) {
    HttpServerRequest request = passage.request();
    if (!request.method().equals(HttpMethod.GET)) {
      problems.methodNotAllowed(request, MentionPhrases.METHODS);
    } else if (request.authority() == null) {
      problems.noHost(request);
    } else {
      authenticate(
          request,
          secret ->
              lookUp(
                  request,
                  passage.requestId(),
                  secret,
                  caller ->
                      phrases.answer(
                          passage,
                          caller,
                          MentionPhrases.mentionIn(request.path()).orElseThrow())));
    }
  }

  /** What the gateway itself answers; the resource behind looks at the caller's scopes. */
  private void own(RoutingContext context, String requestId, KeySecret secret) {
    lookUp(
        context.request(),
        requestId,
        secret,
        caller -> {
          context.put(AuditResource.CALLER, caller).put(AuditResource.REQUEST_ID, requestId);
          context.request().resume();
          context.next();
        });
  }

  private void authenticate(HttpServerRequest request, Consumer<KeySecret> next) {
    switch (Presented.in(request.getHeader("Authorization"), request.getHeader("X-API-Key"))) {
      case Presented.Nothing nothing -> problems.keyMissing(request);
      case Presented.Unreadable unreadable -> problems.keyRefused(request);
      case Presented.Key(KeySecret secret) -> next.accept(secret);
    }
  }

  private void lookUp(
      HttpServerRequest request, String requestId, KeySecret secret, Consumer<ApiKey> next) {
    // Nothing of the body may arrive before somebody is there to take it
    request.pause();
    Future.fromCompletionStage(keys.find(secret), Vertx.currentContext())
        .map(
            found -> {
              found.ifPresentOrElse(next, () -> problems.keyRefused(request));
              return found;
            })
        .onFailure(
            e -> {
              LOG.errorf(e, "request %s: the key could not be looked up", requestId);
              problems.keysUnavailable(request);
            });
  }
}
