package dev.bellwether.local;

import dev.bellwether.local.backends.BackendException;
import dev.bellwether.local.bench.BenchCommand;
import dev.bellwether.local.demo.DemoCommand;
import dev.bellwether.local.dev.DevCommand;
import dev.bellwether.local.ingest.IngestCommand;
import dev.bellwether.local.models.ModelsCommand;
import dev.bellwether.local.replay.ReplayCommand;
import dev.bellwether.local.suite.DownCommand;
import dev.bellwether.local.suite.LogsCommand;
import dev.bellwether.local.suite.RotateKeyCommand;
import dev.bellwether.local.suite.StatusCommand;
import dev.bellwether.local.suite.SuiteException;
import dev.bellwether.local.suite.UpCommand;
import dev.bellwether.local.training.TrainCommand;
import java.io.UncheckedIOException;
import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

/** The launcher behind the script {@code bellwether}. */
@Command(
    name = "bellwether",
    mixinStandardHelpOptions = true,
    version = "Bellwether 0.1.0",
    description =
        "Listens to social networks, scores what people feel, finds trends, advises on ad budgets: on this machine.",
    synopsisSubcommandLabel = "COMMAND",
    footer = {"", "./bellwether test runs every test. ./bellwether help COMMAND tells more."},
    subcommands = {
      UpCommand.class,
      DevCommand.class,
      DownCommand.class,
      StatusCommand.class,
      LogsCommand.class,
      RotateKeyCommand.class,
      IngestCommand.class,
      DemoCommand.class,
      ReplayCommand.class,
      ModelsCommand.class,
      BenchCommand.class,
      TrainCommand.class,
      HelpCommand.class
    })
public final class Bellwether {

  /** Held, or the setting would be collected with the logger. */
  private static final Logger KAFKA = Logger.getLogger("org.apache.kafka");

  private Bellwether() {}

  public static void main(String... args) {
    // a client that waits for a broker to come up says so every 50 ms
    KAFKA.setLevel(Level.OFF);
    System.exit(commandLine().execute(args));
  }

  /**
   * The command line, ready to execute. What a person can put right becomes one line and exit code
   * 1.
   */
  public static CommandLine commandLine() {
    var commandLine = new CommandLine(new Bellwether());
    commandLine.setExecutionExceptionHandler(
        (exception, command, parsed) -> {
          var line =
              switch (exception) {
                case SuiteException known -> known.getMessage();
                case BackendException known -> known.getMessage();
                case UncheckedIOException files ->
                    files.getMessage() + ": " + files.getCause().getMessage();
                default -> throw exception;
              };
          command.getErr().println(line);
          command.getErr().flush();
          return CommandLine.ExitCode.SOFTWARE;
        });
    return commandLine;
  }
}
