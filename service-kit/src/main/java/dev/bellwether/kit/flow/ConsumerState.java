package dev.bellwether.kit.flow;

import java.util.Map;
import java.util.function.Predicate;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;

/**
 * What a Kafka consumer says of itself in its metrics, which any thread may read at any time
 * without waiting.
 *
 * @param connected whether a connection to a broker stands
 * @param secondsSincePoll since its thread last asked for records; -1 before the first time
 * @param secondsSinceHeartbeat since it last told its group that it lives; -1 before the first time
 * @param joined whether the group has given it a share, be it an empty one
 * @param lag records that the broker has and this consumer has not fetched, over its partitions
 */
public record ConsumerState(
    boolean connected,
    double secondsSincePoll,
    double secondsSinceHeartbeat,
    boolean joined,
    long lag) {

  /**
   * @param clients which client ids belong to the consumer, where metrics of several are mixed
   */
  public static ConsumerState of(
      Map<MetricName, ? extends Metric> metrics, Predicate<String> clients) {
    return of(metrics, clients, topic -> true);
  }

  /**
   * Of a consumer that reads several topics.
   *
   * @param topics whose records the lag counts
   */
  public static ConsumerState of(
      Map<MetricName, ? extends Metric> metrics,
      Predicate<String> clients,
      Predicate<String> topics) {
    double connections = 0;
    double poll = -1;
    double heartbeat = -1;
    double rebalances = 0;
    double lag = 0;
    for (Metric metric : metrics.values()) {
      MetricName name = metric.metricName();
      if (!clients.test(name.tags().getOrDefault("client-id", ""))
          || !(metric.metricValue() instanceof Double value)
          || value.isNaN()) {
        continue;
      }
      switch (name.group() + "/" + name.name()) {
        case "consumer-metrics/connection-count" -> connections += value;
        case "consumer-metrics/last-poll-seconds-ago" -> poll = Math.max(poll, value);
        case "consumer-coordinator-metrics/last-heartbeat-seconds-ago" ->
            heartbeat = Math.max(heartbeat, value);
        case "consumer-coordinator-metrics/rebalance-total" -> rebalances += value;
        case "consumer-fetch-manager-metrics/records-lag" ->
            lag += topics.test(name.tags().get("topic")) ? Math.max(0, value) : 0;
        default -> {}
      }
    }
    return new ConsumerState(connections >= 1, poll, heartbeat, rebalances >= 1, Math.round(lag));
  }
}
