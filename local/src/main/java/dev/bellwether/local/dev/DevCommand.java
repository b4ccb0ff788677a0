package dev.bellwether.local.dev;

import dev.bellwether.local.backends.Backends;
import dev.bellwether.local.suite.Component;
import dev.bellwether.local.suite.DataDir;
import dev.bellwether.local.suite.EnvironmentFile;
import dev.bellwether.local.suite.Running;
import dev.bellwether.local.suite.ServiceName;
import dev.bellwether.local.suite.StartupDisplay;
import dev.bellwether.local.suite.Suite;
import dev.bellwether.local.suite.SuiteException;
import dev.bellwether.local.suite.SuiteState;
import dev.bellwether.local.suite.Where;
import dev.bellwether.local.supervision.Ending;
import java.io.IOException;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Runs one service from its sources, live, and the rest of the suite beside it. */
@Command(
    name = "dev",
    mixinStandardHelpOptions = true,
    description = {
      "Runs one service from its sources with Quarkus' live reload, and the rest of the suite as it is packaged.",
      "Change a file, send a request: the answer comes from the changed code. A debugger attaches to port 5005.",
      "Where a suite runs that was started with up --without SERVICE, the service joins it. Ctrl-C ends what was started."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:ended", "1:could not start", "2:wrong usage"})
public final class DevCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private Where where;

  @Parameters(
      paramLabel = "SERVICE",
      converter = ServiceName.class,
      completionCandidates = ServiceName.class,
      description = "One of: ${COMPLETION-CANDIDATES}")
  private Component service;

  @Option(
      names = "--port",
      paramLabel = "PORT",
      description =
          "Where the gateway listens on the loopback interface. Default: as in the last run, at first 8080.")
  private Integer port;

  @Override
  public Integer call() throws IOException, InterruptedException {
    say("looking for a Maven that can reload (3.9 or newer)");
    var maven = MavenHome.ofThisMachine(Where.root()).program();
    var dataDir = where.dataDir();
    var live = new LiveService(Where.root(), maven, service, dataDir, Ending.TERM);
    var running = Running.read(dataDir).filter(Running::isAlive);
    if (running.isEmpty()) {
      return besideOwnSuite(live, dataDir);
    }
    checkJoins(running.get());
    try (live) {
      Runtime.getRuntime().addShutdownHook(new Thread(live::close, "stop-dev"));
      tell(SuiteState.read(dataDir));
      return live.run(EnvironmentFile.of(dataDir, service).read());
    }
  }

  private void checkJoins(Running running) {
    if (!running.leftOut().contains(service)) {
      throw new SuiteException(
          "%s runs in the suite already: ./bellwether down first, and dev starts the rest itself"
              .formatted(service.label()));
    }
    if (!running.ready()) {
      throw new SuiteException(
          "the suite is starting still: try again when ./bellwether status shows the rest ready");
    }
  }

  private int besideOwnSuite(LiveService live, DataDir dataDir) throws InterruptedException {
    var display = StartupDisplay.onThisTerminal(spec.commandLine().getOut());
    var gatewayPort = port == null ? OptionalInt.empty() : OptionalInt.of(port);
    try (display;
        var suite =
            Suite.open(Where.root(), dataDir, gatewayPort, Backends.OWN, Set.of(service), display);
        live) {
      Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(live, suite), "stop-dev"));
      suite.start();
      display.close();
      tell(SuiteState.read(dataDir));
      return live.run(EnvironmentFile.of(dataDir, service).read());
    }
  }

  private static void stop(LiveService live, Suite suite) {
    live.close();
    suite.close();
  }

  private void tell(SuiteState state) {
    say("gateway  " + state.url(Component.GATEWAY));
    say("API key  " + state.apiKey());
    say("starting %s from its sources, at %s".formatted(service.label(), state.url(service)));
  }

  private void say(String line) {
    spec.commandLine().getOut().println(line);
    spec.commandLine().getOut().flush();
  }
}
