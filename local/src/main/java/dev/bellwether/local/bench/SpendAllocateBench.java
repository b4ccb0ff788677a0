package dev.bellwether.local.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How near the optimum a budget is split, and how fast. */
@Command(
    name = "allocate",
    mixinStandardHelpOptions = true,
    description = {
      "How near the optimum a budget is split, and how fast.",
      "Splits random budgets over Hill curves with bounds of 0 to 5 times their history: worst gap to the dual bound (a share",
      "in JSON, percent in the table), problems with a broken bound, median time of a split on one thread after warm-up; beside",
      "them a general solver with analytic gradients (sequential quadratic programming) where it is small enough for one."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:measured", "1:could not measure, or a bound was broken", "2:wrong usage"})
public final class SpendAllocateBench implements Callable<Integer> {

  @Mixin private SpendProgram program;

  @Option(
      names = "--n",
      split = ",",
      paramLabel = "N",
      defaultValue = "12,1000,100000",
      description = "Lines of a problem, one or more sizes. Default: ${DEFAULT-VALUE}")
  private List<Integer> sizes;

  @Option(
      names = "--shape",
      paramLabel = "SHAPE",
      description = "Curves: concave or s. Default: both")
  private String shape;

  @Option(
      names = "--first-seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "The other problems' seeds follow it. Default: ${DEFAULT-VALUE}")
  private long firstSeed;

  @Override
  public Integer call() throws InterruptedException {
    var n = String.join(",", sizes.stream().map(String::valueOf).toList());
    var given = new ArrayList<>(List.of("--n", n, "--first-seed", Long.toString(firstSeed)));
    if (shape != null) {
      given.addAll(List.of("--shape", shape));
    }
    return program.measure("allocate.AllocateCommand", given);
  }
}
