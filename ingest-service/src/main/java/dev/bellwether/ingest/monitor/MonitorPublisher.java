package dev.bellwether.ingest.monitor;

import dev.bellwether.contracts.kafka.RecordKey;
import dev.bellwether.contracts.monitor.Monitor;
import dev.bellwether.kit.messaging.AcknowledgedSend;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.kafka.Record;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.reactive.messaging.Channel;

/** Writes monitors to their topic. */
@ApplicationScoped
public class MonitorPublisher {

  private final MutinyEmitter<Record<String, Monitor>> monitors;

  public MonitorPublisher(
      @Channel("monitors_out") MutinyEmitter<Record<String, Monitor>> monitors) {
    this.monitors = monitors;
  }

  /** Returns once Kafka has it. */
  void publish(Monitor monitor) {
    send(Record.of(key(monitor.workspace(), monitor.id()), monitor));
  }

  /** Writes the null that says the monitor is gone. */
  void publishRemoval(String workspace, String id) {
    send(Record.of(key(workspace, id), null));
  }

  private void send(Record<String, Monitor> record) {
    AcknowledgedSend.await(() -> monitors.send(record));
  }

  private static String key(String workspace, String id) {
    return RecordKey.of(workspace, id).encode();
  }
}
