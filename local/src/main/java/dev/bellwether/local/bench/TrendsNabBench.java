package dev.bellwether.local.bench;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** How well known series' departures from their habits are found. */
@Command(
    name = "nab",
    mixinStandardHelpOptions = true,
    description = {
      "How well departures of known series from their habit are found.",
      "By the rules of the Numenta Anomaly Benchmark: standard, low-FP and low-FN by category and over all. standard has the",
      "threshold that ships; standardBestThreshold the one that is best on these very files, as the benchmark chooses it.",
      "DIR is laid out as public repository numenta/NAB: data/CATEGORY/*.csv and the labels combined_windows.json."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:measured", "1:could not measure", "2:wrong usage"})
public final class TrendsNabBench implements Callable<Integer> {

  @Mixin private MeasuredFolder measured;

  @Override
  public Integer call() throws InterruptedException {
    return measured.measure("nab.NabCommand", List.of());
  }
}
