package dev.bellwether.contracts.signal;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.bellwether.contracts.kafka.Versioned;
import java.time.Instant;
import java.util.List;

/**
 * Something that may be worth an alert. Value of the topic {@code signals}, which keeps it for 7
 * days. It names no author and no mention, so erasures need not reach it.
 *
 * @param schemaVersion {@link #SCHEMA_VERSION} when written
 * @param workspace whose it is; first part of the key
 * @param id made of what it says, not of chance: the same happening has the same id however often
 *     it is sent, at most 64 letters, digits, {@code .}, {@code _} and {@code -}
 * @param kind what has happened; second part of the key
 * @param subject what it has happened to: a monitor's, connector's or plan's id
 * @param series what was measured of the subject, such as {@code mentions}, {@code negative-share}
 *     or {@code cpc}; null where nothing was
 * @param label readable, such as a topic's strongest terms or a campaign's name; null where the
 *     subject says it all
 * @param at end of the bucket that showed it (event time)
 * @param value what was measured; null where nothing was
 * @param expected what its habit would have been; null where it has none
 * @param low with {@code high}: what nine in ten usual values lie between
 * @param high see {@code low}
 * @param score how sure it is, from 0 to 1; null where it is certain
 * @param mentions mentions it rests on; null where it rests on none
 * @param trend id of the trend it is about; null where it is about none
 * @param terms the topic's, strongest first
 * @param currency ISO 4217, where the values are money in whole units of it; else null
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Signal(
    int schemaVersion,
    @JsonProperty(required = true) String workspace,
    @JsonProperty(required = true) String id,
    @JsonProperty(required = true) SignalKind kind,
    @JsonProperty(required = true) String subject,
    String series,
    String label,
    @JsonProperty(required = true) Instant at,
    Double value,
    Double expected,
    Double low,
    Double high,
    Double score,
    Long mentions,
    String trend,
    List<String> terms,
    String currency)
    implements Versioned {

  public static final int SCHEMA_VERSION = 1;

  public Signal {
    terms = terms == null ? List.of() : List.copyOf(terms);
  }
}
