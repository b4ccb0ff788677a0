package dev.bellwether.local.ingest;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.bellwether.local.Bellwether;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IngestCommandTest {

  @TempDir Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void rowsArriveInBatchesInOrderOfTime() throws Exception {
    var lines = new ArrayList<String>();
    lines.add("id,platform,text,createdAt");
    IntStream.range(0, 2_500)
        .forEach(
            i -> lines.add("%d,x,t,%s".formatted(i, java.time.Instant.ofEpochSecond(10_000 - i))));
    var file = Files.write(folder.resolve("a.csv"), lines);
    try (var door = new Door()) {
      assertEquals(0, ingest(door, file.toString()), err.toString());
      assertEquals(List.of(1_000, 1_000, 500), door.bodies.stream().map(b -> b.size()).toList());
      assertEquals("2499", door.bodies.getFirst().get(0).get("id").textValue());
      assertEquals("accepted 2,500, duplicate 0, rejected 0", out.toString().strip());
    }
  }

  @Test
  void eachRowThatIsNotAcceptedIsReportedWithFileAndLine() throws Exception {
    var file =
        Files.writeString(
            folder.resolve("a.csv"),
            "id,platform,text,createdAt\n1,x,good,2026-01-03T00:00:00Z\n2,x,twice,2026-01-02T00:00:00Z\n3,x,bad,2026-01-01T00:00:00Z\n4,bluesky,t,\n");
    var report = folder.resolve("report.csv");
    try (var door = new Door()) {
      assertEquals(
          1,
          ingest(door, file.toString(), "--json", "--report", report.toString()),
          err.toString());
    }
    assertEquals("{\"accepted\":1,\"duplicate\":1,\"rejected\":2}", out.toString().strip());
    assertEquals(
        List.of(
            "status,file,line,id,field,reason",
            "rejected,"
                + file
                + ",5,4,createdAt,is missing or empty: --map createdAt=COLUMN or --set createdAt=VALUE fills it",
            "rejected," + file + ",4,x:3,text,is bad",
            "duplicate," + file + ",3,x:2,,"),
        Files.readAllLines(report));
  }

  @Test
  void adFiguresGoWhereAdFiguresGo() throws Exception {
    var file =
        Files.writeString(
            folder.resolve("a.jsonl"), "{\"adSet\":\"s\",\"spend\":1.5,\"date\":\"2026-01-01\"}\n");
    try (var door = new Door()) {
      assertEquals(0, ingest(door, file.toString(), "--set", "currency=EUR"), err.toString());
      assertEquals(List.of("/v1/ad-performance"), door.paths);
      assertEquals("EUR", door.bodies.getFirst().get(0).get("currency").textValue());
    }
  }

  @Test
  void aMisspeltFieldIsWrongUsage() throws Exception {
    var file = Files.writeString(folder.resolve("a.csv"), "id\n1\n");
    try (var door = new Door()) {
      assertEquals(2, ingest(door, file.toString(), "--set", "currancy=EUR"));
      assertTrue(err.toString().contains("mentions have no field 'currancy'"), err.toString());
      assertEquals(List.of(), door.paths);
    }
  }

  @Test
  void whatCannotBeReadIsOneLineAndNothingIsSent() throws Exception {
    Files.writeString(folder.resolve("empty.csv"), "");
    Files.write(folder.resolve("latin.csv"), "id\nä\n".getBytes(ISO_8859_1));
    try (var door = new Door()) {
      for (var name : List.of("", "none.csv", "empty.csv", "latin.csv")) {
        err.getBuffer().setLength(0);
        assertEquals(1, ingest(door, folder.resolve(name).toString()), name);
        assertEquals(1, err.toString().lines().count(), err.toString());
      }
      assertEquals(2, ingest(door, folder.resolve("latin.csv").toString(), "--encoding", "latin"));
      assertTrue(err.toString().contains("--encoding latin: not known"), err.toString());
      assertEquals(List.of(), door.paths);
    }
  }

  @Test
  void theEncodingAndTheSeparatorMayBeSaid() throws Exception {
    var file =
        Files.write(
            folder.resolve("a.csv"),
            "id;text;createdAt\n1;größer;2026-01-03T00:00:00Z\n".getBytes(ISO_8859_1));
    try (var door = new Door()) {
      int code =
          ingest(
              door,
              file.toString(),
              "--set",
              "platform=x",
              "--encoding",
              "windows-1252",
              "--separator",
              ";");
      assertEquals(0, code, err.toString());
      assertEquals("größer", door.bodies.getFirst().get(0).get("text").textValue());
    }
  }

  @Test
  void withoutASuiteTheRemedyIsNamedInOneLine() throws Exception {
    var file =
        Files.writeString(
            folder.resolve("a.csv"), "id,platform,text,createdAt\n1,x,t,2026-01-03T00:00:00Z\n");
    int code = run("ingest", file.toString(), "--data-dir", folder.resolve("none").toString());
    assertEquals(1, code);
    assertEquals(
        "no suite has run in " + folder.resolve("none") + ": start one with ./bellwether up",
        err.toString().strip());
  }

  private int ingest(Door door, String... arguments) {
    return run(
        Stream.concat(
                Stream.of("ingest", "--url", door.url().toString(), "--key", "bw_test"),
                Stream.of(arguments))
            .toArray(String[]::new));
  }

  private int run(String... arguments) {
    return Bellwether.commandLine()
        .setOut(new PrintWriter(out))
        .setErr(new PrintWriter(err))
        .execute(arguments);
  }
}
