package dev.bellwether.local.bench;

import dev.bellwether.local.suite.Component;
import dev.bellwether.local.suite.ServiceProgram;
import dev.bellwether.local.suite.Where;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** How often the language of short posts is named right. */
@Command(
    name = "language",
    mixinStandardHelpOptions = true,
    description = {
      "Share of posts named right, wrong, and not at all, by language; the CPU a post takes, and the time to load."
    })
public final class LanguageBench implements Callable<Integer> {

  @Option(
      names = "--data",
      required = true,
      paramLabel = "DIR",
      converter = ExistingFolder.class,
      description =
          "Holds sentiment/umsab (cardiffnlp/xlm-t) and sentiment/tweeteval (cardiffnlp/tweeteval).")
  private Path data;

  @Override
  public Integer call() throws InterruptedException {
    return new ServiceProgram(
            Where.root(), Component.INGEST, "dev.bellwether.ingest.language.LanguageBench", false)
        .run(List.of(data.toString()));
  }
}
