package dev.bellwether.trend.alerting.delivery;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.bellwether.contracts.signal.Signal;
import dev.bellwether.trend.alerting.wording.DigestReport;
import dev.bellwether.trend.alerting.wording.DigestWording;
import dev.bellwether.trend.alerting.wording.Section;
import java.time.Instant;
import java.util.List;

/**
 * What a channel is told.
 *
 * @param id of the delivery: the same however often it is tried ({@code webhook-id}, an e-mail's
 *     Message-ID); letters, digits, {@code -} and {@code _}
 * @param type {@code alert.raised}, {@code alert.test} or {@code digest.made}
 * @param alert the alert's id; null for a test and a digest
 * @param rule the rule's name; null for a digest
 * @param at when it happened (event time)
 * @param title one line of plain text, at most 200 characters
 * @param text plain text; a line an item
 * @param items what it is about, oldest first; empty for a test
 * @param digest what a digest tells; null for all else
 */
public record AlertMessage(
    String id,
    String type,
    String workspace,
    String alert,
    String rule,
    Instant at,
    String title,
    String text,
    List<Item> items,
    DigestReport digest) {

  public static final String RAISED = "alert.raised";
  public static final String TEST = "alert.test";
  public static final String DIGEST = "digest.made";

  @JsonCreator
  public AlertMessage {
    items = List.copyOf(items);
  }

  /** An alert's, or a test's. */
  public AlertMessage(
      String id,
      String type,
      String workspace,
      String alert,
      String rule,
      Instant at,
      String title,
      String text,
      List<Item> items) {
    this(id, type, workspace, alert, rule, at, title, text, items, null);
  }

  /** As people read it; an alert has one section, and no heading. */
  List<Section> sections() {
    return digest == null
        ? List.of(new Section(null, text.lines().toList()))
        : DigestWording.sections(digest);
  }

  /**
   * @param text one line that says the signal to a person
   */
  public record Item(String text, Signal signal) {}
}
