package dev.bellwether.trend.measure.nab;

import dev.bellwether.trend.series.SeriesDetector;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Measures the shipped detector of known series on the Numenta Anomaly Benchmark. */
@Command(
    name = "nab",
    mixinStandardHelpOptions = true,
    description = "Scores the detector of known series with NAB's rules, on the files found.")
public final class NabCommand implements Callable<Integer> {

  @Parameters(
      paramLabel = "DIR",
      description = "Holds data/<category>/*.csv and combined_windows.json.")
  Path folder;

  @Option(names = "--json", description = "Prints one JSON object.")
  boolean json;

  @Spec CommandSpec spec;

  public static void main(String... arguments) {
    System.exit(commandLine().execute(arguments));
  }

  /** What a person can put right becomes one line and exit code 1. */
  static CommandLine commandLine() {
    var commandLine = new CommandLine(new NabCommand());
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
    var report = NabReport.of(NabCorpus.read(folder), SeriesDetector.STANDARD);
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      report.writeJson(out);
    } else {
      report.write(out);
    }
    out.flush();
    return CommandLine.ExitCode.OK;
  }
}
