package dev.bellwether.ingest.monitor.backfill;

import dev.bellwether.contracts.monitor.Monitor;
import dev.bellwether.ingest.archive.ArchiveScan.Place;
import java.time.Instant;
import java.util.List;

/**
 * A job that was claimed.
 *
 * @param monitor null when it was deleted
 * @param startsFrom posts before are left alone; null for none
 * @param place where the last page of the phase ended, or null
 * @param later mentions to come back to
 */
record BackfillJob(
    String workspace,
    String monitorId,
    int version,
    Monitor monitor,
    Instant startsFrom,
    Phase phase,
    Place place,
    List<String> later) {

  /** First what is to come in, then what is to go out. */
  enum Phase {
    ADD,
    REMOVE
  }

  BackfillJob at(Phase nextPhase, Place nextPlace) {
    return new BackfillJob(
        workspace, monitorId, version, monitor, startsFrom, nextPhase, nextPlace, later);
  }

  BackfillJob withLater(List<String> mentions) {
    return new BackfillJob(
        workspace, monitorId, version, monitor, startsFrom, phase, place, mentions);
  }

  boolean matchesNothing() {
    return monitor == null || !monitor.active();
  }
}
