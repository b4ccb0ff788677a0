package dev.bellwether.contracts.kafka;

import java.util.List;

/**
 * What goes over one topic, and between whom.
 *
 * @param topic one of {@link Topics}
 * @param type of the values
 * @param schemaVersion the version that is written, and the newest that is read
 * @param keyParts fields whose values are the parts of the {@link RecordKey}, in order; {@code
 *     field.inner} for a field of a field
 * @param partitionedBy the key parts whose hash chooses the partition; all of them but for {@code
 *     ad-performance}
 * @param writers the services that write it
 * @param readers the services that read it; empty where nobody does yet
 */
public record EventType(
    String topic,
    Class<? extends Versioned> type,
    int schemaVersion,
    List<String> keyParts,
    List<String> partitionedBy,
    List<String> writers,
    List<String> readers) {

  public EventType {
    keyParts = List.copyOf(keyParts);
    partitionedBy = List.copyOf(partitionedBy);
    writers = List.copyOf(writers);
    readers = List.copyOf(readers);
  }
}
