package dev.bellwether.contracts.kafka;

import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * A topic as a broker must be told of it.
 *
 * @param partitions at least 1
 * @param config broker settings of the topic, by their Kafka names
 */
public record TopicSpec(String name, int partitions, Map<String, String> config) {

  /**
   * What a dead letter may be: twice a broker's default for a record, so that the largest still
   * fits with its error in the headers.
   */
  public static final int DEAD_LETTER_BYTES = 2 * 1024 * 1024;

  /**
   * How long a record may stand on a broker's disk after a later one of its key has taken its
   * place: by then it is compacted, be it ever so little. Erasures promise it.
   */
  public static final Duration SUPERSEDED_KEPT = Duration.ofHours(24);

  /** How long a removal is there to be read, for who was away when it came. */
  private static final Duration REMOVALS_KEPT = Duration.ofDays(7);

  static TopicSpec compacted(String name, int partitions) {
    return new TopicSpec(name, partitions, Map.of("cleanup.policy", "compact"));
  }

  /** A compacted topic with what people wrote, or with something that leads to it. */
  static TopicSpec compactedSoon(String name, int partitions) {
    return new TopicSpec(
        name,
        partitions,
        Map.of(
            "cleanup.policy",
            "compact",
            "max.compaction.lag.ms",
            Long.toString(SUPERSEDED_KEPT.toMillis()),
            "delete.retention.ms",
            Long.toString(REMOVALS_KEPT.toMillis())));
  }

  /** A topic of happenings: each record is of its own, and goes when it is old. */
  static TopicSpec deleted(String name, int partitions, Duration kept) {
    return new TopicSpec(
        name,
        partitions,
        Map.of("cleanup.policy", "delete", "retention.ms", Long.toString(kept.toMillis())));
  }

  /**
   * One partition, so that the letters stand in the order in which they came. Compacted too, so
   * that a removal takes a post's letters away: of letters with one key only the last could be
   * replayed anyway, as a newer record of the key stands behind each other one.
   */
  static TopicSpec deadLetters(String topic, Duration kept) {
    return new TopicSpec(
        Topics.deadLettersOf(topic),
        1,
        Map.of(
            "cleanup.policy",
            "compact,delete",
            "retention.ms",
            Long.toString(kept.toMillis()),
            "max.compaction.lag.ms",
            Long.toString(SUPERSEDED_KEPT.toMillis()),
            "delete.retention.ms",
            Long.toString(kept.toMillis()),
            "max.message.bytes",
            Integer.toString(DEAD_LETTER_BYTES)));
  }

  /**
   * What to change of a topic that is there already, so that it keeps what erasures promise: what
   * is superseded goes soon enough, removals stay long enough, and dead letters are compacted as
   * well. Everything else about it is its operator's.
   *
   * @param found the topic's setting of a name
   */
  public Map<String, String> outdated(UnaryOperator<String> found) {
    var changes = new TreeMap<String, String>();
    if ("compact,delete".equals(config.get("cleanup.policy"))
        && "delete".equals(found.apply("cleanup.policy"))) {
      changes.put("cleanup.policy", "compact,delete");
    }
    change("max.compaction.lag.ms", (is, wanted) -> is > wanted, found, changes);
    change("delete.retention.ms", (is, wanted) -> is < wanted, found, changes);
    return changes;
  }

  private void change(
      String name,
      BiPredicate<Long, Long> wrong,
      UnaryOperator<String> found,
      Map<String, String> changes) {
    String wanted = config.get(name);
    String is = found.apply(name);
    if (wanted != null && is != null && wrong.test(Long.valueOf(is), Long.valueOf(wanted))) {
      changes.put(name, wanted);
    }
  }

  /** Whether a topic with this {@code cleanup.policy} cleans up as this one; the order is free. */
  public boolean hasCleanup(String found) {
    return cleanups(found).equals(cleanups(config.get("cleanup.policy")));
  }

  private static Set<String> cleanups(String policy) {
    return Arrays.stream(policy.split(",", -1)).map(String::strip).collect(Collectors.toSet());
  }

  /** A value as {@code kafka-configs.sh --add-config} takes it. */
  public static String onCommandLine(String value) {
    return value.contains(",") ? "[" + value + "]" : value;
  }

  public boolean isCompacted() {
    return "compact".equals(config.get("cleanup.policy"));
  }
}
