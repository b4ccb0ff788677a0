package dev.bellwether.local.suite;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.function.ToIntFunction;

/**
 * Waits for parts that start, and gives up on one that dies again and again or never gets ready.
 */
record Startup(DataDir dataDir, SuiteState state, ToIntFunction<Component> deaths, Health health)
    implements AutoCloseable {

  private static final Duration LONGEST = Duration.ofMinutes(3);
  private static final Duration BETWEEN_QUESTIONS = Duration.ofMillis(150);
  private static final int LIVES = 3;
  private static final int LINES_SHOWN = 15;

  Startup(DataDir dataDir, SuiteState state, ToIntFunction<Component> deaths) {
    this(dataDir, state, deaths, new Health(state));
  }

  /**
   * @throws SuiteException with the end of the part's log when it does not come up
   */
  void await(Component component) throws InterruptedException, IOException {
    long deadline = System.nanoTime() + LONGEST.toNanos();
    while (!health.isReady(component)) {
      if (deaths.applyAsInt(component) >= LIVES) {
        throw failed(component, "it ended " + LIVES + " times");
      }
      if (System.nanoTime() > deadline) {
        throw failed(component, "it is not ready after " + LONGEST.toSeconds() + " s");
      }
      Thread.sleep(BETWEEN_QUESTIONS);
    }
  }

  private SuiteException failed(Component component, String why) throws IOException {
    var log = dataDir.log(component.label());
    var lines =
        Files.exists(log)
            ? new String(Files.readAllBytes(log), StandardCharsets.UTF_8).lines().toList()
            : java.util.List.<String>of();
    var end = lines.subList(Math.max(0, lines.size() - LINES_SHOWN), lines.size());
    return new SuiteException(
        "%s does not come up: %s. The end of %s:%n  %s"
            .formatted(component.label(), why, log, String.join("\n  ", end)));
  }

  @Override
  public void close() {
    health.close();
  }
}
