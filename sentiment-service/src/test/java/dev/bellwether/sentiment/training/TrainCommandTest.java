package dev.bellwether.sentiment.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.bellwether.contracts.sentiment.SentimentLabel;
import dev.bellwether.sentiment.model.FlatModel;
import dev.bellwether.sentiment.model.ModelFile;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
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
        HandWritten.POSTS.stream()
            .map(post -> FlatModel.CLASSES.indexOf(post.label()) + "\t" + post.text())
            .toList();
    Files.write(folder.resolve("train.tsv"), rows);
    Files.write(
        folder.resolve("vader_lexicon.txt"),
        List.of("lovely\t2.8\t0.6\t[3, 3]", "awful\t-2.0\t0.8\t[-2, -2]", ":(\t-1.9\t1.1\t[-2]"));
    Files.write(folder.resolve("afinn165.tsv"), List.of("great\t3", "broken\t-1", "cool stuff\t3"));
    Files.write(folder.resolve("emoji_sent.tsv"), List.of("❤\t4"));
    Files.write(folder.resolve("emoticons.tsv"), List.of(":)))\t2"));
  }

  @Test
  void aModelIsTrainedMeasuredAndWritten() throws IOException {
    var said = train("model.bin");
    assertTrue(said.contains("macro-recall"), said);
    assertTrue(said.contains("tau"), said);
    try (var file = Files.newInputStream(folder.resolve("model.bin"))) {
      var model = ModelFile.read(file);
      assertEquals("tried", model.name());
      assertEquals(7, model.lexicon().size());
      assertEquals(SentimentLabel.POSITIVE, model.score("lovely lovely view").label());
    }
  }

  @Test
  void theSameRowsAndSeedGiveTheSameFile() throws IOException {
    train("first.bin");
    train("second.bin");
    assertArrayEquals(
        Files.readAllBytes(folder.resolve("first.bin")),
        Files.readAllBytes(folder.resolve("second.bin")));
  }

  @Test
  void aWrittenModelCanBeMeasured() {
    train("model.bin");
    var said = new StringWriter();
    int exit =
        new CommandLine(new MeasureCommand())
            .setOut(new PrintWriter(said))
            .execute(
                "--model",
                folder.resolve("model.bin").toString(),
                "--data",
                folder.resolve("train.tsv").toString(),
                "--rounds",
                "1",
                "--seconds",
                "0");
    assertEquals(0, exit, said.toString());
    assertTrue(
        said.toString().startsWith("tried: macro-recall") && said.toString().contains("posts/s"),
        said.toString());
  }

  @Test
  void aRowWithoutALabelIsNamed() throws IOException {
    Files.write(folder.resolve("bad.tsv"), List.of("1\tfine", "no label"));
    var refused =
        assertThrows(IOException.class, () -> LabelledPost.read(folder.resolve("bad.tsv")));
    assertTrue(refused.getMessage().contains("line 2"), refused.getMessage());
  }

  private String train(String out) {
    var said = new StringWriter();
    var rows = folder.resolve("train.tsv").toString();
    int exit =
        new CommandLine(new TrainCommand())
            .setOut(new PrintWriter(said))
            .execute(
                "--data",
                rows,
                "--validate",
                rows,
                "--lexicons",
                folder.toString(),
                "--out",
                folder.resolve(out).toString(),
                "--name",
                "tried",
                "--sigma",
                "0.5",
                "--least-posts",
                "1");
    assertEquals(0, exit, said.toString());
    return said.toString();
  }
}
