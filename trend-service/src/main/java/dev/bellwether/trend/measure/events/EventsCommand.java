package dev.bellwether.trend.measure.events;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.bellwether.trend.detection.Buckets;
import dev.bellwether.trend.detection.Detector;
import dev.bellwether.trend.detection.Sensitivity;
import dev.bellwether.trend.detection.TermExtractor;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Measures how early events are found in everyday talk, and how often an alarm is false. */
@Command(
    name = "events",
    mixinStandardHelpOptions = true,
    description = "Recall, precision and delay of emerging topics on events in real tweets.")
public final class EventsCommand implements Callable<Integer> {

  private static final int DENSER = 3;

  @Parameters(paramLabel = "DIR", description = "T6/*.csv and T26/*/tweets_labeled.csv.")
  Path directory;

  @Option(
      names = "--seeds",
      defaultValue = "5",
      description = "How many times the events are placed anew. Default: ${DEFAULT-VALUE}")
  int seeds;

  @Option(
      names = "--first-seed",
      defaultValue = "1",
      description = "The others follow it. Default: ${DEFAULT-VALUE}")
  long firstSeed;

  @Option(
      names = "--pace",
      defaultValue = "17",
      description = "Tweets of an event an hour. Default: ${DEFAULT-VALUE}")
  double pace;

  @Option(
      names = "--tweets",
      defaultValue = "10000",
      description = "At most so many of each event are played. Default: ${DEFAULT-VALUE}")
  int tweets;

  @Option(names = "--alerts", description = "Prints each alert of the first seed on stderr.")
  boolean alerts;

  @Option(names = "--json", description = "Prints one JSON object.")
  boolean json;

  @Spec CommandSpec spec;

  public static void main(String... arguments) {
    System.exit(commandLine().execute(arguments));
  }

  /** What a person can put right becomes one line and exit code 1. */
  static CommandLine commandLine() {
    var commandLine = new CommandLine(new EventsCommand());
    commandLine.setExecutionExceptionHandler(
        (exception, command, parsed) -> {
          if (exception instanceof IOException) {
            command.getErr().println(exception.getMessage());
            command.getErr().flush();
            return CommandLine.ExitCode.SOFTWARE;
          }
          throw exception;
        });
    return commandLine;
  }

  @Override
  public Integer call() throws IOException {
    if (seeds < 1 || pace <= 0 || tweets < 1) {
      throw new CommandLine.ParameterException(
          spec.commandLine(), "--seeds, --pace and --tweets must be above 0");
    }
    var data = CrisisLex.read(directory);
    var figures = figures(data, 1);
    var denser = figures(data, DENSER);
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      var object = fields(figures);
      object.put("denser", fields(denser));
      object.put("events", data.events().size());
      object.put("seeds", seeds);
      out.println(new ObjectMapper().writeValueAsString(object));
    } else {
      table(out, figures, denser);
    }
    out.flush();
    return CommandLine.ExitCode.OK;
  }

  private Figures figures(CrisisLex data, int density) {
    var detector = new Detector(Buckets.STANDARD, Sensitivity.STANDARD);
    var extractor = TermExtractor.standard();
    var staging = new Staging(density, pace, tweets);
    List<Trial> trials = new ArrayList<>();
    for (long seed = firstSeed; seed < firstSeed + seeds; seed++) {
      var stream = staging.stream(data, seed);
      var trial = Trial.run(stream, data.events().size(), detector, extractor);
      trials.add(trial);
      var err = spec.commandLine().getErr();
      err.printf(
          Locale.ROOT,
          "background x%d, seed %d: %d posts, %d of %d events, %d of %d alerts right%n",
          density,
          seed,
          stream.size(),
          trial.found().size(),
          trial.events(),
          trial.rightAlerts(),
          trial.alerts().size());
      if (alerts && seed == firstSeed) {
        print(trial, data, err);
      }
      err.flush();
    }
    return Figures.of(trials);
  }

  private static void print(Trial trial, CrisisLex data, PrintWriter err) {
    for (var alert : trial.alerts()) {
      var name = alert.event() < 0 ? "FALSE" : data.events().get(alert.event()).name();
      err.printf(
          Locale.ROOT,
          "  %s  %-28s %4d min  %.1f  %s  %s%n",
          alert.trend().detectedAt(),
          name,
          alert.trend().scaleMinutes(),
          alert.trend().significance(),
          alert.trend().label(),
          alert.trend().terms());
    }
    for (int event = 0; event < trial.events(); event++) {
      var found = trial.found().get(event);
      err.printf(
          Locale.ROOT,
          "  %-28s %s%n",
          data.events().get(event).name(),
          found == null
              ? "missed"
              : "after %d min, %d posts".formatted(found.delay().toMinutes(), found.seen()));
    }
  }

  private static Map<String, Object> fields(Figures figures) {
    var fields = new LinkedHashMap<String, Object>();
    fields.put("recall", rounded(figures.recall()));
    fields.put("precision", rounded(figures.precision()));
    fields.put("medianDelayMinutes", rounded(figures.medianDelayMinutes()));
    fields.put("medianPostsSeen", rounded(figures.medianPostsSeen()));
    fields.put("worstRecall", rounded(figures.worstRecall()));
    fields.put("worstPrecision", rounded(figures.worstPrecision()));
    fields.put("alertsATrial", rounded(figures.alertsATrial()));
    return fields;
  }

  /** Null where there is nothing to tell. */
  private static Double rounded(double value) {
    return Double.isNaN(value) ? null : Math.round(value * 1_000) / 1_000.0;
  }

  private static void table(PrintWriter out, Figures figures, Figures denser) {
    out.println("                         background  three times denser");
    row(out, "recall (mean)", figures.recall(), denser.recall());
    row(out, "recall (worst seed)", figures.worstRecall(), denser.worstRecall());
    row(out, "precision", figures.precision(), denser.precision());
    row(out, "precision (worst seed)", figures.worstPrecision(), denser.worstPrecision());
    row(out, "median delay, minutes", figures.medianDelayMinutes(), denser.medianDelayMinutes());
    row(out, "median posts seen", figures.medianPostsSeen(), denser.medianPostsSeen());
    row(out, "alerts a trial", figures.alertsATrial(), denser.alertsATrial());
  }

  private static void row(PrintWriter out, String name, double one, double other) {
    out.printf(Locale.ROOT, "%-24s %10.3f %10.3f%n", name, one, other);
  }
}
