package dev.bellwether.sentiment.phrases;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Holds the files in a folder against the known release; loads nothing. */
@Command(
    name = "check",
    mixinStandardHelpOptions = true,
    description = "Says whether a folder holds the model files that phrases need.")
public final class CheckCommand implements Callable<Integer> {

  @Parameters(paramLabel = "DIR")
  Path folder;

  @Spec CommandSpec spec;

  public static void main(String... arguments) {
    System.exit(new CommandLine(new CheckCommand()).execute(arguments));
  }

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    try {
      for (KnownFile known : KnownFile.values()) {
        out.printf(
            "%-36s %6.1f MB, SHA-256 as in %s%n",
            known.fileName(), known.read(folder).length / 1e6, KnownFile.RELEASE);
        out.flush();
      }
      return CommandLine.ExitCode.OK;
    } catch (UnusableModelsException e) {
      spec.commandLine().getErr().println(e.getMessage());
      return CommandLine.ExitCode.SOFTWARE;
    }
  }
}
