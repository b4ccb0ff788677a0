package dev.bellwether.campaign.measure.allocate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Measures how near the optimum budgets are split, how fast, and what a general solver makes. */
@Command(
    name = "allocate",
    mixinStandardHelpOptions = true,
    description = "Gap to the dual bound, broken rules and time of the allocator.")
public final class AllocateCommand implements Callable<Integer> {

  private static final int LARGEST = 1_000_000;

  @Option(
      names = "--n",
      split = ",",
      defaultValue = "12,1000,100000",
      description = "Lines of a problem, one or more sizes. Default: ${DEFAULT-VALUE}")
  List<Integer> sizes;

  @Option(
      names = "--shape",
      description = "concave or s; both where it is left out.",
      converter = ShapeConverter.class)
  RandomProblems.Shape shape;

  @Option(
      names = "--first-seed",
      defaultValue = "1",
      description = "The problems' seeds follow it. Default: ${DEFAULT-VALUE}")
  long firstSeed;

  @Option(names = "--json", description = "Prints one JSON object; gaps in it are shares.")
  boolean json;

  @Spec CommandSpec spec;

  /** Reads the names as the help gives them. */
  static final class ShapeConverter implements CommandLine.ITypeConverter<RandomProblems.Shape> {
    @Override
    public RandomProblems.Shape convert(String value) {
      return switch (value.toLowerCase(Locale.ROOT)) {
        case "concave" -> RandomProblems.Shape.CONCAVE;
        case "s" -> RandomProblems.Shape.S;
        default -> throw new CommandLine.TypeConversionException("is concave or s, not " + value);
      };
    }
  }

  public static void main(String... arguments) {
    System.exit(new CommandLine(new AllocateCommand()).execute(arguments));
  }

  @Override
  public Integer call() throws JsonProcessingException {
    if (sizes.stream().anyMatch(n -> n < 1 || n > LARGEST)) {
      throw new CommandLine.ParameterException(
          spec.commandLine(), "--n must be from 1 to " + LARGEST);
    }
    List<Case> cases = new ArrayList<>();
    for (var each :
        shape == null ? RandomProblems.Shape.values() : new RandomProblems.Shape[] {shape}) {
      for (int n : sizes) {
        spec.commandLine().getErr().println("measuring " + each + " curves, n = " + n);
        spec.commandLine().getErr().flush();
        cases.add(Case.measure(n, each, firstSeed));
      }
    }
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(new ObjectMapper().writeValueAsString(Map.of("cases", cases)));
    } else {
      table(out, cases);
    }
    out.flush();
    boolean broken = cases.stream().anyMatch(c -> c.violations() > 0);
    return broken ? CommandLine.ExitCode.SOFTWARE : CommandLine.ExitCode.OK;
  }

  private static void table(PrintWriter out, List<Case> cases) {
    out.println(
        "     n  shape    gap, worst %  broken  median ms   SQP gap, worst %  SQP median ms");
    for (Case c : cases) {
      out.printf(
          Locale.ROOT,
          "%6d  %-7s  %12.2e  %6d  %9.4f  %17s  %13s%n",
          c.n(),
          c.shape(),
          100 * c.gap(),
          c.violations(),
          c.millis(),
          c.peerGap() == null ? "-" : "%.4f".formatted(100 * c.peerGap()),
          c.peerMillis() == null ? "-" : "%.3f".formatted(c.peerMillis()));
    }
    out.printf(
        Locale.ROOT,
        "SQP: the best point that Hipparchus' SQPOptimizerS looks at, with analytic gradients, on 20 of the problems.%n"
            + "Above n = %d it is left out: its eigenvalues often do not converge.%n",
        SqpPeer.LARGEST);
  }
}
