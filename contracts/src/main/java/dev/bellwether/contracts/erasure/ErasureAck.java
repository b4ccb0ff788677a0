package dev.bellwether.contracts.erasure;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.bellwether.contracts.kafka.Versioned;
import java.time.Instant;
import java.util.List;

/**
 * That a service holds nothing more of what an {@link Erasure} names. Value of the topic {@code
 * erasure-acks}; identity is (workspace, erasure, service).
 *
 * @param schemaVersion {@link #SCHEMA_VERSION} when written
 * @param workspace whose it is; first part of the key
 * @param erasure id of the erasure
 * @param service who says so, such as {@code sentiment-service}
 * @param erasedAt when it was done
 * @param remains what stays and why it names nobody, a sentence each; empty where nothing does
 */
public record ErasureAck(
    int schemaVersion,
    @JsonProperty(required = true) String workspace,
    @JsonProperty(required = true) String erasure,
    @JsonProperty(required = true) String service,
    @JsonProperty(required = true) Instant erasedAt,
    List<String> remains)
    implements Versioned {

  public static final int SCHEMA_VERSION = 1;

  public ErasureAck {
    remains = remains == null ? List.of() : List.copyOf(remains);
  }
}
