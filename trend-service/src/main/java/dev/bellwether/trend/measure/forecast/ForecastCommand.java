package dev.bellwether.trend.measure.forecast;

import dev.bellwether.trend.forecast.ForecastSettings;
import java.io.IOException;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Measures the forecasts that ship, beside simple methods, on series of one's own. */
@Command(
    name = "forecast",
    mixinStandardHelpOptions = true,
    description =
        "Forecasts 24 h ahead from rolling origins: MASE, sMAPE, coverage of the intervals.")
public final class ForecastCommand implements Callable<Integer> {

  @Parameters(
      paramLabel = "DIR",
      description = "NAB's layout (data/<category>/*.csv), or a folder of csv: timestamp,value.")
  Path folder;

  @Option(names = "--category", description = "Of NAB's layout. Default: " + SeriesFolder.CATEGORY)
  String category;

  @Option(
      names = "--leave-one-out",
      description = "Also chooses the settings of each file on the others.")
  boolean leaveOneOut;

  @Option(names = "--json", description = "Prints one JSON object.")
  boolean json;

  @Spec CommandSpec spec;

  public static void main(String... arguments) {
    System.exit(commandLine(new ForecastCommand()).execute(arguments));
  }

  /** What a person can put right becomes one line and exit code 1. */
  static CommandLine commandLine(Object command) {
    var commandLine = new CommandLine(command);
    commandLine.setExecutionExceptionHandler(
        (exception, line, parsed) -> {
          if (exception instanceof IOException || exception instanceof IllegalArgumentException) {
            line.getErr().println(exception.getMessage());
            line.getErr().flush();
            return CommandLine.ExitCode.SOFTWARE;
          }
          throw exception;
        });
    return commandLine;
  }

  @Override
  public Integer call() throws IOException {
    var files = read();
    var report = report(files);
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      report.writeJson(out);
    } else {
      report.write(out);
    }
    out.flush();
    return CommandLine.ExitCode.OK;
  }

  private List<HourlyFile> read() throws IOException {
    var files = new ArrayList<HourlyFile>();
    for (var path : new SeriesFolder(folder).files(category)) {
      var file = HourlyFile.read(path);
      if (RollingOrigins.of(file).length > 0) {
        files.add(file);
      } else {
        say("%s is left out: too short or without any change".formatted(path));
      }
    }
    if (files.isEmpty()) {
      throw new IOException(
          "%s holds no series of more than %d hours that changes"
              .formatted(folder, RollingOrigins.LEAST_WARM_UP + RollingOrigins.AHEAD));
    }
    return files;
  }

  private Report report(List<HourlyFile> files) {
    var thread = ManagementFactory.getThreadMXBean();
    long began = thread.getCurrentThreadCpuTime();
    var ours = measure(files, ForecastSettings.STANDARD, "Forecasts");
    double millis = (thread.getCurrentThreadCpuTime() - began) / 1e6;
    var total = sum(ours);
    var byFile = new LinkedHashMap<String, Report.Figures>();
    for (int file = 0; file < files.size(); file++) {
      byFile.put(files.get(file).name(), Report.Figures.of(ours.get(file)));
    }
    return new Report(
        Report.Figures.of(total),
        total.origins(),
        Report.round(millis / total.origins()),
        leaveOneOut ? chosenOnOthers(files) : null,
        byFile,
        peers(files));
  }

  private List<Errors> measure(List<HourlyFile> files, ForecastSettings settings, String what) {
    var errors = new ArrayList<Errors>();
    for (var file : files) {
      say("%s: %s, %d of %d".formatted(what, file.name(), errors.size() + 1, files.size()));
      errors.add(RollingOrigins.measure(file, settings));
    }
    return errors;
  }

  private Report.Figures chosenOnOthers(List<HourlyFile> files) {
    if (files.size() < 2) {
      say("--leave-one-out needs two series at least and is skipped");
      return null;
    }
    var candidates = LeaveOneOut.candidates();
    var errors = new ArrayList<List<Errors>>();
    for (var candidate : candidates) {
      var what = "Settings %d of %d".formatted(errors.size() + 1, candidates.size());
      errors.add(measure(files, candidate, what));
    }
    return Report.Figures.of(sum(LeaveOneOut.choose(errors)));
  }

  private static Map<String, Report.Figures> peers(List<HourlyFile> files) {
    var peers = new LinkedHashMap<String, Report.Figures>();
    for (var method : Method.values()) {
      var errors = files.stream().map(file -> RollingOrigins.measure(file, method)).toList();
      peers.put(method.title(), Report.Figures.ofPeer(sum(errors)));
    }
    return peers;
  }

  private static Errors sum(List<Errors> errors) {
    return errors.stream().reduce(Errors.NONE, Errors::plus);
  }

  private void say(String progress) {
    var err = spec.commandLine().getErr();
    err.println(progress);
    err.flush();
  }
}
