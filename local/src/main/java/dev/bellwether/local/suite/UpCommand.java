package dev.bellwether.local.suite;

import dev.bellwether.local.backends.BackendOptions;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Starts the suite and keeps it running. */
@Command(
    name = "up",
    mixinStandardHelpOptions = true,
    description = {
      "Starts broker, database and the five services, and continues where the last run stopped.",
      "Runs until Ctrl-C; a part that dies is started again.",
      "With --kafka or --postgres it uses a broker or a database that is there already, and never erases it.",
      "BELLWETHER_JAVA_OPTS holds options for the parts' JVMs: -XX:TieredStopAtLevel=4 starts slower and takes more posts a second in a long run."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:stopped in order, or running in the background",
      "1:could not start, or could not go on",
      "2:wrong usage"
    })
public final class UpCommand implements Callable<Integer> {

  /** Given to the launcher that {@code --detach} starts: what it prints is a log, for ever. */
  static final String BACKGROUND = "--in-background";

  @Spec private CommandSpec spec;
  @Mixin private Where where;
  @Mixin private BackendOptions backends;

  @Option(
      names = "--port",
      paramLabel = "PORT",
      description =
          "Where the gateway listens on the loopback interface. Default: as in the last run, at first 8080.")
  private Integer port;

  @Option(
      names = "--detach",
      description = "Returns when all is ready; the suite runs on in the background.")
  private boolean detach;

  @Option(names = BACKGROUND, hidden = true)
  private boolean inBackground;

  @Option(
      names = "--without",
      paramLabel = "SERVICE",
      split = ",",
      converter = ServiceName.class,
      completionCandidates = ServiceName.class,
      description = {
        "Leaves a service out, for you to run it from an IDE; one of: ${COMPLETION-CANDIDATES}.",
        "What it must be told is written to environment/SERVICE.env in the data folder."
      })
  private Set<Component> without = Set.of();

  @Option(
      names = "--phrases",
      arity = "0..1",
      paramLabel = "DIR",
      fallbackValue = "",
      description = {
        "Switches phrases on: which part of a mention carries which feeling. Sentiment then takes 1.5 GB more memory.",
        "DIR holds the models, as ./bellwether models phrases has fetched them. Default: phrases in the data folder."
      })
  private String phrases;

  @Override
  public Integer call() throws Exception {
    var out = spec.commandLine().getOut();
    if (detach) {
      var state =
          new DetachedSuite(
                  where.dataDir(), gatewayPort(), backends.asked(), without, phraseModels())
              .start();
      tell(out, state.url(Component.GATEWAY), state.apiKey());
      tellLeftOut(out);
      out.println("running in the background; ./bellwether down stops it");
      out.flush();
      return 0;
    }
    return inForeground(out);
  }

  private int inForeground(PrintWriter out) throws InterruptedException {
    try (var display = StartupDisplay.onThisTerminal(out);
        var suite =
            Suite.open(
                Where.root(),
                where.dataDir(),
                gatewayPort(),
                backends.asked(),
                without,
                phraseModels(),
                display)) {
      Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(suite, display), "stop-suite"));
      suite.start();
      display.close();
      if (!inBackground) {
        tell(out, suite.gatewayUrl(), suite.apiKey());
        tellLeftOut(out);
        out.println("Ctrl-C stops all");
        out.flush();
      }
      suite.awaitClosed();
    }
    return 0;
  }

  private static void stop(Suite suite, StartupDisplay display) {
    if (suite.isClosed()) {
      return;
    }
    display.close();
    display.say("stopping");
    suite.close();
    display.say("stopped");
  }

  private Optional<Path> phraseModels() {
    if (phrases == null) {
      return Optional.empty();
    }
    var folder =
        (phrases.isEmpty() ? where.dataDir().phraseModels() : Path.of(phrases)).toAbsolutePath();
    if (!Files.isDirectory(folder)) {
      throw new SuiteException(
          "%s is no folder: ./bellwether models phrases --into %s fetches the models into it"
              .formatted(folder, folder));
    }
    return Optional.of(folder);
  }

  private OptionalInt gatewayPort() {
    return port == null ? OptionalInt.empty() : OptionalInt.of(port);
  }

  private void tellLeftOut(PrintWriter out) {
    for (var service : without) {
      out.println(
          "%s is left out; its environment: %s"
              .formatted(service.label(), EnvironmentFile.of(where.dataDir(), service).path()));
    }
  }

  private static void tell(PrintWriter out, String url, String key) {
    out.println("gateway  " + url);
    out.println("API key  " + key);
    out.flush();
  }
}
