package dev.bellwether.contracts.erasure;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.bellwether.contracts.kafka.Versioned;
import java.time.Instant;
import java.util.List;

/**
 * That mentions are to be gone. Value of the topic {@code erasures}; identity is (workspace, id).
 * It names neither post nor author: what is to be erased stands, as revisions with the cause {@code
 * erased}, on {@code mentions} before {@code through}. A service acknowledges once it has applied
 * all of those.
 *
 * @param schemaVersion {@link #SCHEMA_VERSION} when written
 * @param workspace whose it is; first part of the key
 * @param id of the erasure
 * @param scope "mention" or "author"
 * @param requestedAt when it was asked for
 * @param mentions how many mentions it erases; zero or more
 * @param through up to where {@code mentions} must have been read, a place a partition; partitions
 *     that hold nothing of it are left out
 */
public record Erasure(
    int schemaVersion,
    @JsonProperty(required = true) String workspace,
    @JsonProperty(required = true) String id,
    @JsonProperty(required = true) String scope,
    @JsonProperty(required = true) Instant requestedAt,
    long mentions,
    @JsonProperty(required = true) List<Place> through)
    implements Versioned {

  public static final int SCHEMA_VERSION = 1;

  public Erasure {
    through = List.copyOf(through);
  }

  /**
   * A place in the topic {@code mentions}.
   *
   * @param partition from 0
   * @param offset the first offset after what is to be erased
   */
  public record Place(int partition, long offset) {}
}
