package dev.bellwether.ingest.monitor.backfill;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;

/**
 * A back-fill as people follow it.
 *
 * @param version of the monitor
 * @param scanned mentions looked at so far
 * @param total mentions to look at, as counted at the start; null before that
 * @param matched of those looked at, how many the monitor matches
 * @param added mentions that are in the monitor now and were not
 * @param removed mentions that were in it and are not any more
 * @param skipped mentions left as they were, because the archive did not get their last revision
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record BackfillStatus(
    BackfillState state,
    int version,
    long scanned,
    Long total,
    long matched,
    long added,
    long removed,
    long skipped,
    Instant requestedAt,
    Instant startedAt,
    Instant finishedAt) {}
