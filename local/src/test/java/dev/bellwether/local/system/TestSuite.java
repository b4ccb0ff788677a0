package dev.bellwether.local.system;

import dev.bellwether.embedded.FreePort;
import dev.bellwether.local.Bellwether;
import dev.bellwether.local.backends.Backends;
import dev.bellwether.local.suite.Component;
import dev.bellwether.local.suite.DataDir;
import dev.bellwether.local.suite.Narrator;
import dev.bellwether.local.suite.Suite;
import dev.bellwether.local.suite.SuiteState;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.logging.Logger;

/** A suite of real processes in a folder of its own, beside whatever else runs on the machine. */
final class TestSuite implements AutoCloseable {

  private final DataDir dataDir;
  private final Suite suite;

  private TestSuite(DataDir dataDir, Suite suite) {
    this.dataDir = dataDir;
    this.suite = suite;
  }

  static TestSuite start(String name) {
    return start(name, Backends.OWN, "");
  }

  static TestSuite start(String name, Backends backends) {
    return start(name, backends, "");
  }

  /**
   * @param settings of every service, as properties: an operator would set them in the environment
   */
  static TestSuite start(String name, String settings) {
    return start(name, Backends.OWN, settings);
  }

  private static TestSuite start(String name, Backends backends, String settings) {
    var dataDir = new DataDir(newFolder(name));
    try {
      // Quarkus reads it from the folder that it is started in
      Path config = Files.createDirectories(dataDir.path().resolve("config"));
      Files.writeString(config.resolve("application.properties"), settings);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    var suite =
        Suite.start(
            SharedData.root(), dataDir, OptionalInt.of(FreePort.find()), backends, new Heard());
    return new TestSuite(dataDir, suite);
  }

  /** A folder that outlasts the test, so that its logs tell why it failed. */
  static Path newFolder(String name) {
    try {
      Path target = Files.createDirectories(SharedData.root().resolve("local/target"));
      return Files.createTempDirectory(target, name + "-");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  DataDir dataDir() {
    return dataDir;
  }

  Suite suite() {
    return suite;
  }

  GatewayClient gateway() {
    return new GatewayClient(suite);
  }

  /** Where the suite's broker listens. */
  String kafka() {
    return "127.0.0.1:" + SuiteState.read(dataDir).port(Component.BROKER);
  }

  /** Where a service of this suite listens. */
  String url(Component service) {
    return SuiteState.read(dataDir).url(service);
  }

  /** What a part has written so far. */
  String log(Component part) {
    try {
      return Files.readString(dataDir.path().resolve("logs").resolve(part.label() + ".log"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Runs the command line as a user would, against this suite. */
  CommandResult run(String command, List<String> args) {
    return run(dataDir, command, args);
  }

  static CommandResult run(DataDir dataDir, String command, List<String> args) {
    var out = new StringWriter();
    var err = new StringWriter();
    List<String> line = new ArrayList<>(List.of(command, "--data-dir", dataDir.path().toString()));
    line.addAll(args);
    int exit =
        Bellwether.commandLine()
            .setOut(new PrintWriter(out, true))
            .setErr(new PrintWriter(err, true))
            .execute(line.toArray(String[]::new));
    return new CommandResult(exit, out.toString(), err.toString());
  }

  record CommandResult(int exit, String out, String err) {}

  /**
   * Passes on what a person at the terminal would read, so that a failed test shows which child
   * died when.
   */
  private static final class Heard implements Narrator {

    private static final Logger LOG = Logger.getLogger(TestSuite.class.getName());

    @Override
    public void ready(Component component, Duration sinceStart) {
      LOG.info(() -> component + " ready after " + sinceStart.toMillis() + " ms");
    }

    @Override
    public void say(String line) {
      LOG.info(line);
    }
  }

  @Override
  public void close() {
    suite.close();
  }
}
