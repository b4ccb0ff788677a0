package dev.bellwether.local.bench;

import dev.bellwether.local.suite.Component;
import dev.bellwether.local.suite.ServiceProgram;
import dev.bellwether.local.suite.Where;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** How well near copies are told from other posts. */
@Command(
    name = "duplicates",
    mixinStandardHelpOptions = true,
    description = {
      "Precision and recall on labelled pairs: posts written for it, and pairs of CrisisLex T6 by their ids.",
      "Half of the pairs, marked test, was never tuned on. Then what becomes of all 60,000 posts, and the CPU a post takes."
    })
public final class DuplicatesBench implements Callable<Integer> {

  @Option(
      names = "--data",
      required = true,
      paramLabel = "DIR",
      converter = ExistingFolder.class,
      description = "Holds crisislex/T6 (public repository sajao/CrisisLex, data/).")
  private Path data;

  @Override
  public Integer call() throws InterruptedException {
    return new ServiceProgram(
            Where.root(),
            Component.INGEST,
            "dev.bellwether.ingest.hygiene.duplicate.DuplicateBench",
            true)
        .run(List.of(data.toString()));
  }
}
