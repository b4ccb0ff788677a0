package dev.bellwether.gateway.health;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * How far a service is with a topic that it reads.
 *
 * @param lag records that wait at the broker; absent before its consumer knows
 * @param lastEventAgeSeconds since it worked off the last one, or since its start
 * @param lastError the kind of what last failed; absent where nothing did
 * @param lastErrorAgeSeconds since then
 * @param stillForSeconds how long records have waited without one being worked off; present only
 *     where that is too long
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TopicHealth(
    Long lag,
    Long lastEventAgeSeconds,
    String lastError,
    Long lastErrorAgeSeconds,
    Long stillForSeconds) {}
