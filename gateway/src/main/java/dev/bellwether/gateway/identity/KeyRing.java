package dev.bellwether.gateway.identity;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.bellwether.gateway.GatewayLimits;
import io.quarkus.virtual.threads.VirtualThreads;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;

/**
 * The keys in use, so that a busy client does not cost a look-up each call. Only good keys are
 * kept: a flood of invented ones cannot push them out, and a key works the moment it is made.
 */
@ApplicationScoped
public class KeyRing {

  private static final int MOST_KEYS = 10_000;

  private final KeyStore store;
  private final AsyncCache<String, ApiKey> byHash;

  public KeyRing(KeyStore store, GatewayLimits limits, @VirtualThreads ExecutorService executor) {
    this.store = store;
    this.byHash =
        Caffeine.newBuilder()
            .executor(executor)
            .maximumSize(MOST_KEYS)
            .expireAfterWrite(limits.keyCache())
            .buildAsync();
  }

  /**
   * The live key, or nothing; fails when it would have to be looked up and the database does not
   * answer.
   */
  public CompletionStage<Optional<ApiKey>> find(KeySecret secret) {
    // Null, which Caffeine does not keep, stands for "no such key"
    return byHash
        .get(secret.hashHex(), hash -> store.find(secret).orElse(null))
        .thenApply(Optional::ofNullable);
  }
}
