package dev.bellwether.local.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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

  @Override
  public Integer call() throws InterruptedException {
    return program.measure("mmm.MmmCommand", List.of(file.toAbsolutePath().toString()));
  }
}
