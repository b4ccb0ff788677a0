package dev.bellwether.local.ingest;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.bellwether.local.suite.SuiteException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files that are not what they should be: a reason for each, and the rest goes through. */
class BadFilesTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final FieldMapping PLAIN =
      FieldMapping.of(Kind.MENTIONS, List.of(), List.of("platform=x"));
  private static final String HEADER = "id,text,createdAt\n";
  private static final String GOOD = "1,größer,2026-01-02T00:00:00Z\n";
  private static final String GOOD_JSON =
      "{\"id\":\"1\",\"text\":\"größer\",\"createdAt\":\"2026-01-02T00:00:00Z\"}\n";

  @TempDir Path folder;

  private FileRows read(String name, byte[] content) throws IOException {
    return FileRows.read(List.of(InputFile.of(Files.write(folder.resolve(name), content))), PLAIN);
  }

  private FileRows read(String name, String content) throws IOException {
    return read(name, content.getBytes(UTF_8));
  }

  private String refused(String name, byte[] content) throws IOException {
    var file = Files.write(folder.resolve(name), content);
    return refused(file);
  }

  private static String refused(Path file) {
    var refused =
        assertThrows(SuiteException.class, () -> FileRows.read(List.of(InputFile.of(file)), PLAIN));
    assertEquals(1, refused.getMessage().lines().count(), refused.getMessage());
    return refused.getMessage();
  }

  private static List<String> texts(FileRows rows) throws IOException {
    var texts = new ArrayList<String>();
    for (var row : rows.rows()) {
      JsonNode json = JSON.readTree(row.json());
      texts.add(json.get("text").textValue());
    }
    return texts;
  }

  @ParameterizedTest
  @CsvSource({
    "a.csv,''",
    "a.csv,'\n\n \n'",
    "a.csv,'id,text,createdAt'",
    "a.jsonl,''",
    "a.jsonl,'\n \n'"
  })
  void aFileWithoutRowsSaysSo(String name, String content) throws IOException {
    assertTrue(refused(name, content.getBytes(UTF_8)).startsWith("nothing to send: "));
    var good = Files.writeString(folder.resolve("good.csv"), HEADER + GOOD);
    var rows =
        FileRows.read(List.of(InputFile.of(folder.resolve(name)), InputFile.of(good)), PLAIN);
    assertEquals(1, rows.rows().size());
    assertEquals(List.of(folder.resolve(name) + " has no rows"), rows.empty());
  }

  @Test
  void whatIsNoFileIsNamed() throws IOException {
    assertEquals(
        "no such file: " + folder.resolve("none.csv"), refused(folder.resolve("none.csv")));
    assertTrue(
        refused(Files.createDirectory(folder.resolve("folder.csv"))).contains("it is a directory"));
    var locked = Files.writeString(folder.resolve("locked.csv"), HEADER + GOOD);
    Files.setPosixFilePermissions(locked, PosixFilePermissions.fromString("---------"));
    // root may read everything
    if (!Files.isReadable(locked)) {
      assertEquals("no permission to read " + locked, refused(locked));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "UTF-8,EFBBBF",
    "UTF-16LE,FFFE",
    "UTF-16BE,FEFF",
    "UTF-32LE,FFFE0000",
    "UTF-32BE,0000FEFF"
  })
  void aByteOrderMarkDecidesTheEncoding(String charset, String mark) throws IOException {
    for (String name : List.of("a.csv", "a.jsonl")) {
      var content = new ByteArrayOutputStream();
      content.writeBytes(HexFormat.of().parseHex(mark));
      content.writeBytes(
          (name.equals("a.csv") ? HEADER + GOOD : GOOD_JSON).getBytes(Charset.forName(charset)));
      assertEquals(List.of("größer"), texts(read(name, content.toByteArray())));
      assertEquals(List.of("größer"), texts(read(name + ".gz", gzip(content.toByteArray()))));
    }
  }

  @Test
  void anotherEncodingIsNamedWithLineAndByteAndReadWhenItIsSaid() throws IOException {
    var latin = (HEADER + "0,ok,2026-01-02T00:00:00Z\n" + GOOD).getBytes(ISO_8859_1);
    var reason = refused("a.csv", latin);
    assertTrue(
        reason.contains(
            "byte 49, on line 3, is 0xF6, which is not UTF-8: say --encoding windows-1252"),
        reason);
    var said = InputFile.of(folder.resolve("a.csv")).with(Charset.forName("windows-1252"), ',');
    assertEquals(List.of("ok", "größer"), texts(FileRows.read(List.of(said), PLAIN)));

    assertTrue(
        refused("b.jsonl", GOOD_JSON.getBytes(UTF_16LE)).contains("say --encoding UTF-16LE"));
    assertTrue(refused("b.csv", HEADER.getBytes(UTF_16BE)).contains("say --encoding UTF-16BE"));
    assertTrue(
        refused("cut.csv", new byte[] {'i', 'd', '\n', (byte) 0xE2}).contains("byte 4, on line 2"));
    assertTrue(
        refused("binary.csv", new byte[] {(byte) 0xCA, (byte) 0xFE}).contains("byte 1, on line 1"));
  }

  @Test
  void theByteIsRightFarIntoALongFileToo() throws IOException {
    int lines = 20_000;
    var content = new ByteArrayOutputStream();
    content.writeBytes("ä\n".repeat(lines).getBytes(UTF_8));
    content.write(0xE4);
    var reason = refused("a.jsonl", content.toByteArray());
    assertTrue(
        reason.contains("byte %,d, on line %,d".formatted(lines * 3 + 1, lines + 1)), reason);
  }

  @Test
  void gzipThatLiesIsRefusedInOneLine() throws IOException {
    byte[] packed = gzip((HEADER + GOOD.repeat(1_000)).getBytes(UTF_8));
    assertEquals(1_000, read("several.csv.gz", packed).rows().size());
    assertEquals(1_000, read("by-content.csv", packed).rows().size());
    assertTrue(refused("plain.csv.gz", HEADER.getBytes(UTF_8)).contains("gzip only by its name"));
    assertTrue(refused("empty.csv.gz", new byte[0]).contains("gzip only by its name"));
    var garbage = Arrays.copyOf(packed, packed.length + 5);
    var reason = refused("garbage.csv.gz", garbage);
    assertTrue(reason.contains("after a valid .gz stream; nothing was sent"), reason);
    for (int length = 2; length < packed.length; length += 7) {
      assertTrue(
          refused("cut.csv.gz", Arrays.copyOf(packed, length)).contains("nothing was sent"),
          "cut after " + length);
    }
    assertTrue(refused("sheet.csv", new byte[] {'P', 'K', 3, 4, 0}).contains("export it as CSV"));
  }

  @Test
  void aLineLikeABombIsOneBadRowThatIsNeverHeld() throws IOException {
    var packed = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(packed)) {
      byte[] much = "x".repeat(1_000_000).getBytes(UTF_8);
      for (int i = 0; i < 100; i++) {
        gzip.write(much);
      }
      gzip.write(("\n" + GOOD_JSON).getBytes(UTF_8));
    }
    var rows = read("a.jsonl.gz", packed.toByteArray());
    assertEquals(List.of("größer"), texts(rows));
    assertEquals(
        "has 100,000,000 characters; at most 200,000 are taken",
        rows.refused().getFirst().reason());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'id':'Jane'|null|is not JSON",
        "{'id':1}{'id':2}|null|more than one JSON value",
        "['id']|null|is not a JSON object",
        "null|null|is not a JSON object",
        "{'id':'1','id':'2'}|id|more than once",
        "{'id':'1','ID':'2'}|ID|but for its case",
        "{'id':'1','text':'Jane\\ud83d','createdAt':'2026-01-01T00:00:00Z'}|text|surrogate",
        "{'id':'1','text':'t','createdAt':{'Jane':'\\ud83d'}}|createdAt|must be a plain value",
        "{'id':'1','text':{'Jane':'\\ud83d'},'createdAt':'2026-01-01T00:00:00Z'}|text|must be a plain value",
        "{'id':'1','text':'t','createdAt':'2026-01-01T00:00:00'}|createdAt|has no time zone",
        "{'id':'1','text':'t','createdAt':'2026-02-30T00:00:00Z'}|createdAt|is not an ISO-8601 time",
        "{'id':'1','text':'t','createdAt':17}|createdAt|seconds or milliseconds",
        "{'id':'1','text':'t','createdAt':1e99}|createdAt|seconds or milliseconds",
        "{'id':'1','text':'t','createdAt':1e99999999999}|null|too long a number",
        "{'id':'1','text':null,'createdAt':'2026-01-01T00:00:00Z'}|text|is missing or empty",
      })
  void aBadLineIsOneBadRowAndNothingOfItsTextIsTold(String line, String field, String reason)
      throws IOException {
    var rows = read("a.jsonl", GOOD_JSON + line.replace('\'', '"') + "\n" + GOOD_JSON);
    assertEquals(2, rows.rows().size());
    var bad = rows.refused().getFirst();
    assertEquals(2, bad.line());
    assertEquals(field, String.valueOf(bad.field()));
    assertTrue(bad.reason().contains(reason), bad.reason());
    assertFalse(bad.reason().contains("Jane"), bad.reason());
  }

  @Test
  void deepNestingIsOneBadRow() throws IOException {
    var rows = read("a.jsonl", "{\"id\":" + "[".repeat(100_000) + "\n" + GOOD_JSON);
    assertEquals(1, rows.rows().size());
    assertEquals(1, rows.refused().size());
  }

  @Test
  void aJsonArrayNamesTheRemedy() throws IOException {
    assertTrue(refused("a.json", "[\n{}\n]".getBytes(UTF_8)).contains("jq -c '.[]'"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "2,\"open,2026-01-02T00:00:00Z",
        "2,\"a\"b,2026-01-02T00:00:00Z",
        "2,a",
        "2,a,2026-01-02T00:00:00Z,more",
        "\"",
      })
  void aBrokenCsvRowIsOneBadRowWhereverItStands(String bad) throws IOException {
    var good = List.of("a,\"x, \"\"y\"\"\nz\",2026-01-02T00:00:00Z", "b,t,2026-01-02T00:00:00Z");
    for (int place = 0; place <= good.size(); place++) {
      var lines = new ArrayList<>(good);
      lines.add(place, bad);
      var rows = read("a.csv", HEADER + String.join("\n", lines) + "\n");
      assertEquals(2, rows.rows().size(), lines + " " + rows.refused());
      assertEquals(1, rows.refused().size(), lines + " " + rows.refused());
      assertEquals(2 + (place > 0 ? place + 1 : 0), rows.refused().getFirst().line());
    }
  }

  @Test
  void aFileOfBrokenRowsIsGivenUpAndSaysFromWhere() throws IOException {
    var rows = read("a.csv", HEADER + "1,\"a\"b,c\n".repeat(500) + GOOD);
    assertEquals(0, rows.rows().size());
    assertTrue(rows.refused().getLast().reason().startsWith("and what follows is not read"));
  }

  @Test
  void aHeaderThatDoesNotFitNamesTheRemedy() throws IOException {
    assertTrue(
        refused("a.csv", "id;text;createdAt\n1;t;x\n".getBytes(UTF_8)).contains("--separator ';'"));
    assertTrue(refused("b.csv", "id\ttext\n1\tt\n".getBytes(UTF_8)).contains("--separator tab"));
    assertTrue(
        refused("c.csv", ("\"id,text\n" + GOOD).getBytes(UTF_8)).contains("its header opens"));
    assertTrue(
        refused("d.csv", "id,text, Text,createdAt\n1,a,b,c\n".getBytes(UTF_8))
            .contains("it has the column 'Text' twice"));
    assertEquals(
        1, read("e.csv", "id,text,createdAt,n,n\n1,t,2026-01-02T00:00:00Z,,\n").rows().size());
    var semicolons =
        InputFile.of(Files.writeString(folder.resolve("f.csv"), (HEADER + GOOD).replace(',', ';')));
    assertEquals(
        List.of("größer"), texts(FileRows.read(List.of(semicolons.with(UTF_8, ';')), PLAIN)));
  }

  @Test
  void aMappedFieldThatNoLineHasIsRefusedInJsonToo() throws IOException {
    var file = Files.writeString(folder.resolve("a.jsonl"), GOOD_JSON + GOOD_JSON);
    var mapping = FieldMapping.of(Kind.MENTIONS, List.of("likes=Like"), List.of("platform=x"));
    var refused =
        assertThrows(
            SuiteException.class, () -> FileRows.read(List.of(InputFile.of(file)), mapping));
    assertTrue(refused.getMessage().startsWith("no file has a column 'Like'"));
  }

  @Test
  void aRowTooLargeForARequestIsOneBadRow() throws IOException {
    var rows =
        read("a.csv", HEADER + "0," + "x".repeat(250_000) + ",2026-01-02T00:00:00Z\n" + GOOD);
    assertEquals(List.of("größer"), texts(rows));
    assertTrue(rows.refused().getFirst().reason().contains("at most 200,000"));
  }

  @Test
  void mixedNotationsAndOffsetsAreSortedByTheInstant() throws IOException {
    var rows =
        read(
            "a.csv",
            HEADER
                + "e,5,1767312005\n"
                + "d,4,1767312004000\n"
                + "c,3,2026-01-02T00:00:03Z\n"
                + "b,2,2026-01-02T05:30:02+05:30\n"
                + "a,1,2026-01-01 19:00:01-0500\n");
    assertEquals(List.of("1", "2", "3", "4", "5"), texts(rows));
    for (var row : rows.rows()) {
      assertTrue(
          JSON.readTree(row.json()).get("createdAt").textValue().startsWith("2026-01-02T00:00:0"));
    }
  }

  @Test
  void aWindowThatIsSetGoesBeforeTheFilesOwnDate() throws IOException {
    var file =
        Files.writeString(folder.resolve("ads.csv"), "Date,start,end,spend\n31-08-2023,x,y,1\n");
    for (var window : List.of("2023-08-01T00:00/2023-08-31T00:00", "2023-08-31")) {
      var mapping = FieldMapping.of(Kind.ADS, List.of(), List.of("window=" + window));
      var rows = FileRows.read(List.of(InputFile.of(file)), mapping);
      var row = JSON.readTree(rows.rows().getFirst().json());
      assertEquals(!window.contains("/"), row.has("date"));
      assertEquals(window.contains("/"), row.has("start"));
    }
  }

  @Property(tries = 200)
  void anyBytesAreRowsOrOneReason(@ForAll byte[] bytes, @ForAll boolean csv) throws IOException {
    var file = Files.createTempFile("bad", csv ? ".csv" : ".jsonl");
    try {
      Files.write(file, bytes);
      FileRows.read(List.of(InputFile.of(file)), PLAIN);
    } catch (SuiteException e) {
      assertFalse(e.getMessage().isBlank());
    } finally {
      Files.delete(file);
    }
  }

  private static byte[] gzip(byte[] plain) throws IOException {
    var packed = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(packed)) {
      gzip.write(plain);
    }
    return packed.toByteArray();
  }
}
