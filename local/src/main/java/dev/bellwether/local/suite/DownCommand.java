package dev.bellwether.local.suite;

import dev.bellwether.local.supervision.Ending;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Stops the suite, wherever it was started. */
@Command(
    name = "down",
    mixinStandardHelpOptions = true,
    description = "Stops the suite. Its data stays, unless --erase is given.",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:nothing runs any more", "1:something could not be stopped", "2:wrong usage"})
public final class DownCommand implements Callable<Integer> {

  /** Longer than a launcher needs for stopping all in order. */
  private static final Ending LAUNCHER_ENDING = new Ending("TERM", Duration.ofSeconds(90));

  @Spec private CommandSpec spec;
  @Mixin private Where where;

  @Option(
      names = "--erase",
      description = "Empties the data folder: mentions, scores, trends, plans, keys and logs.")
  private boolean erase;

  @Override
  public Integer call() {
    var out = spec.commandLine().getOut();
    var dataDir = where.dataDir();
    Optional<Running> running = Running.read(dataDir);
    running.ifPresent(r -> stop(r, dataDir));
    out.println(running.isPresent() ? "stopped" : "nothing was running in " + dataDir.path());
    if (erase) {
      dataDir.erase();
      out.println("emptied " + dataDir.path());
    }
    out.flush();
    return 0;
  }

  private static void stop(Running running, DataDir dataDir) {
    running.launcher().find().ifPresent(launcher -> LAUNCHER_ENDING.end(List.of(launcher)));
    // what it noted last: it may have started something again meanwhile
    Running.read(dataDir).ifPresent(Running::endChildren);
    Running.forget(dataDir);
  }
}
