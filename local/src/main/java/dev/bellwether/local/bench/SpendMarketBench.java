package dev.bellwether.local.bench;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What learning while spending brings on markets whose truth is known. */
@Command(
    name = "market",
    mixinStandardHelpOptions = true,
    description = {
      "What learning while spending brings, as a share of what one brings who knows the market.",
      "Plays a simulated market day by day; beside ours the equal split, proportional to ROI and independent Thompson draws."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:measured", "1:could not measure", "2:wrong usage"})
public final class SpendMarketBench implements Callable<Integer> {

  @Mixin private SpendProgram program;

  @Option(
      names = "--arms",
      split = ",",
      paramLabel = "N",
      defaultValue = "24,96",
      description = "Ad sets of a market, one or more sizes. Default: ${DEFAULT-VALUE}")
  private List<Integer> arms;

  @Option(
      names = "--days",
      paramLabel = "N",
      defaultValue = "180",
      description = "Days played. Default: ${DEFAULT-VALUE}")
  private int days;

  @Option(
      names = "--seeds",
      paramLabel = "N",
      defaultValue = "20",
      description = "Markets drawn of each kind. Default: ${DEFAULT-VALUE}")
  private int seeds;

  @Option(
      names = "--market",
      paramLabel = "KIND",
      defaultValue = "hard",
      description = "hard, misspecified or easy. Default: ${DEFAULT-VALUE}")
  private String market;

  @Option(
      names = "--exploration",
      paramLabel = "SHARE",
      defaultValue = "0.3",
      description = "Share of the budget that ours may spend to learn. Default: ${DEFAULT-VALUE}")
  private double exploration;

  @Option(
      names = "--first-seed",
      paramLabel = "N",
      defaultValue = "1",
      description =
          "The others follow it; from 1000 on they were tuned on. Default: ${DEFAULT-VALUE}")
  private long firstSeed;

  @Override
  public Integer call() throws InterruptedException {
    return program.measure(
        "market.MarketCommand",
        List.of(
            "--arms",
            String.join(",", arms.stream().map(String::valueOf).toList()),
            "--days",
            Integer.toString(days),
            "--seeds",
            Integer.toString(seeds),
            "--market",
            market,
            "--exploration",
            Double.toString(exploration),
            "--first-seed",
            Long.toString(firstSeed)));
  }
}
