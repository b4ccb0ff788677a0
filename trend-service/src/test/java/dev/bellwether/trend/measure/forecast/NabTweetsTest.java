package dev.bellwether.trend.measure.forecast;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The shipped forecasts on real counts, where these are at hand. */
class NabTweetsTest {

  @Test
  void mentionsOfCompaniesAreForecastBetterThanByTheirProfiles() throws IOException {
    var out = new StringWriter();
    int exit =
        ForecastCommand.commandLine(new ForecastCommand())
            .setOut(new PrintWriter(out))
            .setErr(new PrintWriter(new StringWriter()))
            .execute(data("nab").toString(), "--json");
    assertEquals(0, exit);
    var figures = new ObjectMapper().readTree(out.toString());
    double mase = figures.get("mase").asDouble();
    assertTrue(mase <= 0.72, "MASE " + mase);
    figures
        .get("peers")
        .forEach(peer -> assertTrue(mase < peer.get("mase").asDouble(), peer.toString()));
    assertEquals(0.9, figures.get("coverage90").asDouble(), 0.02);
    assertEquals(0.5, figures.get("coverage50").asDouble(), 0.04);
  }

  @Test
  void aDayOfATrendIsForecastBetterThanByItsLastHour() throws IOException {
    var out = new StringWriter();
    int exit =
        ForecastCommand.commandLine(new LifeCommand())
            .setOut(new PrintWriter(out))
            .execute(data("crisislex").toString(), data("nab").toString(), "--json");
    assertEquals(0, exit);
    var figures = new ObjectMapper().readTree(out.toString());
    double error = figures.get("Bellwether").get("totalError").asDouble();
    assertTrue(error < 0.75 * figures.get("the last hour goes on").get("totalError").asDouble());
    assertTrue(error < figures.get("halving every 12 h").get("totalError").asDouble());
    assertEquals(0.9, figures.get("Bellwether").get("coverage90").asDouble(), 0.03);
  }

  private static Path data(String folder) {
    var shared = System.getenv("BELLWETHER_SHARED");
    var root = shared == null ? Path.of("../../shared") : Path.of(shared);
    var data = root.resolve("data").resolve(folder).toAbsolutePath().normalize();
    assumeTrue(
        Files.isDirectory(data), "SKIPPED: needs the data folder " + data + ", which is not there");
    return data;
  }
}
