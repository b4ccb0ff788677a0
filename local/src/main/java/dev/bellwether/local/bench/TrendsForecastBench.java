package dev.bellwether.local.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How good forecasts of a day are. */
@Command(
    name = "forecast",
    mixinStandardHelpOptions = true,
    description = {
      "How good forecasts of a day are.",
      "Forecasts 24 hours ahead from rolling origins: mean absolute scaled error (MASE), symmetric percentage error (sMAPE)",
      "and how many values the 90 %% intervals held.",
      "DIR is laid out as public repository numenta/NAB: the series of mentions in data/realTweets/*.csv, by the hour."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:measured", "1:could not measure", "2:wrong usage"})
public final class TrendsForecastBench implements Callable<Integer> {

  @Mixin private MeasuredFolder measured;

  @Option(
      names = "--category",
      paramLabel = "NAME",
      description = "Other series of the benchmark's layout. Default: realTweets")
  private String category;

  @Option(
      names = "--leave-one-out",
      description = "Also chooses the settings for each file on the others: takes longer.")
  private boolean leaveOneOut;

  @Override
  public Integer call() throws InterruptedException {
    var more = new ArrayList<String>();
    if (category != null) {
      more.addAll(List.of("--category", category));
    }
    if (leaveOneOut) {
      more.add("--leave-one-out");
    }
    return measured.measure("forecast.ForecastCommand", more);
  }
}
