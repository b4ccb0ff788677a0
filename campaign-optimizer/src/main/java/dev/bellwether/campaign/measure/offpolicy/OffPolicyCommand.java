package dev.bellwether.campaign.measure.offpolicy;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.bellwether.campaign.offpolicy.Policy;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Measures off-policy evaluation on the Open Bandit Dataset. */
@Command(
    name = "offpolicy",
    mixinStandardHelpOptions = true,
    description = "Evaluates each of two policies from the other's log, and compares.")
public final class OffPolicyCommand implements Callable<Integer> {

  private static final long SEED = 17;
  private static final String RANDOM = "random";
  private static final String THOMPSON = "bts";

  @Parameters(paramLabel = "DIR", description = "random_men.csv.gz and bts_men.csv.gz.")
  Path directory;

  @Option(
      names = "--repetitions",
      defaultValue = "300",
      description = "Logs drawn anew with known truth. Default: ${DEFAULT-VALUE}")
  int repetitions;

  @Option(names = "--json", description = "Prints one JSON object.")
  boolean json;

  @Spec CommandSpec spec;

  public static void main(String... arguments) {
    System.exit(commandLine().execute(arguments));
  }

  /** What a person can put right becomes one line and exit code 1. */
  static CommandLine commandLine() {
    var commandLine = new CommandLine(new OffPolicyCommand());
    commandLine.setExecutionExceptionHandler(
        (exception, command, parsed) -> {
          if (exception instanceof IOException) {
            command.getErr().println(exception.getMessage());
            command.getErr().flush();
            return CommandLine.ExitCode.SOFTWARE;
          }
          throw exception;
        });
    return commandLine;
  }

  @Override
  public Integer call() throws IOException {
    if (repetitions < 1) {
      throw new CommandLine.ParameterException(spec.commandLine(), "--repetitions must be above 0");
    }
    BanditLog random = BanditLog.read(directory.resolve("random_men.csv.gz"));
    BanditLog thompson = BanditLog.read(directory.resolve("bts_men.csv.gz"));
    int items = Math.max(random.items(), thompson.items());
    Policy uniform = Policy.uniform(BanditLog.PLACES, items);
    Policy learnt = thompson.policy(items);
    List<Direction> directions =
        List.of(
            Direction.of(RANDOM, random, THOMPSON, thompson, learnt),
            Direction.of(THOMPSON, thompson, RANDOM, random, uniform));
    double[][] rates = Repetitions.rates(List.of(random, thompson), items);
    progress("logs drawn from the random policy");
    int size = random.actions().size();
    var drawn = new LinkedHashMap<String, Repetitions>();
    drawn.put(RANDOM, Repetitions.of(rates, uniform, learnt, size, repetitions, SEED));
    progress("logs drawn from the Thompson policy");
    drawn.put(
        THOMPSON,
        Repetitions.of(rates, learnt, uniform, thompson.actions().size(), repetitions, SEED));
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(
          new ObjectMapper()
              .writeValueAsString(OffPolicyReport.json(directions, drawn, repetitions)));
    } else {
      OffPolicyReport.table(out, directions, drawn);
    }
    out.flush();
    return CommandLine.ExitCode.OK;
  }

  private void progress(String what) {
    spec.commandLine().getErr().println(what);
    spec.commandLine().getErr().flush();
  }
}
