package dev.bellwether.sentiment.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.bellwether.sentiment.model.LinearModel;
import dev.bellwether.sentiment.model.ModelFile;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class TrainCommandTest {

  @TempDir Path folder;

  @BeforeEach
  void writeInputs() throws IOException {
    var rows =
        new ArrayList<>(
            HandWritten.POSTS.stream().map(post -> post.label() + "\t" + post.text()).toList());
    rows.add("positive\tthis one may not be used\tx:12");
    Files.write(folder.resolve("train.tsv"), rows);
    Files.write(folder.resolve("val.tsv"), List.of("2\tlovely river", "0\tawful and cold again"));
    Files.write(
        folder.resolve("vader.txt"),
        List.of("lovely\t2.8\t0.6\t[3, 3]", "awful\t-2.0\t0.8\t[-2, -2]", ":(\t-1.9\t1.1\t[-2]"));
    Files.write(folder.resolve("afinn.tsv"), List.of("great\t3", "broken\t-1", "cool stuff\t3"));
  }

  @Test
  void aModelIsTrainedMeasuredAndWrittenWithItsCard() throws IOException {
    var said = train("model.bin", "--terms", "Own rows.");
    for (var expected : List.of("fold 1 of 3", "macro-recall", "ECE", "val.tsv", "left out: 1")) {
      assertTrue(said.contains(expected), expected + " is missing in " + said);
    }
    var model = model("model.bin");
    assertEquals("tried", model.name());
    assertEquals(5, model.lexicon().size());
    var card = Files.readString(folder.resolve("model.md"));
    for (var expected :
        List.of(
            "Own rows.", "| out of fold | ", "## Calibration", "with a hashtag", "X (Twitter)")) {
      assertTrue(card.contains(expected), expected + " is missing in " + card);
    }
    assertFalse(card.contains(folder.toString()), "the card tells where files lie");
  }

  @Test
  void theSameRowsGiveTheSameFile() throws IOException {
    train("first.bin");
    train("second.bin");
    assertArrayEquals(
        Files.readAllBytes(folder.resolve("first.bin")),
        Files.readAllBytes(folder.resolve("second.bin")));
  }

  @Test
  void rowsPutAsideChangeNothingUntilTheFinalModel() throws IOException {
    train("before.bin");
    var rows = new ArrayList<>(Files.readAllLines(folder.resolve("train.tsv")));
    int given = rows.size();
    for (int i = 0; rows.size() < given + 5; i++) {
      var text = "lovely lovely parcel number " + i;
      if (Split.aside(text)) {
        rows.add("0\t" + text);
      }
    }
    Files.write(folder.resolve("train.tsv"), rows);
    train("after.bin");
    assertArrayEquals(
        Files.readAllBytes(folder.resolve("before.bin")),
        Files.readAllBytes(folder.resolve("after.bin")));
    var said = train("look.bin", "--look-aside");
    assertTrue(said.contains("put aside: macro-recall"), said);
    train("final.bin", "--final");
    assertFalse(model("before.bin").weights().equals(model("final.bin").weights()));
  }

  @Test
  void aMistakeIsToldWithoutAStackTrace() throws IOException {
    Files.write(folder.resolve("train.tsv"), List.of("1\tfine", "what"));
    var errors = new StringWriter();
    int exit = command(new StringWriter(), errors).execute(arguments("model.bin"));
    assertTrue(exit != 0);
    assertTrue(errors.toString().contains("line 2, column 1"), errors.toString());
    assertEquals(1, errors.toString().lines().count(), errors.toString());
  }

  private LinearModel model(String name) throws IOException {
    try (var file = Files.newInputStream(folder.resolve(name))) {
      return ModelFile.read(file);
    }
  }

  private String train(String out, String... more) {
    var said = new StringWriter();
    var arguments = new ArrayList<>(List.of(arguments(out)));
    arguments.addAll(List.of(more));
    int exit = command(said, said).execute(arguments.toArray(String[]::new));
    assertEquals(0, exit, said.toString());
    return said.toString();
  }

  private static CommandLine command(StringWriter said, StringWriter errors) {
    return new CommandLine(new TrainCommand())
        .setOut(new PrintWriter(said))
        .setErr(new PrintWriter(errors));
  }

  private String[] arguments(String out) {
    return new String[] {
      "--data",
      folder.resolve("train.tsv").toString(),
      "--validate",
      folder.resolve("val.tsv").toString(),
      "--lexicon",
      "vader=" + folder.resolve("vader.txt"),
      "--lexicon",
      "afinn=" + folder.resolve("afinn.tsv"),
      "--out",
      folder.resolve(out).toString(),
      "--name",
      "tried",
      "--sigma",
      "0.5",
      "--folds",
      "3",
      "--least-posts",
      "1"
    };
  }
}
