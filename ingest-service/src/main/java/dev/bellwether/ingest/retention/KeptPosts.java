package dev.bellwether.ingest.retention;

import dev.bellwether.ingest.mention.Post;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

/** Refuses posts that are older than their workspace keeps; a rule is known everywhere in 10 s. */
@ApplicationScoped
public class KeptPosts {

  private static final Duration FRESH = Duration.ofSeconds(10);

  private record Known(RetentionRules rules, Instant since) {}

  private final RetentionStore store;
  private final Clock clock;
  private final Map<String, Known> byWorkspace = new ConcurrentHashMap<>();

  public KeptPosts(RetentionStore store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  /**
   * Passes on posts that are kept; for the others it throws {@link
   * dev.bellwether.ingest.rows.InvalidRowException}.
   */
  public UnaryOperator<Post> of(String workspace) {
    Instant now = clock.instant();
    Known known = byWorkspace.get(workspace);
    if (known == null || known.since().plus(FRESH).isBefore(now)) {
      known = new Known(store.rules(workspace), now);
      byWorkspace.put(workspace, known);
    }
    RetentionRules rules = known.rules();
    return post -> rules.checked(post, now);
  }

  /** So that who changes a rule sees it at work at once, on this instance. */
  void forget(String workspace) {
    byWorkspace.remove(workspace);
  }
}
