package dev.bellwether.gateway.openapi;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import dev.bellwether.gateway.GatewayLimits;
import dev.bellwether.gateway.upstream.Upstream;
import dev.bellwether.gateway.upstream.UpstreamClient;
import io.vertx.core.Future;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * The API of the whole suite, made from what the services say of themselves. A service that is down
 * is described as it was when last seen; one never seen is named in {@code x-bellwether-missing}.
 */
@ApplicationScoped
public class ApiDocument {

  private static final Logger LOG = Logger.getLogger(ApiDocument.class);
  private static final String OPENAPI = "/q/openapi?format=json";
  private static final String KEY = "document";

  private record Merged(String text, boolean fresh) {}

  private final UpstreamClient client;
  private final ObjectMapper json;
  private final GatewayLimits limits;
  private final String version;
  private final Map<Upstream, JsonNode> lastSeen = new ConcurrentHashMap<>();
  private final AsyncCache<String, Merged> cache;

  public ApiDocument(
      UpstreamClient client,
      ObjectMapper json,
      GatewayLimits limits,
      @ConfigProperty(name = "quarkus.application.version") String version) {
    this.client = client;
    this.json = json;
    this.limits = limits;
    this.version = version;
    this.cache =
        Caffeine.newBuilder()
            .expireAfter(
                Expiry.<String, Merged>creating(
                    (key, merged) ->
                        merged.fresh() ? limits.openapiCache() : limits.openapiRetry()))
            .buildAsync();
  }

  /** The document as JSON. */
  public CompletionStage<String> text() {
    return cache.get(KEY, (key, executor) -> merge()).thenApply(Merged::text);
  }

  private CompletableFuture<Merged> merge() {
    List<Future<Boolean>> asked = Arrays.stream(Upstream.values()).map(this::ask).toList();
    return Future.all(asked)
        .map(all -> new Merged(write(), all.<Boolean>list().stream().allMatch(seen -> seen)))
        .toCompletionStage()
        .toCompletableFuture();
  }

  /** True when the service has described itself just now. */
  private Future<Boolean> ask(Upstream upstream) {
    return client
        .get(upstream, OPENAPI, limits.healthTimeout())
        .map(reply -> reply.status() == 200 && remember(upstream, reply.body()))
        .otherwise(failure -> false);
  }

  private boolean remember(Upstream upstream, String body) {
    Optional<JsonNode> document = read(upstream, body);
    document.ifPresent(described -> lastSeen.put(upstream, described));
    return document.isPresent();
  }

  private Optional<JsonNode> read(Upstream upstream, String body) {
    try {
      return Optional.of(json.readTree(body)).filter(JsonNode::isObject);
    } catch (JsonProcessingException e) {
      LOG.warnf("%s describes its API in what is no JSON", upstream);
      return Optional.empty();
    }
  }

  private String write() {
    var merge = new DocumentMerge();
    List<Upstream> known = Arrays.stream(Upstream.values()).filter(lastSeen::containsKey).toList();
    known.forEach(upstream -> merge.add(upstream, lastSeen.get(upstream)));
    ObjectNode document = merge.document(version);
    if (known.size() < Upstream.values().length) {
      var missing = document.putArray("x-bellwether-missing");
      Arrays.stream(Upstream.values())
          .filter(upstream -> !known.contains(upstream))
          .forEach(upstream -> missing.add(upstream.label()));
    }
    try {
      return json.writeValueAsString(document);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree can always be written", e);
    }
  }
}
