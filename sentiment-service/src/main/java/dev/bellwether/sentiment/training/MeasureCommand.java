package dev.bellwether.sentiment.training;

import dev.bellwether.sentiment.features.Scratch;
import dev.bellwether.sentiment.model.ModelFile;
import dev.bellwether.sentiment.model.ModelGroup;
import java.io.IOException;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Measures a model file: how well it reads labelled rows, and how fast on one core. */
@Command(
    name = "measure",
    mixinStandardHelpOptions = true,
    description = "Measures a model's quality and speed on labelled rows.")
public final class MeasureCommand implements Callable<Integer> {

  @Option(names = "--model", required = true, description = "Model file.")
  Path model;

  @Option(names = "--data", required = true, description = "Rows: label 0, 1 or 2, tab, text.")
  Path data;

  @Option(
      names = "--rounds",
      defaultValue = "5",
      description = "How often to time; the first rounds warm up (${DEFAULT-VALUE}).")
  int rounds;

  @Option(
      names = "--seconds",
      defaultValue = "1",
      description = "CPU seconds a round takes at least (${DEFAULT-VALUE}).")
  long seconds;

  @Spec CommandSpec spec;

  public static void main(String... arguments) {
    System.exit(new CommandLine(new MeasureCommand()).execute(arguments));
  }

  @Override
  public Integer call() throws IOException {
    var say = spec.commandLine().getOut();
    try (var file = Files.newInputStream(model)) {
      var loaded = ModelFile.read(file);
      var posts = LabelledRows.read(data, loaded.task()).posts();
      say.printf("%s: %s%n", loaded.name(), Evaluation.of(loaded, posts));
      for (int round = 1; round <= rounds; round++) {
        time(ModelGroup.of(loaded), posts, round, say);
      }
    }
    say.flush();
    return CommandLine.ExitCode.OK;
  }

  private void time(ModelGroup loaded, List<LabelledPost> posts, int round, PrintWriter say) {
    long start = cpuNanos();
    long scored = 0;
    // shown, so that the compiler cannot skip work whose outcome nobody sees
    double logits = 0;
    var scratch = new Scratch();
    do {
      for (var post : posts) {
        logits += loaded.predict(post.text(), scratch).getFirst().logit(0);
      }
      scored += posts.size();
    } while (cpuNanos() - start < Duration.ofSeconds(seconds).toNanos());
    double perSecond = scored * 1e9 / (cpuNanos() - start);
    say.printf(
        "round %d: %.0f posts/s/core, mean first logit %.3f%n", round, perSecond, logits / scored);
  }

  /** CPU time rather than wall time: other programs on the machine must not change the figure. */
  private static long cpuNanos() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }
}
