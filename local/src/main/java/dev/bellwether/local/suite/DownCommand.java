package dev.bellwether.local.suite;

import dev.bellwether.local.supervision.Ending;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
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

  /** Longer than a launcher needs for stopping all in order: three times {@link Ending#TERM}. */
  private static final Ending LAUNCHER_ENDING = new Ending("TERM", Duration.ofSeconds(150));

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
    boolean any = stop(dataDir);
    out.println(any ? "stopped" : "nothing was running in " + dataDir.path());
    if (erase) {
      var kept = givenOnes(dataDir);
      new Erasure(dataDir).run();
      out.println("emptied " + dataDir.path());
      kept.forEach(place -> out.println("not touched: what lies in " + place));
    }
    out.flush();
    return 0;
  }

  private static boolean stop(DataDir dataDir) {
    var launcher = Running.read(dataDir).flatMap(running -> running.launcher().find());
    launcher.ifPresent(process -> LAUNCHER_ENDING.end(List.of(process)));
    // as noted last: it may have started something again meanwhile
    var left = Leftovers.of(dataDir);
    boolean any = launcher.isPresent() || left.noted().isPresent() || !left.processes().isEmpty();
    left.end();
    if (left.noted().isPresent()) {
      Running.forget(dataDir);
    }
    return any;
  }

  /** Where data lies that is not in the folder, and so is not erased with it. */
  private static List<String> givenOnes(DataDir dataDir) {
    if (!dataDir.hasState()) {
      return List.of();
    }
    try {
      var external = SuiteState.read(dataDir).external();
      return Stream.concat(
              external.place(Component.BROKER).map(p -> "the Kafka at " + p).stream(),
              external.place(Component.DATABASE).map(p -> "the PostgreSQL at " + p).stream())
          .toList();
    } catch (SuiteException e) {
      // what cannot be read can still be erased
      return List.of();
    }
  }
}
