package dev.bellwether.local.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** How well response curves with carry-over fit a series of spends and sales. */
@Command(
    name = "mmm",
    mixinStandardHelpOptions = true,
    description = {
      "How well response curves with carry-over fit a series of spends and sales.",
      "Fits the file's first part and tells the error on it and on the rest, which was held out."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:measured", "1:could not measure", "2:wrong usage"})
public final class SpendMmmBench implements Callable<Integer> {

  @Mixin private SpendProgram program;

  @Parameters(
      index = "0",
      paramLabel = "FILE",
      converter = ExistingFile.class,
      description = "CSV of the data set.")
  private Path file;

  @Option(names = "--date", paramLabel = "COLUMN", description = "The first day of the period.")
  private String date;

  @Option(names = "--target", paramLabel = "COLUMN", description = "What is to be explained.")
  private String target;

  @Option(names = "--spend", paramLabel = "COLUMN,…", description = "Spend, one column a channel.")
  private String spend;

  @Option(names = "--organic", paramLabel = "COLUMN,…", description = "Media that cost nothing.")
  private String organic;

  @Option(names = "--controls", paramLabel = "COLUMN,…", description = "Known causes.")
  private String controls;

  @Option(names = "--geo", paramLabel = "COLUMN", description = "Tells geos apart.")
  private String geo;

  @Option(
      names = "--holdout",
      paramLabel = "PERIODS",
      description = "The last so many are not fitted. Default: 13, at most a fifth")
  private Integer holdout;

  @Override
  public Integer call() throws InterruptedException {
    return program.measure("mmm.MmmCommand", arguments());
  }

  /** Columns of Robyn's and Meridian's are known; of other files the program asks for these. */
  List<String> arguments() {
    var given = new LinkedHashMap<String, Object>();
    given.put("--date", date);
    given.put("--target", target);
    given.put("--spend", spend);
    given.put("--organic", organic);
    given.put("--controls", controls);
    given.put("--geo", geo);
    given.put("--holdout", holdout);
    var arguments = new ArrayList<String>();
    given.forEach(
        (name, value) -> {
          if (value != null) {
            arguments.add(name + "=" + value);
          }
        });
    arguments.add(file.toAbsolutePath().toString());
    return arguments;
  }
}
