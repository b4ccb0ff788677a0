package dev.bellwether.local.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** How well response curves with carry-over fit a series of spends and sales. */
@Command(
    name = "mmm",
    mixinStandardHelpOptions = true,
    description = {
      "How well response curves with carry-over fit a series of spends and sales.",
      "Fits the file's first part and tells the error on it and on the rest, which was held out.",
      "The columns of Robyn's and Meridian's examples are known; name those of any other file."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:measured", "1:could not measure", "2:wrong usage"})
public final class SpendMmmBench implements Callable<Integer> {

  @Mixin private SpendProgram program;

  @Parameters(
      index = "0",
      paramLabel = "FILE",
      converter = ExistingFile.class,
      description = "CSV with a row a period, or a period and geo.")
  private Path file;

  @Option(names = "--date", paramLabel = "COLUMN", description = "The first day of the period.")
  private String date;

  @Option(names = "--target", paramLabel = "COLUMN", description = "What is to be explained.")
  private String target;

  @Option(
      names = "--spend",
      paramLabel = "COLUMN",
      split = ",",
      description = "Spend, one column a channel.")
  private List<String> spend = List.of();

  @Option(
      names = "--organic",
      paramLabel = "COLUMN",
      split = ",",
      description = "Media that cost nothing.")
  private List<String> organic = List.of();

  @Option(names = "--controls", paramLabel = "COLUMN", split = ",", description = "Known causes.")
  private List<String> controls = List.of();

  @Option(names = "--geo", paramLabel = "COLUMN", description = "Tells geos apart.")
  private String geo;

  @Option(
      names = "--holdout",
      paramLabel = "PERIODS",
      description = "The last so many are not fitted. Default: 13, at most a fifth")
  private Integer holdout;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws InterruptedException {
    if (holdout != null && holdout < 2) {
      throw new ParameterException(spec.commandLine(), "--holdout must be 2 or more");
    }
    return program.measure("mmm.MmmCommand", arguments());
  }

  /** What is not given is left to the program, which looks for the columns it knows. */
  List<String> arguments() {
    var arguments = new ArrayList<>(List.of(file.toAbsolutePath().toString()));
    pass(arguments, "--date", date);
    pass(arguments, "--target", target);
    pass(arguments, "--geo", geo);
    pass(arguments, "--holdout", holdout);
    spend.forEach(column -> pass(arguments, "--spend", column));
    organic.forEach(column -> pass(arguments, "--organic", column));
    controls.forEach(column -> pass(arguments, "--controls", column));
    return arguments;
  }

  private static void pass(List<String> arguments, String option, Object value) {
    if (value != null) {
      arguments.addAll(List.of(option, value.toString()));
    }
  }
}
