package dev.bellwether.local.bench;

import dev.bellwether.embedded.FreePort;
import dev.bellwether.local.backends.Backends;
import dev.bellwether.local.suite.Component;
import dev.bellwether.local.suite.DataDir;
import dev.bellwether.local.suite.StartupDisplay;
import dev.bellwether.local.suite.Suite;
import dev.bellwether.local.suite.Where;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Broker and database, and what else a benchmark needs beside the service that it measures. All of
 * it ends with {@link #close()}, or with this JVM.
 */
final class BenchSuite implements AutoCloseable {

  private final DataDir folder;
  private final Suite suite;

  private BenchSuite(DataDir folder, Suite suite) {
    this.folder = folder;
    this.suite = suite;
  }

  /**
   * Empties the folder, and returns when everything is ready.
   *
   * @param asked the folder; null for that of the benchmarks in the source tree
   * @param progress is told what has come up
   * @param services that run in it, unmeasured
   * @throws dev.bellwether.local.suite.SuiteException when the folder will not do or a part does
   *     not come up
   */
  static BenchSuite start(Path asked, PrintWriter progress, Component... services) {
    var folder =
        BenchFolder.empty(asked == null ? Where.root().resolve(".bellwether/bench") : asked);
    Set<Component> without = EnumSet.copyOf(Component.services());
    without.removeAll(List.of(services));
    try (var display = StartupDisplay.onThisTerminal(progress)) {
      var suite =
          Suite.open(
              Where.root(),
              folder,
              OptionalInt.of(FreePort.find()),
              Backends.OWN,
              without,
              display);
      Runtime.getRuntime().addShutdownHook(new Thread(suite::close, "stop-bench"));
      try {
        suite.start();
      } catch (RuntimeException e) {
        suite.close();
        throw e;
      }
      return new BenchSuite(folder, suite);
    }
  }

  /** The service that is measured; to be closed before the suite. */
  MeasuredService measure(Component service, List<String> jvmOptions) throws InterruptedException {
    return MeasuredService.start(Where.root(), folder, service, jvmOptions);
  }

  DataDir folder() {
    return folder;
  }

  String gatewayUrl() {
    return suite.gatewayUrl();
  }

  String apiKey() {
    return suite.apiKey();
  }

  String bootstrapServers() {
    return suite.bootstrapServers();
  }

  @Override
  public void close() {
    suite.close();
  }
}
