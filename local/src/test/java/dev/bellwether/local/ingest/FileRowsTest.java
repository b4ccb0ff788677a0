package dev.bellwether.local.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.bellwether.local.suite.SuiteException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileRowsTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final FieldMapping TWEETS =
      FieldMapping.of(Kind.MENTIONS, List.of("id=tweet id", "text=tweet"), List.of("platform=x"));

  @TempDir Path folder;

  @Test
  void columnsAreFoundWhateverBlanksAndCaseSurroundThem() throws Exception {
    var file =
        write("tweets.csv", "Tweet ID, tweet, label\n'262596552399396864',\"one, two\",on-topic\n");

    var rows = FileRows.read(List.of(InputFile.of(file)), TWEETS);

    var row = json(rows, 0);
    assertEquals("262596552399396864", row.get("id").textValue());
    assertEquals("one, two", row.get("text").textValue());
    assertEquals("x", row.get("platform").textValue());
    assertEquals("2012-10-28T16:47:51.557Z", row.get("createdAt").textValue());
    assertEquals(4, row.size(), "a column that is no field is left out");
  }

  @Test
  void aQuotedValueMaySpanLinesAndTheNextRowKeepsItsLineNumber() throws Exception {
    var file =
        write(
            "a.csv",
            "id,platform,text,createdAt\n1,x,\"a \"\"b\"\"\nc\",2026-01-02T00:00:00Z\n2,x,d,2026-01-03T00:00:00Z\n");

    var rows = FileRows.read(List.of(InputFile.of(file)), plain());

    assertEquals("a \"b\"\nc", json(rows, 0).get("text").textValue());
    assertEquals(List.of(2L, 4L), rows.rows().stream().map(FileRows.Row::line).toList());
  }

  @Test
  void aByteOrderMarkAndGzipChangeNothing() throws Exception {
    var content = "\uFEFFid,platform,text,createdAt\n1,x,größer,2026-01-02T00:00:00Z\n";
    var plain = write("a.csv", content);
    var packed = folder.resolve("a.csv.gz");
    try (var out = new GZIPOutputStream(Files.newOutputStream(packed))) {
      out.write(content.getBytes(StandardCharsets.UTF_8));
    }
    for (var file : List.of(plain, packed)) {
      assertEquals(
          "größer",
          json(FileRows.read(List.of(InputFile.of(file)), plain()), 0).get("text").textValue());
    }
  }

  @Test
  void rowsOfAllFilesAreSortedByTheInstantNotByTheText() throws Exception {
    var csv = write("a.csv", "id,platform,text,createdAt\nlate,x,t,2026-01-01T02:00:00Z\n");
    var jsonl =
        write(
            "b.jsonl",
            "{\"id\":\"early\",\"platform\":\"x\",\"text\":\"t\",\"createdAt\":\"2026-01-01T03:00:00+02:00\"}\n");

    var rows = FileRows.read(List.of(InputFile.of(csv), InputFile.of(jsonl)), plain());

    assertEquals("early", json(rows, 0).get("id").textValue());
    assertEquals("late", json(rows, 1).get("id").textValue());
  }

  @Property(tries = 50)
  void rowsComeInOrderOfTimeAndRowsOfOneTimeInOrderOfTheFile(
      @ForAll @Size(min = 1, max = 60) List<@LongRange(min = 0, max = 20) Long> seconds)
      throws IOException {
    var file = Files.createTempFile("rows", ".jsonl");
    var lines = new ArrayList<String>();
    for (int i = 0; i < seconds.size(); i++) {
      lines.add(
          "{\"id\":\"%d\",\"platform\":\"x\",\"text\":\"t\",\"createdAt\":\"2026-01-01T00:00:%02dZ\"}"
              .formatted(i, seconds.get(i)));
    }
    Files.write(file, lines);
    try {
      var rows = FileRows.read(List.of(InputFile.of(file)), plain()).rows();
      assertEquals(seconds.size(), rows.size());
      for (int i = 1; i < rows.size(); i++) {
        var before = rows.get(i - 1);
        var after = rows.get(i);
        assertTrue(
            before.time() < after.time()
                || before.time() == after.time() && before.line() < after.line());
      }
    } finally {
      Files.delete(file);
    }
  }

  @Test
  void aRowThatCannotBeSentIsReportedWithItsLineFieldAndReason() throws Exception {
    var file =
        write(
            "a.jsonl",
            """
            {"id":"1","platform":"bluesky","text":"t"}
            not json

            {"id":"2","platform":"bluesky","text":"t","createdAt":"yesterday"}
            [1]
            {"platform":"x","text":"t","createdAt":"2026-01-01T00:00:00Z"}
            {"id":"abc","platform":"x","text":"t"}
            """);

    var rows = FileRows.read(List.of(InputFile.of(file)), plain());

    assertEquals(0, rows.rows().size());
    assertEquals(
        List.of("1 createdAt", "2 null", "4 createdAt", "5 null", "6 id", "7 createdAt"),
        rows.refused().stream().map(r -> r.line() + " " + r.field()).toList());
    assertEquals("2", rows.refused().get(2).id());
    assertTrue(rows.refused().get(2).reason().contains("'yesterday' is not an ISO-8601 time"));
    assertTrue(rows.refused().getFirst().reason().contains("--map createdAt=COLUMN"));
  }

  @Test
  void aRowWithTooFewOrTooManyValuesIsReportedAndTheRestIsRead() throws Exception {
    var file =
        write(
            "a.csv",
            "id,platform,text,createdAt\n1,x\n2,x,t,2026-01-01T00:00:00Z,more\n3,x,t,2026-01-01T00:00:00Z\n");
    var rows = FileRows.read(List.of(InputFile.of(file)), plain());
    assertEquals(1, rows.rows().size());
    assertEquals(List.of(2L, 3L), rows.refused().stream().map(RowReport::line).toList());
  }

  @Test
  void aColumnThatNoFileHasIsRefusedBeforeAnythingIsSent() throws Exception {
    var file = write("a.csv", "tweet,label\nt,x\n");
    var refused =
        assertThrows(
            SuiteException.class, () -> FileRows.read(List.of(InputFile.of(file)), TWEETS));
    assertEquals("no file has a column 'tweet id'; columns: tweet, label", refused.getMessage());
  }

  @Test
  void adFiguresKeepTheirNumbersAndTakeTheirWindowFromAConstant() throws Exception {
    var file =
        write("ads.csv", "adset,Spent,impressions,age\ns1, 1.429999948 ,7350,30-34\ns2,,oops,\n");
    var mapping =
        FieldMapping.of(
            Kind.ADS,
            List.of("spend=spent"),
            List.of("window=2023-08-31", "currency=EUR", "account=a1"));

    var rows = FileRows.read(List.of(InputFile.of(file)), mapping);

    assertEquals("1.429999948", json(rows, 0).get("spend").decimalValue().toPlainString());
    assertEquals(7350, json(rows, 0).get("impressions").intValue());
    assertEquals("2023-08-31", json(rows, 0).get("date").textValue());
    assertEquals(
        "oops",
        json(rows, 1).get("impressions").textValue(),
        "the service says what is wrong with it");
    assertTrue(!json(rows, 1).has("spend"), "an empty value is an absent one");
  }

  @Test
  void aDayInAnotherNotationIsUnderstoodWhenItsPatternIsGiven() throws Exception {
    var file = write("ads.csv", "Date,adSet\n31-08-2023,s1\n2023-08-31,s2\n");
    var rows =
        FileRows.read(
            List.of(InputFile.of(file)),
            FieldMapping.of(Kind.ADS, List.of("date=date(Date, dd-MM-yyyy)"), List.of()));
    assertEquals("2023-08-31", json(rows, 0).get("date").textValue());
    assertEquals(3, rows.refused().getFirst().line());
  }

  @Test
  void theKindFollowsFromTheNames() {
    assertEquals(Kind.ADS, Kind.guess(List.of("date", " Spend ")));
    assertEquals(Kind.ADS, Kind.guess(List.of("ADSET")));
    assertEquals(Kind.MENTIONS, Kind.guess(List.of("tweet id", "tweet", "label")));
  }

  @Test
  void anUnknownFieldOrAMisspeltPairIsNamed() {
    var field =
        assertThrows(
            IllegalArgumentException.class,
            () -> FieldMapping.of(Kind.MENTIONS, List.of("txt=tweet"), List.of()));
    assertTrue(
        field.getMessage().startsWith("mentions have no field 'txt'; fields: id, platform, text"),
        field.getMessage());
    assertThrows(
        IllegalArgumentException.class,
        () -> FieldMapping.of(Kind.MENTIONS, List.of(), List.of("platform")));
  }

  private static FieldMapping plain() {
    return FieldMapping.of(Kind.MENTIONS, List.of(), List.of());
  }

  private static JsonNode json(FileRows rows, int index) throws IOException {
    // as the service reads money: exactly
    return JSON.reader()
        .with(com.fasterxml.jackson.databind.DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
        .readTree(rows.rows().get(index).json());
  }

  private Path write(String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name), content);
  }
}
