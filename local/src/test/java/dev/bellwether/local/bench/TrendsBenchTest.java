package dev.bellwether.local.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.bellwether.local.Bellwether;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The command line of {@code bench trends}; what it measures is trend-service's business. */
class TrendsBenchTest {

  @Test
  void thereAreFourMeasurements() {
    var help = run("bench", "trends", "--help");
    assertEquals(0, help.exit());
    for (var name : new String[] {"nab", "events", "forecast", "throughput"}) {
      assertTrue(help.out().lines().anyMatch(line -> line.strip().startsWith(name)), help.out());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"nab", "events", "forecast", "throughput"})
  void eachSaysWhatItsExitCodesMean(String name) {
    var help = run("bench", "trends", name, "--help");
    assertEquals(0, help.exit());
    assertTrue(help.out().contains("--json"), help.out());
    assertTrue(help.out().contains("could not measure"), help.out());
  }

  @ParameterizedTest
  @ValueSource(strings = {"nab", "events", "forecast"})
  void aFolderThatIsNotThereIsNamedBeforeAnythingStarts(String name, @TempDir Path folder) {
    var missing = folder.resolve("missing").toString();
    var refused = run("bench", "trends", name, missing);
    assertEquals(2, refused.exit());
    assertTrue(refused.err().contains(missing + " is no folder"), refused.err());
    assertEquals(2, run("bench", "trends", name).exit(), "no folder at all");
  }

  @Test
  void theMeasuringProgramIsGivenTheWholePath() {
    var parsed = Bellwether.commandLine().parseArgs("bench", "trends", "nab", ".", "--json");
    var spec = parsed.subcommand().subcommand().subcommand().commandSpec();
    var folder = (MeasuredFolder) spec.mixins().get("measured").userObject();
    assertEquals(
        List.of(Path.of(".").toAbsolutePath().toString(), "--seeds", "2", "--json"),
        folder.arguments(List.of("--seeds", "2")));
  }

  @Test
  void fewPostsAreNoMeasurement() {
    var refused = run("bench", "trends", "throughput", "--posts", "10");
    assertEquals(2, refused.exit());
    assertTrue(refused.err().contains("--posts must be at least 1000"), refused.err());
    assertEquals(2, run("bench", "trends", "throughput", "--monitors", "0").exit());
    assertEquals(2, run("bench", "trends", "throughput", "--kernel-only", "--service-only").exit());
  }

  private record Run(int exit, String out, String err) {}

  private static Run run(String... arguments) {
    var out = new StringWriter();
    var err = new StringWriter();
    int exit =
        Bellwether.commandLine()
            .setOut(new PrintWriter(out, true))
            .setErr(new PrintWriter(err, true))
            .execute(arguments);
    return new Run(exit, out.toString(), err.toString());
  }
}
