package dev.bellwether.trend.measure.nab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NabCommandTest {

  private static final LocalDateTime START = LocalDateTime.parse("2026-03-02T00:00:00");

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @TempDir Path folder;

  @BeforeEach
  void twoSeriesOneWithALabelledSpikeAndOneWithNothingToFind() throws IOException {
    write("tweets", "busy.csv", 2_500);
    write("calm", "still.csv", -1);
    Files.writeString(
        folder.resolve("combined_windows.json"),
        """
        {"tweets/busy.csv": [["%s", "%s"]], "calm/still.csv": [], "calm/withheld.csv": []}
        """
            .formatted(time(2_450).replace('T', ' ') + ".000000", time(2_550).replace('T', ' ')));
  }

  @Test
  void theFiguresOfEachCategoryAndOfAllAreOneJsonObject() throws IOException {
    assertEquals(0, run(folder.toString(), "--json"), err::toString);

    var report = JsonMapper.builder().build().readTree(out.toString());
    var tweets = report.path("categories").path("tweets");
    assertTrue(tweets.path("standard").asDouble() > 80, report::toString);
    assertEquals(tweets.path("standard"), report.path("all").path("standard"));
    assertTrue(tweets.path("standardBestThreshold").isNumber());
    assertTrue(tweets.path("lowFp").isNumber() && tweets.path("lowFn").isNumber());
    assertTrue(report.path("categories").path("calm").path("standard").isNull());
  }

  @Test
  void forPeopleThereIsATable() {
    assertEquals(0, run(folder.toString()), err::toString);

    assertTrue(out.toString().contains("tweets"), out::toString);
    assertTrue(out.toString().contains("leave-one-out"), out::toString);
  }

  @Test
  void aFolderWithoutDataIsRefusedWithWhatIsMissing() {
    assertEquals(1, run(folder.resolve("data").toString()));

    assertTrue(err.toString().contains("has no folder data"), err::toString);
  }

  @Test
  void aLineThatIsNoPointIsNamed() throws IOException {
    var file = folder.resolve("data/calm/still.csv");
    Files.writeString(file, "timestamp,value\n2026-03-02 00:00:00,1\nyesterday,2\n");

    assertEquals(1, run(folder.toString()));
    assertTrue(err.toString().contains("still.csv, line 3: expected a timestamp"), err::toString);
  }

  @Test
  void aFileWithoutLabelsIsNamed() throws IOException {
    write("calm", "unknown.csv", -1);

    assertEquals(1, run(folder.toString()));
    assertTrue(err.toString().contains("does not know calm/unknown.csv"), err::toString);
  }

  @Test
  void aWindowThatLiesInNoLineIsNamed() throws IOException {
    Files.writeString(
        folder.resolve("combined_windows.json"),
        """
        {"tweets/busy.csv": [["2020-01-01 00:00:00", "2020-01-02 00:00:00"]], "calm/still.csv": []}
        """);

    assertEquals(1, run(folder.toString()));
    assertTrue(err.toString().contains("is not the timestamp of any"), err::toString);
  }

  @Test
  void withoutAFolderItIsAWrongUsage() {
    assertEquals(2, run("--json"));
  }

  private int run(String... arguments) {
    return NabCommand.commandLine()
        .setOut(new PrintWriter(out))
        .setErr(new PrintWriter(err))
        .execute(arguments);
  }

  private void write(String category, String name, int spike) throws IOException {
    var lines =
        IntStream.range(0, 3_000)
            .mapToObj(at -> time(at).replace('T', ' ') + "," + (at % 7 + (at == spike ? 500 : 20)))
            .collect(Collectors.joining("\n", "timestamp,value\n", "\n"));
    var file = folder.resolve("data").resolve(category).resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, lines);
  }

  private static String time(int at) {
    return START.plusMinutes(5L * at) + ":00";
  }
}
