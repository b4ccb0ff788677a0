package dev.bellwether.contracts.kafka;

import java.time.Duration;
import java.util.List;

/**
 * The topics of the suite. A compacted topic keeps only the last record of a key, so each record on
 * it is whole, never a delta.
 */
public final class Topics {

  /**
   * Every mention as it now is. Key: {@link RecordKey#of(String, String) workspace, mention id}.
   */
  public static final String MENTIONS = "mentions";

  /** The score of a mention's revision. Key as {@link #MENTIONS}. */
  public static final String SCORED_MENTIONS = "scored-mentions";

  /** What people say a mention feels. Key as {@link #MENTIONS}, and its partition too. */
  public static final String CORRECTIONS = "corrections";

  /** Every monitor as it now is. Key: workspace, monitor id. */
  public static final String MONITORS = "monitors";

  /** Every trend as it now is. Key: workspace, monitor, topic id. */
  public static final String TRENDS = "trends";

  /** Ad figures. Key: the row's whole identity; partitioned by account. */
  public static final String AD_PERFORMANCE = "ad-performance";

  /** Every budget plan as it now is. Key: workspace, account, plan id. */
  public static final String BUDGET_PLANS = "budget-plans";

  /** Anything that may be worth an alert. Key: workspace, kind. */
  public static final String SIGNALS = "signals";

  /** What is to be erased. Key: workspace, erasure id. */
  public static final String ERASURES = "erasures";

  /** Who has erased it. Key: workspace, erasure id, service. */
  public static final String ERASURE_ACKS = "erasure-acks";

  /** Long enough for alerting to be away over a week-end. */
  private static final Duration SIGNALS_KEPT = Duration.ofDays(7);

  /** No longer, since they may hold personal data. */
  private static final Duration DEAD_LETTERS_KEPT = Duration.ofDays(7);

  /**
   * Partitions of the topics that carry every post. It bounds how far one consumer group spreads
   * and can only be raised by re-keying, so it is set above what one machine needs.
   */
  public static final int POST_PARTITIONS = 4;

  /** What a broker must hold before the first service starts. */
  public static final List<TopicSpec> ALL =
      List.of(
          TopicSpec.compactedSoon(MENTIONS, POST_PARTITIONS),
          TopicSpec.compactedSoon(SCORED_MENTIONS, POST_PARTITIONS),
          TopicSpec.compactedSoon(CORRECTIONS, POST_PARTITIONS),
          TopicSpec.compacted(MONITORS, 1),
          TopicSpec.compactedSoon(TRENDS, 1),
          TopicSpec.compacted(AD_PERFORMANCE, POST_PARTITIONS),
          TopicSpec.compacted(BUDGET_PLANS, 1),
          TopicSpec.deleted(SIGNALS, 1, SIGNALS_KEPT),
          TopicSpec.compacted(ERASURES, 1),
          TopicSpec.compacted(ERASURE_ACKS, 1),
          TopicSpec.deadLetters(MENTIONS, DEAD_LETTERS_KEPT),
          TopicSpec.deadLetters(SCORED_MENTIONS, DEAD_LETTERS_KEPT),
          TopicSpec.deadLetters(CORRECTIONS, DEAD_LETTERS_KEPT),
          TopicSpec.deadLetters(MONITORS, DEAD_LETTERS_KEPT),
          TopicSpec.deadLetters(TRENDS, DEAD_LETTERS_KEPT),
          TopicSpec.deadLetters(AD_PERFORMANCE, DEAD_LETTERS_KEPT),
          TopicSpec.deadLetters(BUDGET_PLANS, DEAD_LETTERS_KEPT),
          TopicSpec.deadLetters(SIGNALS, DEAD_LETTERS_KEPT),
          TopicSpec.deadLetters(ERASURES, DEAD_LETTERS_KEPT),
          TopicSpec.deadLetters(ERASURE_ACKS, DEAD_LETTERS_KEPT));

  private Topics() {}

  /** The topic that takes the records of {@code topic} which a consumer could not read. */
  public static String deadLettersOf(String topic) {
    return topic + "-dlq";
  }
}
