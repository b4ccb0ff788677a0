package dev.bellwether.campaign.measure.mmm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.bellwether.campaign.SharedFiles;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MmmCommandTest {

  private static final int WEEKS = 60;

  @TempDir Path folder;

  @Test
  void aFileWithNamesOfItsOwnIsMeasured() throws IOException {
    Path file = written(rows());
    var ran =
        run(
            file.toString(),
            "--date=start",
            "--target=orders",
            "--spend=tv,web",
            "--controls=price",
            "--json");
    assertEquals(0, ran.code(), ran.err());
    JsonNode json = new ObjectMapper().readTree(ran.out());
    assertEquals(1, ran.out().lines().count());
    assertEquals("own.csv", json.get("file").asText());
    assertEquals(WEEKS, json.get("rows").asInt());
    assertEquals(12, json.at("/holdout/periods").asInt(), "a fifth, where that is below 13");
    assertEquals(48, json.at("/train/periods").asInt());
    assertEquals("2025-12-08", json.at("/holdout/from").asText());
    assertEquals(
        List.of("tv", "web"),
        json.get("channels").findValues("name").stream().map(JsonNode::asText).toList());
    for (String peer : List.of("seasonalNaive", "recentMean", "linear", "withoutMedia")) {
      assertTrue(json.at("/peers/" + peer + "/holdout/nrmse").isNumber(), peer);
    }
    assertTrue(json.at("/channels/0/roi/mean").asDouble() > 0);
    assertTrue(json.at("/holdout/r2").isNumber());
    assertTrue(ran.err().contains("100 %"), "progress belongs on stderr");
  }

  @Test
  void whatCannotBeMeasuredIsOneLineThatSaysWhy() throws IOException {
    assertRefused("There is no file", folder.resolve("none.csv"));
    List<String> rows = rows();
    assertRefused("name them with --spend", written(rows), "--date=start", "--target=orders");
    assertRefused(
        "There is no column radio",
        written(rows),
        "--date=start",
        "--target=orders",
        "--spend=radio");
    assertRefused("--target", written(rows), "--date=start", "--spend=tv");

    List<String> gap = new ArrayList<>(rows);
    gap.remove(20);
    assertRefused("unevenly spaced", written(gap), columns());
    List<String> twice = new ArrayList<>(rows);
    twice.add(rows.get(5));
    assertRefused("has two rows", written(twice), columns());
    List<String> word = new ArrayList<>(rows);
    word.set(3, word.get(3).replaceFirst(",[0-9.]+,", ",much,"));
    assertRefused("Line 4: tv is not a number", written(word), columns());
    List<String> negative = new ArrayList<>(rows);
    negative.set(3, negative.get(3).replaceFirst(",", ",-"));
    assertRefused("tv holds a value below 0", written(negative), columns());
    List<String> nan = new ArrayList<>(rows);
    nan.set(3, nan.get(3).replaceFirst(",[0-9.]+,", ",NaN,"));
    assertRefused("tv holds a value that is not a number", written(nan), columns());
    assertRefused("are too few", written(rows.subList(0, 25)), columns());
    assertRefused("has no rows", written(rows.subList(0, 1)), columns());
    List<String> oneDay =
        List.of("date,geo,sales,tv_spend", "2026-01-05,a,3,1", "2026-01-05,b,4,1");
    assertRefused("has one date only", written(oneDay));
    assertEquals(2, run("--holdout=0", written(rows).toString()).code());
    assertEquals(2, run().code());
  }

  @Test
  void robynsAndMeridiansFilesAreKnownByTheirColumns() throws IOException {
    var robyn = json(SharedFiles.file("mmm/robyn_dt_simulated_weekly.csv"));
    assertEquals(
        List.of("tv_S", "ooh_S", "print_S", "search_S", "facebook_S", "newsletter"), names(robyn));
    assertEquals(208, robyn.get("rows").asInt());
    assertTrue(robyn.at("/channels/5/roi").isNull(), "a newsletter is not paid");
    assertBeatsNaive(robyn);

    var national = json(SharedFiles.file("mmm/meridian_national_all_channels.csv"));
    assertEquals(6, names(national).size());
    assertTrue(names(national).contains("Organic_channel0_impression"));
    assertBeatsNaive(national);
  }

  @Test
  void meridiansGeosAreFittedTogether() throws IOException {
    var json = json(SharedFiles.file("mmm/meridian_geo_media.csv"));
    assertEquals(20, json.get("geos").asInt());
    assertTrue(json.at("/holdout/byGeo/nrmse").isNumber());
    double coverage = json.at("/holdout/coverage90").asDouble();
    // 13 weeks that share their luck: more than 90 % tells nothing, much less would
    assertTrue(coverage > 0.8, () -> "covers " + coverage);
    assertBeatsNaive(json);
  }

  private static void assertBeatsNaive(JsonNode json) {
    for (String peer : List.of("seasonalNaive", "recentMean")) {
      assertTrue(
          json.at("/holdout/nrmse").asDouble()
              < json.at("/peers/" + peer + "/holdout/nrmse").asDouble(),
          peer);
    }
  }

  private static List<String> names(JsonNode json) {
    return json.get("channels").findValues("name").stream().map(JsonNode::asText).toList();
  }

  private static JsonNode json(Path file) throws IOException {
    var ran = run(file.toString(), "--json");
    assertEquals(0, ran.code(), ran.err());
    return new ObjectMapper().readTree(ran.out());
  }

  private static String[] columns() {
    return new String[] {"--date=start", "--target=orders", "--spend=tv,web"};
  }

  private static List<String> rows() {
    var random = new Random(3);
    List<String> rows = new ArrayList<>(List.of("start,tv,web,price,orders"));
    for (int week = 0; week < WEEKS; week++) {
      double tv = 100 * random.nextDouble();
      double web = 50 * random.nextDouble();
      double price = 10 + random.nextGaussian();
      double orders = 500 + 2 * tv + web - 10 * price + 5 * random.nextGaussian();
      rows.add(
          LocalDate.parse("2025-01-06").plusWeeks(week)
              + ","
              + tv
              + ","
              + web
              + ","
              + price
              + ","
              + orders);
    }
    return rows;
  }

  private Path written(List<String> rows) throws IOException {
    return Files.write(folder.resolve("own.csv"), rows);
  }

  private static void assertRefused(String why, Path file, String... options) {
    List<String> arguments = new ArrayList<>(List.of(options));
    arguments.add(file.toString());
    var ran = run(arguments.toArray(String[]::new));
    assertEquals(1, ran.code(), ran.err());
    assertTrue(ran.err().contains(why), ran.err());
    assertEquals(1, ran.err().lines().count(), ran.err());
    assertEquals("", ran.out());
  }

  private record Ran(int code, String out, String err) {}

  private static Ran run(String... arguments) {
    var out = new StringWriter();
    var err = new StringWriter();
    int code =
        MmmCommand.commandLine()
            .setOut(new PrintWriter(out))
            .setErr(new PrintWriter(err))
            .execute(arguments);
    return new Ran(code, out.toString(), err.toString());
  }
}
