package dev.bellwether.gateway.health;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.bellwether.gateway.GatewayLimits;
import dev.bellwether.gateway.upstream.Upstream;
import dev.bellwether.gateway.upstream.UpstreamClient;
import io.smallrye.health.SmallRyeHealthReporter;
import io.vertx.core.Future;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.StreamSupport;

/**
 * How the whole suite is, as its services say: whether they are alive and ready, and whether events
 * flow. The names of failing checks are told and how far each topic's reader is; other data is not,
 * since it may hold addresses.
 */
@ApplicationScoped
public class SuiteHealth {

  private static final String HEALTH = "/q/health";
  private static final String GATEWAY = "gateway";

  private final UpstreamClient client;
  private final SmallRyeHealthReporter own;
  private final ObjectMapper json;
  private final GatewayLimits limits;
  private final AsyncCache<String, HealthReport> cache;

  public SuiteHealth(
      UpstreamClient client, SmallRyeHealthReporter own, ObjectMapper json, GatewayLimits limits) {
    this.client = client;
    this.own = own;
    this.json = json;
    this.limits = limits;
    this.cache = Caffeine.newBuilder().expireAfterWrite(limits.healthCache()).buildAsync();
  }

  /**
   * Never fails: what cannot be asked is down. Asked at the same time, it asks the services once.
   */
  public CompletionStage<HealthReport> now() {
    return cache.get(GATEWAY, (name, executor) -> ask());
  }

  private CompletableFuture<HealthReport> ask() {
    CompletableFuture<ServiceHealth> gateway =
        own.getHealthAsync()
            .map(health -> read(health.getPayload().toString()))
            .onFailure()
            .recoverWithItem(ServiceHealth.silent())
            .subscribeAsCompletionStage();
    List<Future<ServiceHealth>> services = Arrays.stream(Upstream.values()).map(this::ask).toList();
    return Future.all(services)
        .toCompletionStage()
        .toCompletableFuture()
        .thenCombine(gateway, (all, self) -> report(self, all.list()));
  }

  private static HealthReport report(ServiceHealth self, List<ServiceHealth> services) {
    Map<String, ServiceHealth> byName = new LinkedHashMap<>();
    byName.put(GATEWAY, self);
    for (Upstream upstream : Upstream.values()) {
      byName.put(upstream.label(), services.get(upstream.ordinal()));
    }
    return HealthReport.of(byName);
  }

  private Future<ServiceHealth> ask(Upstream upstream) {
    return client
        .get(upstream, HEALTH, limits.healthTimeout())
        .map(reply -> read(reply.body()))
        .otherwise(failure -> ServiceHealth.silent());
  }

  private ServiceHealth read(String body) {
    try {
      JsonNode health = json.readTree(body);
      List<String> failing =
          StreamSupport.stream(health.path("checks").spliterator(), false)
              .filter(check -> !"UP".equals(check.path("status").asText()))
              .map(check -> check.path("name").asText())
              .toList();
      return new ServiceHealth(
          "UP".equals(health.path("status").asText()) ? "UP" : "DOWN",
          failing,
          TopicsRead.in(health));
    } catch (JsonProcessingException e) {
      return ServiceHealth.silent();
    }
  }
}
