package dev.bellwether.contracts.kafka;

import dev.bellwether.contracts.ads.AdPerformance;
import dev.bellwether.contracts.budget.BudgetPlan;
import dev.bellwether.contracts.erasure.Erasure;
import dev.bellwether.contracts.erasure.ErasureAck;
import dev.bellwether.contracts.mention.Mention;
import dev.bellwether.contracts.monitor.Monitor;
import dev.bellwether.contracts.sentiment.Correction;
import dev.bellwether.contracts.sentiment.ScoredMention;
import dev.bellwether.contracts.signal.Signal;
import dev.bellwether.contracts.trend.Trend;
import java.util.List;

/**
 * Every kind of event. Schemas and the AsyncAPI document are made from this list and the records'
 * Javadoc (module {@code contract-docs}).
 */
public final class EventTypes {

  private static final String INGEST = "ingest-service";
  private static final String SENTIMENT = "sentiment-service";
  private static final String TREND = "trend-service";
  private static final String OPTIMIZER = "campaign-optimizer";

  public static final EventType MENTION =
      new EventType(
          Topics.MENTIONS,
          Mention.class,
          Mention.SCHEMA_VERSION,
          List.of("workspace", "id"),
          List.of("workspace", "id"),
          List.of(INGEST),
          List.of(INGEST, SENTIMENT, TREND));

  public static final EventType SCORED_MENTION =
      new EventType(
          Topics.SCORED_MENTIONS,
          ScoredMention.class,
          ScoredMention.SCHEMA_VERSION,
          List.of("workspace", "mentionId"),
          List.of("workspace", "mentionId"),
          List.of(SENTIMENT),
          List.of(INGEST, TREND));

  public static final EventType CORRECTION =
      new EventType(
          Topics.CORRECTIONS,
          Correction.class,
          Correction.SCHEMA_VERSION,
          List.of("workspace", "mentionId"),
          List.of("workspace", "mentionId"),
          List.of(SENTIMENT),
          List.of(SENTIMENT));

  public static final EventType MONITOR =
      new EventType(
          Topics.MONITORS,
          Monitor.class,
          Monitor.SCHEMA_VERSION,
          List.of("workspace", "id"),
          List.of("workspace", "id"),
          List.of(INGEST),
          List.of(SENTIMENT, TREND, OPTIMIZER));

  public static final EventType TREND_FOUND =
      new EventType(
          Topics.TRENDS,
          Trend.class,
          Trend.SCHEMA_VERSION,
          List.of("workspace", "monitor", "id"),
          List.of("workspace", "monitor", "id"),
          List.of(TREND),
          List.of(TREND, OPTIMIZER));

  public static final EventType AD_PERFORMANCE =
      new EventType(
          Topics.AD_PERFORMANCE,
          AdPerformance.class,
          AdPerformance.SCHEMA_VERSION,
          List.of(
              "workspace",
              "account",
              "campaign",
              "adSet",
              "ad",
              "segment",
              "window.start",
              "window.end",
              "window.timeZone"),
          List.of("workspace", "account"),
          List.of(INGEST),
          List.of(OPTIMIZER, TREND));

  public static final EventType BUDGET_PLAN =
      new EventType(
          Topics.BUDGET_PLANS,
          BudgetPlan.class,
          BudgetPlan.SCHEMA_VERSION,
          List.of("workspace", "account", "id"),
          List.of("workspace", "account", "id"),
          List.of(OPTIMIZER),
          List.of());

  public static final EventType SIGNAL =
      new EventType(
          Topics.SIGNALS,
          Signal.class,
          Signal.SCHEMA_VERSION,
          List.of("workspace", "kind"),
          List.of("workspace", "kind"),
          List.of(INGEST, TREND, OPTIMIZER),
          List.of(TREND, OPTIMIZER));

  public static final EventType ERASURE =
      new EventType(
          Topics.ERASURES,
          Erasure.class,
          Erasure.SCHEMA_VERSION,
          List.of("workspace", "id"),
          List.of("workspace", "id"),
          List.of(INGEST),
          List.of(INGEST, SENTIMENT, TREND));

  public static final EventType ERASURE_ACK =
      new EventType(
          Topics.ERASURE_ACKS,
          ErasureAck.class,
          ErasureAck.SCHEMA_VERSION,
          List.of("workspace", "erasure", "service"),
          List.of("workspace", "erasure", "service"),
          List.of(INGEST, SENTIMENT, TREND),
          List.of(INGEST));

  public static final List<EventType> ALL =
      List.of(
          MENTION,
          SCORED_MENTION,
          CORRECTION,
          MONITOR,
          TREND_FOUND,
          AD_PERFORMANCE,
          BUDGET_PLAN,
          SIGNAL,
          ERASURE,
          ERASURE_ACK);

  private EventTypes() {}

  /**
   * @throws IllegalArgumentException when no topic carries it
   */
  public static EventType of(Class<? extends Versioned> type) {
    return ALL.stream()
        .filter(event -> event.type().equals(type))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(type + " is on no topic"));
  }
}
