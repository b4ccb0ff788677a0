package dev.bellwether.local.demo;

import dev.bellwether.local.suite.SuiteException;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;

/**
 * How far the services have read in Kafka: what they are still about to read shows in no answer of
 * theirs.
 */
final class Reading implements AutoCloseable {
  private final Admin admin;

  Reading(String bootstrapServers) {
    this.admin =
        Admin.create(
            Map.<String, Object>of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers));
  }

  /**
   * The sum of all offsets that all consumer groups have committed: it rises for as long as any of
   * them reads.
   *
   * @throws SuiteException when the broker does not tell
   */
  long progress() {
    try {
      long sum = 0;
      for (var group : admin.listGroups().all().get()) {
        for (var offset :
            admin
                .listConsumerGroupOffsets(group.groupId())
                .partitionsToOffsetAndMetadata()
                .get()
                .values()) {
          sum += offset == null ? 0 : offset.offset();
        }
      }
      return sum;
    } catch (ExecutionException e) {
      throw new SuiteException(
          "the broker does not tell how far the services are: " + e.getCause().getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new SuiteException("interrupted", e);
    }
  }

  @Override
  public void close() {
    admin.close();
  }
}
