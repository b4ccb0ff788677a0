package dev.bellwether.local.training;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.bellwether.local.Bellwether;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class TrainSentimentCommandTest {

  @Test
  void whatItDoesNotKnowIsTheTrainers() {
    assertEquals(
        List.of("--data", "train.tsv", "--sigma", "word=0.2", "--final", "--language", "fr"),
        arguments("--data", "train.tsv", "--sigma", "word=0.2", "--language", "fr", "--final"));
    assertEquals(List.of("--help", "--language", "en"), arguments("--help"));
  }

  @Test
  void whatTheSuiteHasIsOneMoreFile() {
    assertEquals(
        List.of(
            "--data",
            "train.tsv",
            "--language",
            "en",
            "--data",
            Path.of("rows.tsv").toAbsolutePath().toString()),
        arguments("--from-suite", "rows.tsv", "--data", "train.tsv"));
  }

  private static List<String> arguments(String... given) {
    var commandLine = Bellwether.commandLine().getSubcommands().get("train");
    var sentiment = commandLine.getSubcommands().get("sentiment");
    sentiment.parseArgs(given);
    return ((TrainSentimentCommand) sentiment.getCommand()).trainersArguments();
  }
}
