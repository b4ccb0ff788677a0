package dev.bellwether.campaign.suggestion;

import java.time.Instant;
import java.util.List;

/**
 * What should be suggested of an account now.
 *
 * @param topic what it is about; with account and monitor, one is open at most
 * @param at end of what it has seen (event time)
 * @param until when its reason is gone unless more is heard (event time)
 * @param reason for people, with the figures and how sure they are
 * @param keep share of its spend that a paused or lowered line keeps, 0 to 1; else null
 * @param shift share of the account's day to move, 0 to 1; else null
 * @param lines what to pause, lower or resume, or what the money should go to
 * @param pauses ids of the accepted suggestions that a resumption takes back; else empty
 */
public record Advice(
    SuggestionKind kind,
    String topic,
    Instant at,
    Instant until,
    String reason,
    Evidence evidence,
    Double keep,
    Double shift,
    List<AdLine> lines,
    List<String> pauses) {

  /** The topic of a storm, of which a monitor has one at a time. */
  public static final String STORM = "storm";

  /** The topic of taking a pause back. */
  public static final String AFTER_STORM = "after-storm";

  public Advice {
    lines = List.copyOf(lines);
    pauses = List.copyOf(pauses);
  }

  /** The topic of a trend. */
  public static String topicOf(String trend) {
    return "trend:" + trend;
  }

  /** The same advice for lines that were chosen when it was first given. */
  public Advice on(List<AdLine> chosen) {
    return new Advice(kind, topic, at, until, reason, evidence, keep, shift, chosen, pauses);
  }
}
