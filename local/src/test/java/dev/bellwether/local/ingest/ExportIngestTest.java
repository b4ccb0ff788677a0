package dev.bellwether.local.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.bellwether.local.Bellwether;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Exports of ad platforms go in without a word about their columns. */
class ExportIngestTest {

  private static final String GOOGLE =
      """
      Ad group report
      "October 1, 2026 - October 2, 2026"
      Campaign,Ad group,Day,Device,Currency code,Cost,Impr.,Clicks,Conversions
      Brand,Terms,2026-10-02,Computers,EUR,"1,012.50","12,034",842,40.50
      Brand,Terms,2026-10-02,Tablets,EUR,100.00,966,58,1.33
      Brand,Terms,2026-10-01,Computers,EUR,5.00,1,1,0
      Brand,Terms,2026-10-41,Computers,EUR,5.00,1,1,0
      Total: Account, --, --, --,EUR,"1,112.50","13,000",900,41.83
      """;

  @TempDir Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void anExportIsKnownByItsHeaderAndTold() throws Exception {
    var file = Files.writeString(folder.resolve("ads.csv"), GOOGLE, StandardCharsets.UTF_16);
    var report = folder.resolve("report.csv");
    try (var door = new Door()) {
      int code =
          ingest(
              door,
              file.toString(),
              "--set",
              "account=123-456-7890",
              "--set",
              "timeZone=Europe/Berlin",
              "--report",
              report.toString());
      assertEquals(1, code, "a row was rejected: " + err);
      assertEquals(List.of("/v1/ad-performance"), door.paths);
      var rows = door.bodies.getFirst();
      assertEquals(2, rows.size());
      assertEquals("2026-10-01T00:00", rows.get(0).get("start").textValue());
      assertEquals("1112.5", rows.get(1).get("spend").textValue());
      assertEquals("41.83", rows.get(1).get("conversions").textValue());
    }
    List<String> told = out.toString().lines().toList();
    assertEquals("ads.csv: Google Ads, 2 rows", told.getFirst());
    assertTrue(told.get(1).contains("1 summed with others, 0 repeated, 1 totals"), out.toString());
    assertTrue(out.toString().contains("Conversions are the column \"Conversions\""));
    assertEquals("accepted 2, duplicate 0, rejected 1", told.getLast());
    List<String> reported = Files.readAllLines(report);
    assertTrue(reported.get(1).startsWith("rejected," + file + ",7,,date,"), reported.get(1));
  }

  @Test
  void whatIsMissingIsWrongUsageAndNothingIsSent() throws Exception {
    var file = Files.writeString(folder.resolve("ads.csv"), GOOGLE);
    try (var door = new Door()) {
      assertEquals(2, ingest(door, file.toString()));
      assertTrue(err.toString().contains("(--set account=…)"), err.toString());
      assertEquals(2, ingest(door, file.toString(), "--set", "acount=a"));
      var other = Files.writeString(folder.resolve("posts.csv"), "id,platform,text,createdAt\n");
      assertEquals(1, ingest(door, file.toString(), other.toString(), "--set", "account=a"));
      assertTrue(err.toString().contains("ingest them apart"), err.toString());
      assertEquals(List.of(), door.paths);
    }
  }

  @Test
  void countsAreJsonForPrograms() throws Exception {
    var file = Files.writeString(folder.resolve("ads.csv"), GOOGLE.replace("10-41", "10-03"));
    try (var door = new Door()) {
      assertEquals(
          0,
          ingest(door, file.toString(), "--json", "--set", "account=a", "--set", "timeZone=UTC"),
          err.toString());
    }
    assertTrue(
        out.toString()
            .startsWith("{\"accepted\":3,\"duplicate\":0,\"rejected\":0,\"exports\":[{\"file\":"),
        out.toString());
    assertTrue(out.toString().contains("\"summed\":1,\"repeated\":0,\"totals\":1,\"empty\":0"));
  }

  /** Its dates mean nothing, so one window is given; no value of it is quoted. */
  @Test
  void theFacebookAdsOfKaggleGoInByTheirOwnNames() throws Exception {
    var given = System.getenv("BELLWETHER_SHARED");
    Path shared = given == null ? Path.of("..", "..", "shared") : Path.of(given);
    Path file = shared.resolve("data/ads/KAG_conversion_data.csv").toAbsolutePath().normalize();
    assumeTrue(Files.exists(file), "SKIPPED: needs the file " + file + ", which is not there");
    try (var door = new Door()) {
      int code =
          ingest(
              door,
              Stream.of("account=kag", "timeZone=UTC", "currency=USD", "window=2023-08-31")
                  .flatMap(set -> Stream.of("--set", set))
                  .toList(),
              file);
      assertEquals(0, code, err.toString() + out);
      assertEquals(1_143, door.bodies.stream().mapToInt(body -> body.size()).sum());
      assertEquals(spent(file), spent(door), 1e-6);
    }
  }

  private static double spent(Path file) throws IOException {
    return Files.readAllLines(file).stream()
        .skip(1)
        .mapToDouble(line -> Double.parseDouble(line.split(",", -1)[9]))
        .sum();
  }

  private static double spent(Door door) {
    double spent = 0;
    for (var body : door.bodies) {
      for (var row : body) {
        spent += Double.parseDouble(row.get("spend").textValue());
      }
    }
    return spent;
  }

  private int ingest(Door door, List<String> options, Path file) {
    return ingest(
        door, Stream.concat(Stream.of(file.toString()), options.stream()).toArray(String[]::new));
  }

  private int ingest(Door door, String... arguments) {
    return Bellwether.commandLine()
        .setOut(new PrintWriter(out))
        .setErr(new PrintWriter(err))
        .execute(
            Stream.concat(
                    Stream.of("ingest", "--url", door.url().toString(), "--key", "bw_test"),
                    Stream.of(arguments))
                .toArray(String[]::new));
  }
}
