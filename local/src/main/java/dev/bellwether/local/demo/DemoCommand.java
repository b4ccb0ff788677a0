package dev.bellwether.local.demo;

import dev.bellwether.embedded.FreePort;
import dev.bellwether.local.client.GatewayClient;
import dev.bellwether.local.simulator.AdMarket;
import dev.bellwether.local.simulator.Event;
import dev.bellwether.local.simulator.Scenario;
import dev.bellwether.local.suite.Component;
import dev.bellwether.local.suite.DataDir;
import dev.bellwether.local.suite.Erasure;
import dev.bellwether.local.suite.Leftovers;
import dev.bellwether.local.suite.ResidentMemory;
import dev.bellwether.local.suite.Running;
import dev.bellwether.local.suite.Suite;
import dev.bellwether.local.suite.SuiteException;
import dev.bellwether.local.suite.SuiteState;
import dev.bellwether.local.suite.Where;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Shows the suite at work on two simulated weeks. */
@Command(
    name = "demo",
    mixinStandardHelpOptions = true,
    description = {
      "Starts a suite of its own, plays two simulated weeks of posts and four weeks of ad figures through",
      "the gateway, and tells what the suite made of them. Runs on until Ctrl-C."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:the demo came to its end",
      "1:something failed; the last line says what",
      "2:wrong usage"
    })
public final class DemoCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Option(names = "--once", description = "Stops everything after the summary.")
  private boolean once;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "" + Scenario.DEFAULT_SEED,
      description =
          "Which scenario. The same seed gives the same posts and figures. Default: ${DEFAULT-VALUE}.")
  private long seed;

  @Option(
      names = "--speed",
      paramLabel = "HOURS",
      defaultValue = "0",
      description =
          "Simulated hours a second, at most. Default: as fast as the services take them.")
  private double speed;

  @Option(
      names = "--json",
      paramLabel = "FILE",
      description = "Writes the result there as JSON too.")
  private Path json;

  @Option(
      names = "--data-dir",
      paramLabel = "DIR",
      description =
          "Folder for the demo's data; it is emptied first, unless a suite of another kind lies there. Default: .bellwether/demo at the root of the source tree.")
  private Path dataDir;

  @Option(
      names = "--port",
      paramLabel = "PORT",
      description = "Where the gateway listens. Default: 8080, or a free port when that is taken.")
  private Integer port;

  @Override
  public Integer call() throws InterruptedException {
    long began = System.nanoTime();
    var out = spec.commandLine().getOut();
    boolean terminal = System.console() != null && System.console().isTerminal();
    var display = new DemoDisplay(out, terminal);
    var report =
        new DemoReport(out, terminal && System.getenv("NO_COLOR") == null ? Ansi.ON : Ansi.OFF);
    var folder = new DataDir(dataDir == null ? Where.root().resolve(".bellwether/demo") : dataDir);
    empty(folder);
    try (var suite = Suite.open(Where.root(), folder, gatewayPort(), display)) {
      Runtime.getRuntime().addShutdownHook(new Thread(suite::close, "stop-demo"));
      suite.start();
      double startSeconds = since(began);
      var scenario = Scenario.of(seed, Scenario.DEFAULT_END);
      try (var gateway = new GatewayClient(suite.gatewayUrl(), suite.apiKey());
          var reading = new Reading(suite.bootstrapServers())) {
        var market = AdMarket.of(seed, lastDay(scenario));
        var findings = new Demo(gateway, reading, scenario, market, display).run(speed);
        var result =
            result(findings, scenario, startSeconds, since(began), residentMegabytes(suite));
        report.print(result, scenario);
        if (json != null) {
          result.write(json);
        }
      }
      if (!once) {
        report.invite(suite.gatewayUrl(), suite.apiKey());
        out.println("\nrunning on; Ctrl-C stops all");
        out.flush();
        suite.awaitClosed();
      }
    }
    return 0;
  }

  /** A demo begins with nothing, and takes nothing from one that runs. */
  private void empty(DataDir folder) {
    Optional<Running> former = Running.read(folder);
    if (former.filter(Running::isAlive).isPresent()) {
      throw new SuiteException(
          "a demo runs in " + folder.path() + " already: stop it, or give another --data-dir");
    }
    if (!mayBeEmptied(folder)) {
      throw new SuiteException(
          "the suite in %s was not made by demo, which would empty it: give another --data-dir, or empty it with ./bellwether down --erase"
              .formatted(folder.path()));
    }
    new Leftovers(folder, former).end();
    new Erasure(folder).run();
    folder.markAsDemo();
  }

  /** Nobody puts a suite into the default folder but the demo. */
  private boolean mayBeEmptied(DataDir folder) {
    return dataDir == null || folder.isDemo() || !folder.hasState();
  }

  private DemoResult result(
      Demo.Findings found, Scenario scenario, double startSeconds, double seconds, long megabytes) {
    long spam =
        scenario.posts().stream().filter(post -> post.truth().event() == Event.SPAM).count();
    return new DemoResult(
        seed,
        found.posts(),
        found.figures(),
        found.archived(),
        found.scored(),
        found.monitors(),
        found.trends(),
        found.storm(),
        found.launch(),
        found.plan(),
        found.suggested(),
        found.languages(),
        (double) spam / scenario.posts().size(),
        startSeconds,
        seconds,
        megabytes);
  }

  private static LocalDate lastDay(Scenario scenario) {
    return scenario.timeline().end().atZone(ZoneOffset.UTC).toLocalDate().minusDays(1);
  }

  private static long residentMegabytes(Suite suite) {
    return Arrays.stream(Component.values())
            .flatMap(part -> suite.process(part).stream())
            .mapToLong(ResidentMemory::ofTree)
            .sum()
        >> 20;
  }

  private static double since(long began) {
    return (System.nanoTime() - began) / 1e9;
  }

  private OptionalInt gatewayPort() {
    if (port != null) {
      return OptionalInt.of(port);
    }
    try (var socket =
        new ServerSocket(SuiteState.DEFAULT_GATEWAY_PORT, 1, InetAddress.getLoopbackAddress())) {
      return OptionalInt.of(socket.getLocalPort());
    } catch (IOException taken) {
      return OptionalInt.of(FreePort.find());
    }
  }
}
