package dev.bellwether.trend.measure.forecast;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ForecastCommandTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @TempDir Path folder;

  @Test
  void theJsonHasTheShapeOfTheGoldenFile() throws IOException {
    var tweets = Files.createDirectories(folder.resolve("data/realTweets"));
    Files.createDirectories(folder.resolve("data/other"));
    write(tweets.resolve("a.csv"), 720, 1);
    write(tweets.resolve("b.csv"), 860, 2);

    assertEquals(0, run(folder.toString(), "--json"));
    var figures = (ObjectNode) JSON.readTree(out.toString());
    assertTrue(figures.remove("millisPerForecast").asDouble() > 0);
    assertEquals(golden(), figures);
    assertTrue(err.toString().contains("Forecasts: b.csv, 2 of 2"), err.toString());
  }

  @Test
  void aTableIsPrintedForPeople() throws IOException {
    write(folder.resolve("a.csv"), 500, 1);
    write(folder.resolve("b.csv"), 500, 2);
    assertEquals(0, run(folder.toString(), "--leave-one-out"));
    for (var row :
        List.of("Bellwether", "settings by the other files", "seasonal naive 168 h", "b.csv")) {
      assertTrue(out.toString().contains(row), row);
    }
  }

  @Test
  void aRowThatCannotBeReadIsNamedWithWhatItNeeds() throws IOException {
    Files.writeString(
        folder.resolve("bad.csv"), "timestamp,value\n2026-01-01 00:00:00,1\nyesterday,2\n");
    assertEquals(1, run(folder.toString()));
    var said = err.toString();
    assertTrue(said.contains("bad.csv, line 3: needs a time and a number"), said);
    assertFalse(said.contains("Exception"), said);
  }

  @Test
  void aFolderWithoutSeriesIsToldWithWhatToGive() throws IOException {
    assertEquals(1, run(folder.resolve("nowhere").toString()));
    assertTrue(err.toString().contains("give NAB's or one with csv files"), err.toString());
    assertEquals(1, run(folder.toString()));
    assertTrue(err.toString().contains("holds no .csv file"), err.toString());
    write(folder.resolve("short.csv"), 100, 1);
    assertEquals(1, run(folder.toString()));
    assertTrue(err.toString().contains("no series of more than 360 hours"), err.toString());
    assertEquals(2, run());
  }

  @Test
  void aCategoryThatIsNotThereIsToldWithThoseThatAre() throws IOException {
    Files.createDirectories(folder.resolve("data/realTweets"));
    assertEquals(1, run(folder.toString(), "--category", "tweets"));
    assertTrue(err.toString().contains("it has [realTweets]"), err.toString());
  }

  @Test
  void whatLiesWithinAnHourIsSummedAndAnHourThatIsNotWholeIsUnknown() throws IOException {
    var file = folder.resolve("five-minutes.csv");
    var rows = new ArrayList<String>(List.of("timestamp,value"));
    var first = LocalDateTime.parse("2026-01-01T00:42:53");
    for (int at = 0; at < 100; at++) {
      if (at != 50) {
        rows.add(first.plusMinutes(5L * at) + "," + 2);
      }
    }
    Files.write(file, rows);
    var hours = HourlyFile.read(file);
    assertEquals("2026-01-01T01:00:00Z", hours.start().toString());
    assertEquals(24, hours.hours()[0]);
    assertTrue(Double.isNaN(hours.hours()[3]), "04:52 is missing");
    assertEquals(8, hours.hours().length);
  }

  private JsonNode golden() throws IOException {
    try (var file = getClass().getResourceAsStream("/golden/forecast.json")) {
      return JSON.readTree(file);
    }
  }

  /** Hours with a daily rhythm. */
  static void write(Path file, int hours, long seed) throws IOException {
    var random = new Random(seed);
    var rows = new ArrayList<String>(List.of("timestamp,value"));
    var first = LocalDateTime.parse("2026-01-01T00:00:00");
    for (int at = 0; at < hours; at++) {
      double usual = 100 + 60 * Math.sin(2 * Math.PI * at / 24);
      rows.add(first.plusHours(at) + "," + Math.round(usual + 10 * random.nextGaussian()));
    }
    Files.write(file, rows);
  }

  private int run(String... arguments) {
    return ForecastCommand.commandLine(new ForecastCommand())
        .setOut(new PrintWriter(out))
        .setErr(new PrintWriter(err))
        .execute(arguments);
  }
}
