package dev.bellwether.campaign.measure.mmm;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.bellwether.campaign.mmm.MediaData;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Measures the media mix model's fit and its error on periods it has not seen. */
@Command(
    name = "mmm",
    mixinStandardHelpOptions = true,
    description =
        "Fit and hold-out error of the media mix model. Robyn's and Meridian's columns are known.")
public final class MmmCommand implements Callable<Integer> {

  private static final int HOLDOUT_PERIODS = 13;

  @Parameters(paramLabel = "FILE", description = "CSV with a row a week, or a week and geo.")
  Path file;

  @Option(names = "--date", paramLabel = "COLUMN", description = "The first day of the period.")
  String date;

  @Option(names = "--target", paramLabel = "COLUMN", description = "What is to be explained.")
  String target;

  @Option(
      names = "--spend",
      paramLabel = "COLUMN",
      split = ",",
      description = "Spend, one column a channel.")
  List<String> spend;

  @Option(
      names = "--organic",
      paramLabel = "COLUMN",
      split = ",",
      description = "Media that cost nothing.")
  List<String> organic;

  @Option(names = "--controls", paramLabel = "COLUMN", split = ",", description = "Known causes.")
  List<String> controls;

  @Option(names = "--geo", paramLabel = "COLUMN", description = "Tells geos apart.")
  String geo;

  @Option(
      names = "--holdout",
      paramLabel = "PERIODS",
      description = "The last so many are not fitted. Default: 13, at most a fifth")
  Integer holdout;

  @Option(names = "--json", description = "Prints one JSON object.")
  boolean json;

  @Spec CommandSpec spec;

  public static void main(String... arguments) {
    System.exit(commandLine().execute(arguments));
  }

  /** What a person can put right becomes one line and exit code 1. */
  static CommandLine commandLine() {
    var commandLine = new CommandLine(new MmmCommand());
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
    if (holdout != null && holdout < 2) {
      throw new CommandLine.ParameterException(spec.commandLine(), "--holdout must be 2 or more");
    }
    var source =
        MediaFile.read(file, new Columns.Named(date, target, geo, spend, organic, controls));
    MediaData data = source.data();
    int times = data.times().size();
    int held = holdout == null ? Math.max(2, Math.min(HOLDOUT_PERIODS, times / 5)) : holdout;
    long begun = System.nanoTime();
    Measured measured;
    try {
      measured = Measured.of(data, times - held, this::progress);
    } catch (IllegalArgumentException e) {
      throw new UnusableFileException(file + ": " + e.getMessage() + ".");
    }
    long millis = (System.nanoTime() - begun) / 1_000_000;
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      var object = MmmReport.json(source, measured, millis);
      object.put("file", file.getFileName().toString());
      out.println(new ObjectMapper().writeValueAsString(object));
    } else {
      MmmReport.table(out, measured);
    }
    out.flush();
    return CommandLine.ExitCode.OK;
  }

  private void progress(int percent) {
    var err = spec.commandLine().getErr();
    err.printf("%d %%%n", percent);
    err.flush();
  }
}
