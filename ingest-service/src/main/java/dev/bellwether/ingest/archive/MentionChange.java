package dev.bellwether.ingest.archive;

import dev.bellwether.contracts.mention.Cause;
import dev.bellwether.contracts.mention.Engagement;
import dev.bellwether.contracts.mention.Mention;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What events do to the archive's rows of one mention.
 *
 * @param erased whether everything stored of it goes first
 * @param staleTimes the times of rows that give way because the mention's own time is another now
 * @param latest the revision to store, or null where nothing is newer than what is stored
 * @param figuresSince since when {@code latest} has had its engagement
 * @param past figures that {@code latest} no longer has, oldest first
 */
record MentionChange(
    String id,
    boolean erased,
    Set<Instant> staleTimes,
    Mention latest,
    Instant figuresSince,
    List<Figures> past) {

  /**
   * Engagement from a time on.
   *
   * @param revision the last that had it
   */
  record Figures(int revision, Instant since, Engagement engagement) {}

  /**
   * One record of the topic.
   *
   * @param mention null for a tombstone
   * @param at when the broker took it
   */
  record Revision(Mention mention, Instant at) {

    boolean isGone() {
      return mention == null || mention.cause() == Cause.ERASED;
    }
  }

  /** PostgreSQL keeps microseconds. */
  static Instant stored(Instant time) {
    return time.truncatedTo(ChronoUnit.MICROS);
  }

  /**
   * @param stored the rows there are: none, one, or several of different times
   * @param revisions in the order of the topic
   */
  static MentionChange of(String id, List<StoredMention> stored, List<Revision> revisions) {
    boolean erased = false;
    Figures figures = null;
    for (StoredMention row : stored) {
      if (figures == null || row.revision() > figures.revision()) {
        figures = new Figures(row.revision(), row.figuresSince(), row.engagement());
      }
    }
    int revision = figures == null ? 0 : figures.revision();
    Mention latest = null;
    var past = new ArrayList<Figures>();
    for (Revision next : revisions) {
      if (next.isGone()) {
        // What was before says nothing about what comes after: revisions may begin anew
        erased = true;
        revision = 0;
        figures = null;
        latest = null;
        past.clear();
      } else if (next.mention().revision() > revision) {
        latest = next.mention();
        revision = latest.revision();
        boolean same = figures != null && figures.engagement().equals(latest.engagement());
        if (figures != null && !same) {
          past.add(figures);
        }
        figures = new Figures(revision, same ? figures.since() : next.at(), latest.engagement());
      }
    }
    return new MentionChange(
        id,
        erased,
        latest == null || erased ? Set.of() : otherTimes(stored, stored(latest.createdAt())),
        latest,
        figures == null ? null : figures.since(),
        List.copyOf(past));
  }

  private static Set<Instant> otherTimes(List<StoredMention> stored, Instant now) {
    var times = new LinkedHashSet<Instant>();
    stored.stream().map(StoredMention::createdAt).filter(at -> !at.equals(now)).forEach(times::add);
    return times;
  }
}
