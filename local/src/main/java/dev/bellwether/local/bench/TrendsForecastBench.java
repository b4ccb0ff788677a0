package dev.bellwether.local.bench;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** How good forecasts of a day are. */
@Command(
    name = "forecast",
    mixinStandardHelpOptions = true,
    description = {
      "Forecasts 24 hours ahead from rolling origins: mean absolute scaled error (MASE), symmetric percentage error (sMAPE)",
      "and how many values the 90 %% intervals held.",
      "DIR is laid out as public repository numenta/NAB: the series of mentions in data/realTweets/*.csv, by the hour."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:measured", "1:could not measure", "2:wrong usage"})
public final class TrendsForecastBench implements Callable<Integer> {

  @Mixin private MeasuredFolder measured;

  @Override
  public Integer call() throws InterruptedException {
    return measured.measure("forecast.ForecastCommand");
  }
}
