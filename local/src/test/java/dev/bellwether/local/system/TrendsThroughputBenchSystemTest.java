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

/** {@code bench trends throughput} measures the running service; how much is no test's business. */
class TrendsThroughputBenchSystemTest {

  @Test
  void theServiceReadsAndJudgesEveryPostAndTellsWhatThatCost() throws Exception {
    Path target = Files.createDirectories(SharedData.root().resolve("local/target"));
    var out = new StringWriter();
    var err = new StringWriter();
    int exit =
        Bellwether.commandLine()
            .setOut(new PrintWriter(out, true))
            .setErr(new PrintWriter(err, true))
            .execute(
                "bench",
                "trends",
                "throughput",
                "--service-only",
                "--posts",
                "2000",
                "--monitors",
                "3",
                "--json",
                "--data-dir",
                Files.createTempDirectory(target, "bench-").toString());
    assertEquals(0, exit, err.toString());
    var figures = new ObjectMapper().readTree(out.toString()).get("throughKafka");
    assertEquals(2_000, figures.get("posts").asInt());
    assertEquals(3, figures.get("monitors").asInt());
    assertTrue(figures.get("postsPerSecondPerCore").asDouble() > 0);
    assertTrue(figures.get("postsPerSecond").asDouble() > 0);
    assertTrue(figures.get("residentBytes").asLong() > 10_000_000);
    assertTrue(figures.get("stateBytes").asLong() > 0);
    assertEquals("-XX:TieredStopAtLevel=1", figures.get("jvm").get(2).asText());
  }
}
