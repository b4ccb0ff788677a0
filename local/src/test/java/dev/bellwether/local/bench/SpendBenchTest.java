package dev.bellwether.local.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.bellwether.local.Bellwether;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The command line of {@code bench spend}; what it measures is campaign-optimizer's business. */
class SpendBenchTest {

  @Test
  void thereAreFourMeasurements() {
    var help = run("bench", "spend", "--help");
    assertEquals(0, help.exit());
    for (var name : new String[] {"allocate", "market", "mmm", "offpolicy"}) {
      assertTrue(help.out().lines().anyMatch(line -> line.strip().startsWith(name)), help.out());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"allocate", "market", "mmm", "offpolicy"})
  void eachSaysWhatItsExitCodesMean(String name) {
    var help = run("bench", "spend", name, "--help");
    assertEquals(0, help.exit());
    assertTrue(help.out().contains("--json"), help.out());
    assertTrue(help.out().contains("could not measure"), help.out());
  }

  @Test
  void aFileThatIsNotThereIsNamedBeforeAnythingStarts(@TempDir Path folder) {
    var missing = folder.resolve("missing.csv").toString();
    var refused = run("bench", "spend", "mmm", missing);
    assertEquals(2, refused.exit());
    assertTrue(refused.err().contains(missing), refused.err());
    assertEquals(2, run("bench", "spend", "mmm").exit(), "no file at all");
  }

  @Test
  void sizesThatAreNoNumbersAreRefused() {
    assertEquals(2, run("bench", "spend", "allocate", "--n", "twelve").exit());
    assertEquals(2, run("bench", "spend", "market", "--arms", "few").exit());
  }

  @Test
  void theMeasuringProgramIsAskedForJson() {
    var parsed = Bellwether.commandLine().parseArgs("bench", "spend", "allocate", "--json");
    var spec = parsed.subcommand().subcommand().subcommand().commandSpec();
    var program = (SpendProgram) spec.mixins().get("program").userObject();
    assertEquals(List.of("--n", "12", "--json"), program.arguments(List.of("--n", "12")));
  }

  @Test
  void theColumnsOfAnyFileReachTheMediaMixProgramAsTheyWereNamed(@TempDir Path folder)
      throws IOException {
    var file = Files.createFile(folder.resolve("media.csv"));
    assertEquals(List.of(file.toString()), mediaMix(file.toString()).arguments());
    assertEquals(
        List.of(
            file.toString(),
            "--date",
            "week of",
            "--target",
            "sales",
            "--geo",
            "region",
            "--holdout",
            "8",
            "--spend",
            "tv",
            "--spend",
            "search",
            "--controls",
            "price"),
        mediaMix(
                file.toString(),
                "--date=week of",
                "--target=sales",
                "--spend=tv,search",
                "--controls=price",
                "--geo=region",
                "--holdout=8")
            .arguments());
    assertEquals(2, run("bench", "spend", "mmm", file.toString(), "--holdout", "1").exit());
  }

  private static SpendMmmBench mediaMix(String... given) {
    var line = new ArrayList<>(List.of("bench", "spend", "mmm"));
    line.addAll(List.of(given));
    var parsed = Bellwether.commandLine().parseArgs(line.toArray(String[]::new));
    return (SpendMmmBench) parsed.subcommand().subcommand().subcommand().commandSpec().userObject();
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
