package dev.bellwether.sentiment.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MeasureCommandTest {

  private static final List<String> ROWS =
      List.of(
          "0\tthe worst service I ever had, I hate it",
          "0\tbroken again. terrible, awful, never again :(",
          "1\tthe shop opens at nine on Monday",
          "1\tthe train to Leeds leaves from platform 4",
          "2\tI love it, best present ever :)",
          "2\twhat a great day, so happy and thankful");

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @TempDir Path folder;
  private Path rows;

  @BeforeEach
  void writeRows() throws IOException {
    rows = Files.write(folder.resolve("rows.tsv"), ROWS);
  }

  @Test
  void figuresComeAsOneJsonObjectWithThePeersBesideThem() throws IOException {
    var peer = folder.resolve("peer.json");
    Files.writeString(
        peer,
        """
        {"guesses": [0, 1, 1, 1, 2, 2], "postsPerSecondPerCore": 100, "p50Micros": 5, "p99Micros": 9,
         "residentMegabytes": 50, "loadMillis": 3}""");
    assertEquals(0, run("--json", "--peer", "vader=" + peer, "--service", "3000.5,4000,200"));
    var figures = new ObjectMapper().readTree(out.toString());
    assertEquals("sentiment", figures.get("task").asText());
    assertEquals(6, figures.get("posts").asInt());
    for (var key : List.of("macroRecall", "macroF1", "accuracy")) {
      double value = figures.get(key).asDouble();
      assertTrue(
          value > 50 && value <= 100, key + " is a percentage, better than chance: " + value);
    }
    assertEquals(List.of("negative", "neutral", "positive"), names(figures.get("recallByClass")));
    assertTrue(figures.get("ece").asDouble() <= 1);
    for (var key :
        List.of(
            "postsPerSecondPerCore", "p50Micros", "p99Micros", "residentMegabytes", "loadMillis")) {
      assertTrue(figures.get(key).asDouble() > 0, key);
    }
    var vader = figures.get("peers").get("vader");
    assertEquals(100 * 5 / 6.0, vader.get("accuracy").asDouble(), 1e-9);
    assertEquals(50, vader.get("recallByClass").get("negative").asDouble(), 1e-9);
    assertTrue(vader.get("ece").isNull(), "it gives no probabilities");
    assertEquals(3000.5, figures.get("service").get("postsPerSecondPerCore").asDouble());
  }

  @Test
  void aTableIsPrintedForPeople() {
    assertEquals(0, run());
    assertTrue(out.toString().contains("m-recall") && out.toString().contains("Bellwether"));
  }

  @Test
  void aPeerThatGuessedAnotherFileIsRefused() throws IOException {
    var peer = folder.resolve("peer.json");
    Files.writeString(peer, "{\"guesses\": [1]}");
    assertEquals(1, run("--peer", "vader=" + peer));
    assertTrue(err.toString().contains("1 guesses for 6 rows"), err.toString());
  }

  @Test
  void aLanguageWithoutAModelIsToldWithThoseThereAre() {
    assertEquals(1, run("--language", "xx"));
    assertTrue(
        err.toString().contains("no model answers sentiment in xx; there are"), err.toString());
  }

  private int run(String... more) {
    var arguments = new ArrayList<>(List.of("--test", rows.toString(), "--seconds", "0"));
    arguments.addAll(List.of(more));
    return MeasureCommand.commandLine()
        .setOut(new PrintWriter(out))
        .setErr(new PrintWriter(err))
        .execute(arguments.toArray(String[]::new));
  }

  private static List<String> names(JsonNode object) {
    Iterable<String> names = object::fieldNames;
    return StreamSupport.stream(names.spliterator(), false).toList();
  }
}
