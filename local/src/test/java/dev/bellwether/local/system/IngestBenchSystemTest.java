package dev.bellwether.local.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.bellwether.local.Bellwether;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** {@code bench ingest} measures; how much is no test's business. */
class IngestBenchSystemTest {

  @Test
  void everyRoundTellsWhatAPostCosts() throws Exception {
    Path target = Files.createDirectories(SharedData.root().resolve("local/target"));
    var out = new StringWriter();
    var err = new StringWriter();
    int exit =
        Bellwether.commandLine()
            .setOut(new PrintWriter(out, true))
            .setErr(new PrintWriter(err, true))
            .execute(
                "bench",
                "ingest",
                "--posts",
                "1000",
                "--monitors",
                "0,40",
                "--json",
                "--data-dir",
                Files.createTempDirectory(target, "bench-").toString());
    assertEquals(0, exit, err.toString());
    var rounds = new ObjectMapper().readTree(out.toString()).get("rounds");
    assertEquals(2, rounds.size());
    assertEquals(40, rounds.get(1).get("monitors").asInt());
    for (var round : rounds) {
      assertEquals(1_000, round.get("posts").asInt());
      double micros = round.get("microsPerPost").asDouble();
      assertTrue(micros > 0, "no CPU was used");
      assertEquals(1e6 / micros, round.get("postsPerSecondPerCore").asDouble(), 1e-6 * 1e6);
    }
  }
}
