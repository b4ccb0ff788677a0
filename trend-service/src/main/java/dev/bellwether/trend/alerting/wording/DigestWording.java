package dev.bellwether.trend.alerting.wording;

import static dev.bellwether.trend.alerting.wording.PlainText.clip;
import static dev.bellwether.trend.alerting.wording.PlainText.oneLine;

import dev.bellwether.trend.alerting.wording.DigestReport.Alert;
import dev.bellwether.trend.alerting.wording.DigestReport.MonitorFigures;
import dev.bellwether.trend.alerting.wording.DigestReport.Topic;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Says a digest to people in plain English. */
public final class DigestWording {

  private static final int LONGEST_TITLE = 200;
  private static final int LONGEST_NAME = 120;

  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("EEE d MMM HH:mm", Locale.ENGLISH);
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);

  private final DigestReport report;
  private final ZoneId zone;

  private DigestWording(DigestReport report) {
    this.report = report;
    this.zone = ZoneId.of(report.zone());
  }

  /** Its name, its day, and what is most worth opening it for; at most 200 characters. */
  public static String title(DigestReport report) {
    String day = DAY.format(report.to().atZone(ZoneId.of(report.zone())));
    String first =
        Stream.concat(report.topics().stream().filter(Topic::isRising), report.topics().stream())
            .map(topic -> ": " + oneLine(topic.label()))
            .findFirst()
            .orElse("");
    return clip(oneLine(report.name()) + ", " + day + first, LONGEST_TITLE);
  }

  /** What has nothing to tell is left out, but for the first. */
  public static List<Section> sections(DigestReport report) {
    var wording = new DigestWording(report);
    return Stream.of(
            wording.summary(),
            wording.monitors(),
            wording.rising(),
            wording.topics(),
            wording.departures(),
            wording.alerts())
        .filter(section -> !section.lines().isEmpty())
        .toList();
  }

  /** All of it as plain text. */
  public static String text(DigestReport report) {
    var text = new ArrayList<String>();
    for (Section section : sections(report)) {
      text.add(section.heading());
      section.lines().forEach(line -> text.add("- " + line));
    }
    return String.join("\n", text);
  }

  private Section summary() {
    String time =
        "From " + moment(report.from()) + " to " + moment(report.to()) + " (" + zone.getId() + ")";
    int topics = report.topics().size() + report.moreTopics();
    int departures = report.departures().size() + report.moreDepartures();
    int alerts = report.alerts().size() + report.moreAlerts();
    String found =
        topics + departures + alerts == 0
            ? "Nothing stood out."
            : counted(topics, "topic")
                + ", "
                + counted(departures, "departure of a known series", "departures of known series")
                + ", "
                + counted(alerts, "alert");
    return new Section("In short", List.of(time, found));
  }

  private Section monitors() {
    return new Section(
        "Against the week before", report.monitors().stream().map(this::monitor).toList());
  }

  private String monitor(MonitorFigures figures) {
    var line = new StringBuilder(name(report.nameOf(figures.monitor()))).append(": ");
    if (figures.mentions() == null) {
      line.append("mentions unknown");
    } else {
      line.append(counted(figures.mentions(), "mention"))
          .append(change(figures.mentions(), figures.mentionsBefore()));
    }
    if (figures.negativeShare() != null) {
      line.append("; ").append(Figures.percent(figures.negativeShare())).append(" negative");
      if (figures.negativeShareBefore() != null) {
        line.append(", ").append(Figures.percent(figures.negativeShareBefore())).append(" before");
      }
    }
    return line.toString();
  }

  private static String change(long now, Long before) {
    if (before == null) {
      return "";
    }
    if (before == 0 || now == before) {
      return ", " + Figures.count(before) + " before";
    }
    double ratio = (double) now / before;
    return ", "
        + (ratio > 1 ? Figures.percent(ratio - 1) + " more" : Figures.percent(1 - ratio) + " fewer")
        + " than the "
        + Figures.count(before)
        + " before";
  }

  private Section rising() {
    return new Section(
        "Rising now",
        report.topics().stream().filter(Topic::isRising).map(this::risingTopic).toList());
  }

  private String risingTopic(Topic topic) {
    var line = new StringBuilder(named(topic));
    line.append(": ").append(Figures.number(topic.perHour())).append(" mentions an hour");
    if (topic.outlook() != null) {
      line.append("; the next 24 hours may bring ")
          .append(Figures.number(topic.outlook().median()))
          .append(" (nine in ten such forecasts lie between ")
          .append(Figures.number(topic.outlook().low90()))
          .append(" and ")
          .append(Figures.number(topic.outlook().high90()))
          .append(")");
    }
    return line.toString();
  }

  private Section topics() {
    var lines = new ArrayList<>(report.topics().stream().map(this::topic).toList());
    more(lines, report.moreTopics());
    return new Section("Topics", lines);
  }

  private String topic(Topic topic) {
    return named(topic)
        + ": "
        + counted(topic.mentions(), "mention")
        + " by "
        + counted(topic.authors(), "author")
        + "; began "
        + moment(topic.startedAt())
        + ", peak "
        + moment(topic.peakAt())
        + ", "
        + topic.state().name().toLowerCase(Locale.ROOT)
        + mood(topic);
  }

  private static String mood(Topic topic) {
    if (topic.mood() == null) {
      return "";
    }
    long scored = topic.mood().negative() + topic.mood().neutral() + topic.mood().positive();
    return scored == 0
        ? ""
        : "; mood "
            + Figures.percent((double) topic.mood().negative() / scored)
            + " negative, "
            + Figures.percent((double) topic.mood().positive() / scored)
            + " positive";
  }

  private Section departures() {
    var wording = new SignalWording(zone, report::nameOf);
    var lines = new ArrayList<>(report.departures().stream().map(wording::line).toList());
    more(lines, report.moreDepartures());
    return new Section("Departures of known series", lines);
  }

  private Section alerts() {
    var lines = new ArrayList<>(report.alerts().stream().map(this::alert).toList());
    more(lines, report.moreAlerts());
    return new Section("Alerts", lines);
  }

  private String alert(Alert alert) {
    return moment(alert.at()) + ": " + clip(oneLine(alert.title()), LONGEST_TITLE);
  }

  private static void more(List<String> lines, int more) {
    if (more > 0) {
      lines.add("and " + Figures.count(more) + " more");
    }
  }

  private String named(Topic topic) {
    return name(topic.label()) + " (" + name(report.nameOf(topic.monitor())) + ")";
  }

  private static String name(String text) {
    return clip(oneLine(text), LONGEST_NAME);
  }

  private static String counted(long count, String one) {
    return counted(count, one, one + "s");
  }

  private static String counted(long count, String one, String several) {
    return Figures.count(count) + " " + (count == 1 ? one : several);
  }

  private String moment(Instant at) {
    return MOMENT.format(at.atZone(zone));
  }
}
