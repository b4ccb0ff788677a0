package dev.bellwether.contracts.sentiment;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.bellwether.contracts.kafka.Versioned;
import java.time.Instant;

/**
 * A person's word on how a mention feels; it wins over every model's. Value of the topic {@code
 * corrections}; identity is (workspace, mentionId). A null takes it back.
 *
 * @param schemaVersion {@link #SCHEMA_VERSION} when written
 * @param workspace whose it is; first part of the key
 * @param mentionId {@code platform:nativeId}, as in the mention
 * @param label what the person says; never {@link SentimentLabel#UNKNOWN}
 * @param correctedAt when they said so
 * @param correctedBy id of the key they used
 * @param modelLabel what a model had said, or null where none had
 * @param model which, or null
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Correction(
    int schemaVersion,
    @JsonProperty(required = true) String workspace,
    @JsonProperty(required = true) String mentionId,
    @JsonProperty(required = true) SentimentLabel label,
    @JsonProperty(required = true) Instant correctedAt,
    @JsonProperty(required = true) String correctedBy,
    SentimentLabel modelLabel,
    String model)
    implements Versioned {

  public static final int SCHEMA_VERSION = 1;
}
