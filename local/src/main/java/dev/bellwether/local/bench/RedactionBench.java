package dev.bellwether.local.bench;

import dev.bellwether.local.suite.Component;
import dev.bellwether.local.suite.ServiceProgram;
import dev.bellwether.local.suite.Where;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What redaction takes out of real posts. */
@Command(
    name = "redaction",
    mixinStandardHelpOptions = true,
    description = {
      "How many real posts redaction changes, by kind, and the CPU a post takes.",
      "That nothing planted gets through is a test: RedactionTest."
    })
public final class RedactionBench implements Callable<Integer> {

  @Option(
      names = "--data",
      required = true,
      paramLabel = "DIR",
      converter = ExistingFolder.class,
      description =
          "Holds crisislex/T6 (sajao/CrisisLex, data/) and sentiment (.tsv: label, tab, text).")
  private Path data;

  @Option(
      names = "--list",
      description = "Prints every redaction with what stood there, for a person to judge.")
  private boolean list;

  @Override
  public Integer call() throws InterruptedException {
    return new ServiceProgram(
            Where.root(),
            Component.INGEST,
            "dev.bellwether.ingest.privacy.redaction.RedactionBench",
            false)
        .run(list ? List.of(data.toString(), "--list") : List.of(data.toString()));
  }
}
