package dev.bellwether.local.bench;

import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

/** The benchmarks of trends. */
@Command(
    name = "trends",
    mixinStandardHelpOptions = true,
    description = {
      "Measures how early and how surely trends are found, how good their forecasts are, and what a post costs.",
      "All of it is measured with the settings that ship."
    },
    synopsisSubcommandLabel = "MEASUREMENT",
    subcommands = {
      TrendsNabBench.class,
      TrendsEventsBench.class,
      TrendsForecastBench.class,
      TrendsThroughputBench.class,
      HelpCommand.class
    })
public final class TrendsBench {}
