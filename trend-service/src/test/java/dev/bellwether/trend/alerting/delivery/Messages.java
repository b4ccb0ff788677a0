package dev.bellwether.trend.alerting.delivery;

import dev.bellwether.contracts.signal.Signal;
import dev.bellwether.contracts.signal.SignalKind;
import java.time.Instant;
import java.util.List;

/** Messages for tests. */
final class Messages {

  static final Instant AT = Instant.parse("2026-11-22T10:00:00Z");

  private Messages() {}

  static AlertMessage alert() {
    var spike =
        new Signal(
            1,
            "acme",
            "spike.m1.mentions.1795341600",
            SignalKind.SPIKE,
            "m1",
            "mentions",
            "Lid & Co <main>",
            AT,
            412.0,
            120.5,
            80.0,
            171.0,
            0.997,
            412L,
            null,
            List.of(),
            null);
    var topic =
        new Signal(
            1,
            "acme",
            "new-topic.m1.t1",
            SignalKind.NEW_TOPIC,
            "m1",
            null,
            "lid, leak",
            AT.plusSeconds(600),
            null,
            null,
            null,
            null,
            0.9,
            60L,
            "t1",
            List.of("lid", "leak"),
            null);
    return new AlertMessage(
        "msg_0001",
        AlertMessage.RAISED,
        "acme",
        "alert-7",
        "Watch the lids",
        AT,
        "Watch the lids: Lid & Co <main> and 1 more",
        "Mentions of Lid & Co <main>: 412\nA new topic: lid, leak",
        List.of(
            new AlertMessage.Item("Mentions of Lid & Co <main>: 412", spike),
            new AlertMessage.Item("A new topic: lid, leak", topic)));
  }

  static AlertMessage test() {
    return new AlertMessage(
        "msg_0002",
        AlertMessage.TEST,
        "acme",
        null,
        "Watch the lids",
        AT,
        "A test of Watch the lids",
        "Nothing has happened: somebody tries this channel.",
        List.of());
  }
}
