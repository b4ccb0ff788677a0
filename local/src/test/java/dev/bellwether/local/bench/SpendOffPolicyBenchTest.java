package dev.bellwether.local.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The command line alone; what it measures is campaign-optimizer's business. */
class SpendOffPolicyBenchTest {

  @TempDir Path folder;

  @Test
  void theMeasuringProgramIsGivenTheWholePath() {
    var bench = new SpendOffPolicyBench();
    new CommandLine(bench).parseArgs(".", "--repetitions", "20", "--json");
    // The child runs elsewhere
    assertEquals(
        List.of(Path.of(".").toAbsolutePath().toString(), "--repetitions", "20"),
        bench.arguments());
  }

  @Test
  void whatCannotBeMeasuredIsRefusedBeforeAnythingStarts() {
    assertRefused("--repetitions must be 1 or more", folder.toString(), "--repetitions", "0");
    var missing = folder.resolve("missing").toString();
    assertRefused(missing + " is no folder", missing);
    assertRefused("DIR");
  }

  private static void assertRefused(String why, String... arguments) {
    var err = new StringWriter();
    int code =
        new CommandLine(new SpendOffPolicyBench()).setErr(new PrintWriter(err)).execute(arguments);
    assertEquals(2, code);
    assertTrue(err.toString().contains(why), err::toString);
  }
}
