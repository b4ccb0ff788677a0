package dev.bellwether.trend.alerting.outbox;

import dev.bellwether.trend.alerting.delivery.AlertMessage;
import dev.bellwether.trend.alerting.storage.AlertTitle;
import dev.bellwether.trend.alerting.storage.Claimed;
import dev.bellwether.trend.alerting.storage.PreparedAlert;
import dev.bellwether.trend.alerting.wording.SignalWording;
import dev.bellwether.trend.alerting.wording.SubjectNames;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/** Puts an alert into a message: the same one however often it is tried. */
public final class Composer {

  /** What people read; the rest is counted, and listed by the API. */
  static final int MOST_ITEMS = 20;

  private Composer() {}

  static AlertMessage message(Claimed claimed, PreparedAlert alert, SubjectNames names) {
    var wording = SignalWording.utc(claimed.workspace(), names);
    var items =
        alert.signals().stream()
            .map(signal -> new AlertMessage.Item(wording.line(signal), signal))
            .toList();
    String lines = items.stream().map(AlertMessage.Item::text).collect(Collectors.joining("\n"));
    int more = alert.count() - items.size();
    return new AlertMessage(
        claimed.id(),
        AlertMessage.RAISED,
        claimed.workspace(),
        alert.id(),
        alert.ruleName(),
        alert.at(),
        AlertTitle.counted(alert.title(), alert.count()),
        more > 0 ? lines + "\nand " + more + " more" : lines,
        items);
  }

  public static AlertMessage test(String id, String workspace, String channel, Instant now) {
    return new AlertMessage(
        id,
        AlertMessage.TEST,
        workspace,
        null,
        null,
        now,
        "Test of the channel " + channel,
        "Bellwether can reach this channel. Nothing has happened.",
        List.of());
  }
}
