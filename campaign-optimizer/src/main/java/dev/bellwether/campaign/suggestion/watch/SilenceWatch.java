package dev.bellwether.campaign.suggestion.watch;

import dev.bellwether.campaign.suggestion.storage.Known;
import dev.bellwether.campaign.suggestion.storage.SuggestionChores;
import dev.bellwether.kit.storage.WorkspaceTransaction;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import org.jboss.logging.Logger;

/**
 * Lets suggestions lapse whose workspace has fallen silent: without news event time stands still.
 * History that was played back is open for as long after its last news as it would be live.
 */
@ApplicationScoped
class SilenceWatch {

  private static final Logger LOG = Logger.getLogger(SilenceWatch.class);

  private final SuggestionChores chores;
  private final Known known;
  private final Suggesting suggesting;
  private final WorkspaceTransaction transactions;
  private final SuggestionSettings settings;
  private final Clock clock = Clock.systemUTC();

  SilenceWatch(
      SuggestionChores chores,
      Known known,
      Suggesting suggesting,
      WorkspaceTransaction transactions,
      SuggestionSettings settings) {
    this.chores = chores;
    this.known = known;
    this.suggesting = suggesting;
    this.transactions = transactions;
    this.settings = settings;
  }

  @Scheduled(
      every = "${bellwether.suggestions.every:5m}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  @RunOnVirtualThread
  void look() {
    try {
      var now = clock.instant();
      for (var monitor : chores.silent(now.minus(settings.silentFor()), now)) {
        calm(monitor);
      }
      chores.forgetBefore(now.minus(settings.kept()));
    } catch (RuntimeException e) {
      LOG.warn("suggestions that nothing is heard of are looked for again in the next round", e);
    }
  }

  private void calm(SuggestionChores.Silent monitor) {
    String workspace = monitor.workspace();
    transactions.inWorkspace(
        workspace,
        connection -> {
          known.lock(connection, workspace);
          var now = clock.instant();
          var watch = known.watch(connection, workspace, monitor.monitor());
          known.put(connection, workspace, monitor.monitor(), watch.at(now, settings.rules()));
          suggesting.judge(connection, workspace, monitor.monitor(), now);
          return null;
        });
  }
}
