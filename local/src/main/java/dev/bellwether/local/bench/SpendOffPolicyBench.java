package dev.bellwether.local.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** How well one policy's log tells what another would have brought. */
@Command(
    name = "offpolicy",
    mixinStandardHelpOptions = true,
    description = {
      "How well one policy's log tells what another would have brought.",
      "Evaluates each of two policies from the other's log and compares with what it brought itself; then on logs drawn",
      "anew, where the truth is known. DIR holds random_men.csv.gz and bts_men.csv.gz, the small version of the Open",
      "Bandit Dataset in the public repository st-tech/zr-obp, obd/."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:measured", "1:could not measure", "2:wrong usage"})
public final class SpendOffPolicyBench implements Callable<Integer> {

  @Mixin private SpendProgram program;

  @Parameters(
      index = "0",
      paramLabel = "DIR",
      converter = ExistingFolder.class,
      description = "The folder of the data set.")
  private Path folder;

  @Option(
      names = "--repetitions",
      paramLabel = "N",
      defaultValue = "300",
      description = "Logs drawn anew with known truth. Default: ${DEFAULT-VALUE}")
  private int repetitions;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws InterruptedException {
    if (repetitions < 1) {
      throw new ParameterException(spec.commandLine(), "--repetitions must be 1 or more");
    }
    return program.measure("offpolicy.OffPolicyCommand", arguments());
  }

  List<String> arguments() {
    return List.of(
        folder.toAbsolutePath().toString(), "--repetitions", Integer.toString(repetitions));
  }
}
