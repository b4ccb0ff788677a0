package dev.bellwether.campaign.measure.offpolicy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.bellwether.campaign.SharedFiles;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OffPolicyCommandTest {

  @TempDir Path folder;

  /** The two logs of the Open Bandit Dataset, of the same week. */
  @Test
  void eachPolicysOwnClickRateIsNotContradictedByTheOthersLog() throws IOException {
    Path file = SharedFiles.file("obd/random_men.csv.gz");
    var ran = run(file.getParent().toString(), "--repetitions=60", "--json");
    assertEquals(0, ran.code(), ran.err());
    JsonNode json = new ObjectMapper().readTree(ran.out());
    for (JsonNode direction : json.get("directions")) {
      double truth = direction.get("onPolicy").asDouble();
      // The own rate is an estimate as well: two standard errors of 69 or 46 clicks
      double error = 2 * direction.get("onPolicyStandardError").asDouble();
      for (String name : List.of("ips", "snips", "dr")) {
        JsonNode estimate = direction.at("/estimates/" + name);
        assertTrue(
            estimate.get("low").asDouble() < truth + error
                && estimate.get("high").asDouble() > truth - error,
            () -> direction.get("to") + " by " + name + ": " + estimate);
      }
      assertFalse(
          direction.at("/guard/safe").asBoolean(),
          "some fifteen clicks prove nothing: " + direction);
    }
    for (JsonNode drawn : json.get("drawn")) {
      for (String name : List.of("ips", "snips", "dr")) {
        JsonNode quality = drawn.at("/estimators/" + name);
        double rmse = quality.get("rmse").asDouble();
        // Four standard errors of 60 logs
        assertEquals(0, quality.get("bias").asDouble(), 4 * rmse / Math.sqrt(60), name);
        assertTrue(quality.get("coverage95").asDouble() > 0.83, name);
      }
      assertTrue(drawn.get("guardPassed").asDouble() < 0.2);
    }
  }

  @Test
  void whatCannotBeReadIsOneLine() throws IOException {
    assertRefused("There is no file");
    write("random_men.csv.gz", "item_id,position,propensity_score,click\n");
    assertRefused("has no rows");
    write("random_men.csv.gz", "item_id,position,propensity_score,click\n1,1,0,0\n");
    assertRefused("Line 2 is none of a bandit log: propensity must be above 0");
    write("random_men.csv.gz", "item_id,position,propensity_score,click\n1,1,0.5,often\n");
    assertRefused("Line 2 is none of a bandit log");
    assertEquals(2, run(folder.toString(), "--repetitions=0").code());
  }

  private void assertRefused(String why) {
    var ran = run(folder.toString());
    assertEquals(1, ran.code(), ran.err());
    assertTrue(ran.err().contains(why), ran.err());
    assertEquals(1, ran.err().lines().count(), ran.err());
  }

  private void write(String name, String text) throws IOException {
    try (var out = new GZIPOutputStream(Files.newOutputStream(folder.resolve(name)))) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
  }

  private record Ran(int code, String out, String err) {}

  private static Ran run(String... arguments) {
    var out = new StringWriter();
    var err = new StringWriter();
    int code =
        OffPolicyCommand.commandLine()
            .setOut(new PrintWriter(out))
            .setErr(new PrintWriter(err))
            .execute(arguments);
    return new Ran(code, out.toString(), err.toString());
  }
}
