package dev.bellwether.ingest.rows;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;

/** Counts what became of the rows that came in, by kind and outcome. */
@ApplicationScoped
public class RowCount {

  private final MeterRegistry metrics;

  public RowCount(MeterRegistry metrics) {
    this.metrics = metrics;
  }

  /**
   * @param kind the path's last part, such as {@code mentions}
   */
  public BatchAnswer count(String kind, BatchAnswer answer) {
    count(kind, "accepted", answer.accepted());
    count(kind, "duplicate", answer.duplicate());
    count(kind, "rejected", answer.rejected());
    return answer;
  }

  private void count(String kind, String outcome, int rows) {
    metrics.counter("bellwether.rows", "kind", kind, "outcome", outcome).increment(rows);
  }
}
