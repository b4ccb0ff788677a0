package dev.bellwether.local.training;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.bellwether.local.Bellwether;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
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
    var all = Stream.concat(Stream.of("train", "sentiment"), Stream.of(given));
    var parsed = Bellwether.commandLine().parseArgs(all.toArray(String[]::new));
    var train = parsed.subcommand().subcommand().commandSpec().userObject();
    return ((TrainSentimentCommand) train).trainersArguments();
  }
}
