package dev.bellwether.local.bench;

import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

/** The benchmarks of spending. */
@Command(
    name = "spend",
    mixinStandardHelpOptions = true,
    description = {
      "Measures how well ad money is split, what learning while spending brings, and how well response curves fit.",
      "All of it is measured with the settings that ship."
    },
    synopsisSubcommandLabel = "MEASUREMENT",
    subcommands = {
      SpendAllocateBench.class,
      SpendMarketBench.class,
      SpendMmmBench.class,
      HelpCommand.class
    })
public final class SpendBench {}
