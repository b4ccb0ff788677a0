package dev.bellwether.ingest.silence;

import dev.bellwether.contracts.ads.AdPerformance;
import dev.bellwether.ingest.mention.Post;
import dev.bellwether.ingest.rows.Checked;
import dev.bellwether.ingest.rows.Checked.Valid;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jboss.logging.Logger;

/**
 * Notes that a source is alive. A source that sends all the time is written down every few seconds
 * only, and what goes wrong here fails no request: what came has been taken.
 */
@ApplicationScoped
public class Arrivals {

  private static final Logger LOG = Logger.getLogger(Arrivals.class);

  /** Far below the shortest silence. */
  private static final Duration FINEST = Duration.ofSeconds(5);

  private static final int MOST_REMEMBERED = 10_000;

  private record Known(String workspace, SourceName source) {}

  private final SourceStore store;
  private final Clock clock;
  private final boolean enabled;
  private final ConcurrentHashMap<Known, Instant> written = new ConcurrentHashMap<>();

  public Arrivals(SourceStore store, Clock clock, SilenceSettings settings) {
    this.store = store;
    this.clock = clock;
    this.enabled = settings.enabled();
  }

  /** After posts were taken: duplicates are a sign of life too, rejected rows are none. */
  public void ofPosts(String workspace, List<Checked<Post>> rows) {
    note(workspace, names(SourceName.MENTIONS, rows, Post::platform));
  }

  /** After figures were taken. */
  public void ofFigures(String workspace, List<Checked<AdPerformance>> rows) {
    note(workspace, names(SourceName.AD_PERFORMANCE, rows, AdPerformance::account));
  }

  private static <T> Collection<SourceName> names(
      String stream, List<Checked<T>> rows, Function<T, String> id) {
    var names = new TreeSet<SourceName>();
    for (Checked<T> row : rows) {
      if (row instanceof Valid<T>(T value)) {
        names.add(new SourceName(stream, id.apply(value)));
      }
    }
    return names;
  }

  /** A connector calls it with its own id once it has been answered, with or without news. */
  void note(String workspace, Collection<SourceName> sources) {
    if (!enabled || sources.isEmpty()) {
      return;
    }
    Instant now = clock.instant();
    SortedSet<SourceName> due = new TreeSet<>();
    for (SourceName source : sources) {
      Instant before = written.get(new Known(workspace, source));
      if (before == null || !now.isBefore(before.plus(FINEST))) {
        due.add(source);
      }
    }
    if (due.isEmpty()) {
      return;
    }
    try {
      store.arrived(workspace, due, now);
      if (written.size() > MOST_REMEMBERED) {
        written.clear();
      }
      due.forEach(source -> written.put(new Known(workspace, source), now));
    } catch (RuntimeException e) {
      LOG.warn("that a source has sent could not be noted", e);
    }
  }
}
