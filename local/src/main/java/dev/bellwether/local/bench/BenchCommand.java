package dev.bellwether.local.bench;

import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

/** The benchmarks. */
@Command(
    name = "bench",
    mixinStandardHelpOptions = true,
    description = {
      "Measures speed and accuracy on this machine. What was measured before stands in docs/benchmarks.md.",
      "Each says what it did and can print its figures as JSON."
    },
    synopsisSubcommandLabel = "BENCHMARK",
    subcommands = {
      IngestBench.class,
      DuplicatesBench.class,
      RedactionBench.class,
      LanguageBench.class,
      SentimentBench.class,
      TrendsBench.class,
      SpendBench.class,
      HelpCommand.class
    })
public final class BenchCommand {}
