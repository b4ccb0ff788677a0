package dev.bellwether.trend.alerting.wording;

import static dev.bellwether.trend.alerting.wording.PlainText.clip;
import static dev.bellwether.trend.alerting.wording.PlainText.oneLine;

import dev.bellwether.contracts.signal.Signal;
import dev.bellwether.contracts.signal.SignalKind;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Says signals to people in plain English: what, where, how much against the usual, how sure, when.
 *
 * @param zone whose clock the times are of
 * @param names a readable name for a subject's id; the id where there is none
 */
public record SignalWording(ZoneId zone, UnaryOperator<String> names) {

  public static final SignalWording UTC =
      new SignalWording(ZoneOffset.UTC, UnaryOperator.identity());

  /** As {@link #UTC}, with the names of a workspace's monitors. */
  public static SignalWording utc(String workspace, SubjectNames names) {
    return new SignalWording(ZoneOffset.UTC, subject -> names.of(workspace, subject));
  }

  private static final int LONGEST_TITLE = 200;
  private static final int LONGEST_NAME = 120;

  /** From this ratio on "3 times the usual" is easier read than "200 % above it". */
  private static final double TIMES = 1.995;

  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

  private static final Map<String, String> SERIES =
      Map.of(
          "mentions", "Mentions",
          "negative-share", "Negative share",
          "ad-performance", "Ad figures",
          "cpc", "CPC",
          "cpm", "CPM",
          "cpa", "CPA",
          "ctr", "CTR",
          "roas", "ROAS",
          "spend", "Spend");

  /**
   * What an alert is called: its rule, and its first signal; at most 200 characters.
   *
   * @param signals at least one
   */
  public String title(String rule, List<Signal> signals) {
    String more = signals.size() > 1 ? " and " + (signals.size() - 1) + " more" : "";
    String title = oneLine(rule) + ": " + heading(signals.getFirst());
    return clip(title, LONGEST_TITLE - more.length()) + more;
  }

  /** A few words: what has happened, and where. */
  public String heading(Signal signal) {
    return switch (signal.kind()) {
      case SPIKE, DROP -> {
        String against = against(signal);
        yield against.isEmpty()
            ? seriesOf(signal) + (signal.kind() == SignalKind.SPIKE ? " jumped" : " fell")
            : seriesOf(signal) + ": " + against;
      }
      case SHIFT_UP -> seriesOf(signal) + " moved up to stay";
      case SHIFT_DOWN -> seriesOf(signal) + " moved down to stay";
      case NEGATIVE_SHARE ->
          signal.value() == null
              ? "Mentions of " + name(signal) + " turn negative"
              : Figures.percent(signal.value())
                  + " of mentions of "
                  + name(signal)
                  + " are negative";
      case NEW_TOPIC -> "New topic: " + topic(signal);
      case TOPIC_BACK -> "A topic is back: " + topic(signal);
      case CONNECTOR_SILENT -> source(signal) + " is silent";
      case CONNECTOR_BACK -> source(signal) + " sends again";
      case PACING_OFF -> "Pacing of " + name(signal) + " is off";
    };
  }

  /** One line that says it all. */
  public String line(Signal signal) {
    var line = new StringBuilder(what(signal));
    if (signal.score() != null) {
      line.append("; ").append(Figures.sureness(signal.score()));
    }
    return line.append("; ")
        .append(MINUTE.format(signal.at().atZone(zone)))
        .append(' ')
        .append(zone.equals(ZoneOffset.UTC) ? "UTC" : zone.getId())
        .toString();
  }

  private String what(Signal signal) {
    return switch (signal.kind()) {
      case SPIKE -> seriesOf(signal) + measured(signal, " jumped to ", " jumped") + usual(signal);
      case DROP -> seriesOf(signal) + measured(signal, " fell to ", " fell") + usual(signal);
      case SHIFT_UP ->
          seriesOf(signal)
              + measured(signal, " moved up to stay, to ", " moved up to stay")
              + usual(signal);
      case SHIFT_DOWN ->
          seriesOf(signal)
              + measured(signal, " moved down to stay, to ", " moved down to stay")
              + usual(signal);
      case NEGATIVE_SHARE -> negative(signal);
      case NEW_TOPIC -> "New topic around " + around(signal) + mentions(signal);
      case TOPIC_BACK -> "A topic is back around " + around(signal) + mentions(signal);
      case CONNECTOR_SILENT -> silent(signal);
      case CONNECTOR_BACK ->
          source(signal)
              + " sends again"
              + (signal.value() == null ? "" : " after " + span(signal.value()) + " of silence");
      case PACING_OFF -> pacing(signal);
    };
  }

  private static String measured(Signal signal, String with, String without) {
    return signal.value() == null ? without : with + amount(signal, signal.value());
  }

  /** The usual, and what nine in ten usual values lie between. */
  private static String usual(Signal signal) {
    String against = against(signal);
    var usual = new StringBuilder();
    if (!against.isEmpty()) {
      usual.append(", ").append(against).append(' ').append(amount(signal, signal.expected()));
    } else if (signal.expected() != null) {
      usual.append(", usual is ").append(amount(signal, signal.expected()));
    }
    return usual.append(interval(signal)).toString();
  }

  private static String interval(Signal signal) {
    return signal.low() == null || signal.high() == null
        ? ""
        : " (nine in ten lie between "
            + amount(signal, signal.low())
            + " and "
            + amount(signal, signal.high())
            + ")";
  }

  /** How far from the usual; empty where that says nothing, as of a share or a usual of nothing. */
  private static String against(Signal signal) {
    if (signal.value() == null
        || signal.expected() == null
        || isShare(signal)
        || !(signal.expected() > 0)
        || !Double.isFinite(signal.value())) {
      return "";
    }
    double ratio = signal.value() / signal.expected();
    if (ratio >= TIMES) {
      return Figures.ratio(ratio) + " times the usual";
    }
    return ratio >= 1
        ? Figures.percent(ratio - 1) + " above the usual"
        : Figures.percent(1 - ratio) + " below the usual";
  }

  private String negative(Signal signal) {
    if (signal.value() == null) {
      return heading(signal);
    }
    String of = signal.mentions() == null ? "" : "the " + Figures.count(signal.mentions()) + " ";
    return Figures.percent(signal.value())
        + " of "
        + of
        + "mentions of "
        + name(signal)
        + " are negative"
        + (signal.expected() == null ? "" : ", usual is " + Figures.percent(signal.expected()))
        + interval(signal);
  }

  private String silent(Signal signal) {
    return signal.value() == null
        ? heading(signal)
        : "Nothing from "
            + source(signal)
            + " for "
            + span(signal.value())
            + (signal.expected() == null
                ? ""
                : ", usually for " + span(signal.expected()) + " at most");
  }

  private String pacing(Signal signal) {
    if (signal.value() == null || signal.expected() == null) {
      return heading(signal);
    }
    String far = against(signal).replace(" the usual", "").replace(" times", " times as much as");
    return heading(signal)
        + ": "
        + amount(signal, signal.value())
        + (far.isEmpty() ? "" : ", " + far)
        + " the planned "
        + amount(signal, signal.expected())
        + interval(signal);
  }

  private static String mentions(Signal signal) {
    return signal.mentions() == null
        ? ""
        : "; "
            + Figures.count(signal.mentions())
            + (signal.mentions() == 1 ? " mention" : " mentions");
  }

  private String around(Signal signal) {
    return shown(names.apply(signal.subject())) + ": " + topic(signal);
  }

  private static String topic(Signal signal) {
    if (signal.label() != null) {
      return shown(signal.label());
    }
    return signal.terms().isEmpty() ? "no words" : shown(String.join(", ", signal.terms()));
  }

  /** Such as {@code Mentions of Acme}. */
  private String seriesOf(Signal signal) {
    return series(signal) + " of " + name(signal);
  }

  /** Such as {@code x (mentions)}. */
  private String source(Signal signal) {
    return name(signal)
        + (signal.series() == null ? "" : " (" + series(signal).toLowerCase(Locale.ROOT) + ")");
  }

  private static String series(Signal signal) {
    if (signal.series() == null) {
      return "A series";
    }
    String known = SERIES.get(signal.series());
    return known != null ? known : shown(signal.series().replace('-', ' '));
  }

  private String name(Signal signal) {
    return shown(signal.label() != null ? signal.label() : names.apply(signal.subject()));
  }

  private static String shown(String text) {
    return clip(oneLine(text), LONGEST_NAME);
  }

  private static String amount(Signal signal, double value) {
    if (isShare(signal)) {
      return Figures.percent(value);
    }
    return signal.currency() == null
        ? Figures.number(value)
        : Figures.money(value, signal.currency());
  }

  private static boolean isShare(Signal signal) {
    return signal.kind() == SignalKind.NEGATIVE_SHARE
        || "ctr".equals(signal.series())
        || signal.series() != null && signal.series().endsWith("-share");
  }

  private static String span(double seconds) {
    return Figures.span(Duration.ofSeconds((long) Math.max(0, Math.min(seconds, 1e12))));
  }
}
