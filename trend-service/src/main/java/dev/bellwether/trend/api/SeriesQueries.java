package dev.bellwether.trend.api;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.bellwether.kit.problem.ProblemException;
import dev.bellwether.trend.watch.SeriesKey;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.state.HostInfo;
import org.jboss.logging.Logger;

/**
 * Answers what is asked of series, wherever they are: each is kept by one instance, and by others
 * as a copy. Where the one in charge does not answer, a copy does, and says so.
 */
final class SeriesQueries {

  private static final Logger LOG = Logger.getLogger(SeriesQueries.class);

  private final LocalSeries local;
  private final Instances instances;
  private final Neighbour neighbour;

  SeriesQueries(KafkaStreams streams, HostInfo self, ObjectMapper json) {
    this.local = new LocalSeries(streams);
    this.instances = new Instances(streams, self);
    this.neighbour = new Neighbour(json);
  }

  /**
   * A question as it came in.
   *
   * @param pathAndQuery as the caller sent it
   * @param authorization the caller's
   * @param passedOn whether another instance asks
   */
  record Question(String workspace, String pathAndQuery, String authorization, boolean passedOn) {}

  /**
   * Answers from whoever holds the key.
   *
   * @param type of the answer
   * @param here how it is answered by the one that holds it
   * @throws NotReadyException while nobody can answer
   */
  <T extends Marked<T>> T one(
      Question question, SeriesKey key, Class<T> type, Function<LocalSeries.View, T> here) {
    var holders = instances.holding(key);
    boolean inCharge = instances.isSelf(holders.inCharge());
    if (question.passedOn()) {
      return local.one(holders.partition(), inCharge, here);
    }
    NotReadyException failure = null;
    for (var host : holders.order()) {
      try {
        return instances.isSelf(host)
            ? local.one(holders.partition(), inCharge, here)
            : neighbour.ask(host, question.pathAndQuery(), question.authorization(), type);
      } catch (NotReadyException e) {
        LOG.debugf(e, "instance %s does not answer for a series", host);
        failure = e;
      }
    }
    throw new NotReadyException(failure);
  }

  /**
   * One page of all instances' series.
   *
   * @throws NotReadyException while nobody can answer
   */
  SeriesPage list(Question question, SeriesFilter filter) {
    if (question.passedOn()) {
      return local.list(question.workspace(), filter);
    }
    var everyone = instances.everyone();
    var pages = ask(everyone.hosts(), question, filter);
    if (pages.isEmpty()) {
      throw new NotReadyException(null);
    }
    var items =
        pages.stream()
            .flatMap(page -> page.series().stream())
            .sorted(Comparator.comparing(item -> order(question.workspace(), item)))
            .toList();
    boolean more = pages.stream().anyMatch(page -> page.next() != null);
    boolean complete = everyone.complete() && pages.size() == everyone.hosts().size();
    var page = LocalSeries.page(items, filter.limit());
    var next = page.next() != null || !more ? page.next() : items.getLast().id();
    return new SeriesPage(page.series(), next, complete ? null : true);
  }

  private static String order(String workspace, SeriesItem item) {
    return SeriesKey.ofId(workspace, item.id()).map(SeriesKey::encode).orElse("");
  }

  /** The pages of those that answer. */
  private List<SeriesPage> ask(List<HostInfo> hosts, Question question, SeriesFilter filter) {
    var pages = new ArrayList<SeriesPage>();
    try (var each = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<SeriesPage>> asked =
          hosts.stream().map(host -> each.submit(() -> ask(host, question, filter))).toList();
      for (var answer : asked) {
        try {
          pages.add(answer.get());
        } catch (ExecutionException e) {
          if (e.getCause() instanceof ProblemException refused) {
            throw refused;
          }
          LOG.debugf(e.getCause(), "an instance does not answer for its series");
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new NotReadyException(e);
    }
    return pages;
  }

  private SeriesPage ask(HostInfo host, Question question, SeriesFilter filter) {
    return instances.isSelf(host)
        ? local.list(question.workspace(), filter)
        : neighbour.ask(host, question.pathAndQuery(), question.authorization(), SeriesPage.class);
  }
}
