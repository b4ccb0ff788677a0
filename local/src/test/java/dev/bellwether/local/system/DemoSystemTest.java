package dev.bellwether.local.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.bellwether.embedded.FreePort;
import dev.bellwether.local.Bellwether;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.logging.Logger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the demo promises a newcomer, on a seed of its own. */
class DemoSystemTest {

  private static final Logger LOG = Logger.getLogger(DemoSystemTest.class.getName());

  private static JsonNode result;

  @BeforeAll
  static void play(@TempDir Path folder) throws Exception {
    Path json = folder.resolve("result.json");
    Path target = Files.createDirectories(SharedData.root().resolve("local/target"));
    var out = new StringWriter();
    int exit =
        Bellwether.commandLine()
            .setOut(new PrintWriter(out, true))
            .setErr(new PrintWriter(out, true))
            .execute(
                "demo",
                "--once",
                "--json",
                json.toString(),
                "--port",
                Integer.toString(FreePort.find()),
                "--data-dir",
                Files.createTempDirectory(target, "demo-").toString());
    LOG.info(out.toString());
    assertEquals(0, exit, out.toString());
    result = new ObjectMapper().readTree(json.toFile());
  }

  @Test
  void everyPostIsTakenArchivedAndScored() {
    int accepted = result.get("accepted").asInt();
    assertTrue(accepted >= 20_000, "accepted " + accepted);
    assertEquals(0, result.get("rejected").asInt());
    assertEquals(accepted, result.get("archived").asInt());
    assertEquals(accepted, result.get("scored").asInt());
  }

  @Test
  void theStormIsListedWithinTwoSimulatedHours() {
    JsonNode storm = result.get("storm");
    assertFalse(storm.get("detectedAt").isNull(), "the storm was not found");
    var delay =
        Duration.between(
            Instant.parse(storm.get("startedAt").asText()),
            Instant.parse(storm.get("detectedAt").asText()));
    assertTrue(delay.compareTo(Duration.ofHours(2)) <= 0, "found after " + delay);
    assertFalse(delay.isNegative(), "found before it began: " + delay);
  }

  @Test
  void thePlanSpendsTheBudgetToTheMicroAndReturnsFivePercentMoreInTruth() {
    JsonNode plan = result.get("plan");
    assertEquals(plan.get("budgetMicros").asLong(), plan.get("plannedSumMicros").asLong());
    double gain = plan.get("trueReturnPlan").asDouble() / plan.get("trueReturnToday").asDouble();
    assertTrue(gain >= 1.05, "the plan returns " + gain + " times today's split");
  }

  @Test
  void theSuiteStaysUnderTwoAndAHalfGigabytes() {
    int resident = result.get("residentMegabytes").asInt();
    assertTrue(resident > 0 && resident < 2_500, "resident " + resident + " MB");
  }
}
