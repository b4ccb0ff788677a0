package dev.bellwether.sentiment.messaging;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;

/** Counts what has been published. */
@ApplicationScoped
class ScoreMetrics {

  private final MeterRegistry metrics;

  ScoreMetrics(MeterRegistry metrics) {
    this.metrics = metrics;
  }

  void count(Outcome outcome) {
    outcome
        .scores()
        .values()
        .forEach(
            written ->
                written
                    .value()
                    .ifPresent(
                        score ->
                            metrics
                                .counter(
                                    "bellwether.scored.mentions",
                                    "label",
                                    score.label().wireName(),
                                    "by",
                                    score.correctedAt() == null ? "model" : "person")
                                .increment()));
  }
}
