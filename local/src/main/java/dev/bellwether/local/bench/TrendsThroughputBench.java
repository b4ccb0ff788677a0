package dev.bellwether.local.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bellwether.local.suite.Component;
import dev.bellwether.local.suite.ServiceProgram;
import dev.bellwether.local.suite.SuiteException;
import dev.bellwether.local.suite.Where;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What a post costs from its text to a trend, in the kernel and in the running service. */
@Command(
    name = "throughput",
    mixinStandardHelpOptions = true,
    description = {
      "What a post costs from its text to a trend.",
      "First the kernel alone: posts a second of one core from text to trend, bytes of state a term, growth with the number",
      "of terms (a JVM with both compilers). Then the running service: posts through Kafka and Kafka Streams, exactly once,",
      "by the CPU of its process, its memory and its state on disk. Broker and database run beside it, uncounted."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:measured", "1:could not measure", "2:wrong usage"})
public final class TrendsThroughputBench implements Callable<Integer> {

  /** One of the two measurements instead of both. */
  private static final class Parts {

    @Option(names = "--kernel-only", description = "Leaves the running service out.")
    private boolean kernelOnly;

    @Option(names = "--service-only", description = "Leaves the kernel out.")
    private boolean serviceOnly;
  }

  private static final int LEAST_POSTS = 1_000;

  /** Of event time, over all monitors: a large brand's day. */
  private static final Duration PACE = Duration.ofMillis(100);

  private static final ObjectMapper JSON = new ObjectMapper();

  @Spec private CommandSpec spec;

  @ArgGroup private Parts parts = new Parts();

  @Option(
      names = "--posts",
      paramLabel = "N",
      defaultValue = "60000",
      description =
          "Posts through the service; as many before them warm up. Default: ${DEFAULT-VALUE}")
  private int posts;

  @Option(
      names = "--monitors",
      paramLabel = "N",
      defaultValue = "10",
      description = "Monitors the posts are of. Default: ${DEFAULT-VALUE}")
  private int monitors;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      converter = ExistingFolder.class,
      description = {
        "CrisisLex T6 (public repository sajao/CrisisLex, data/): real tweets.",
        "Default: words by chance for the kernel, posts of the demo's simulator for the service."
      })
  private Path data;

  @Option(
      names = "--both-compilers",
      description = {
        "Runs the service with both compilers, as a cluster does.",
        "Default: with the first one only, as ./bellwether up does."
      })
  private boolean bothCompilers;

  @Option(
      names = "--data-dir",
      paramLabel = "DIR",
      description =
          "Folder for the suite that is measured; it is emptied first. Default: .bellwether/bench at the root of the source tree.")
  private Path dataDir;

  @Option(names = "--json", description = "Prints the figures as one JSON object.")
  private boolean json;

  @Override
  public Integer call() throws InterruptedException {
    check();
    String kernel = "{}";
    if (!parts.serviceOnly) {
      var figures = kernel();
      if (figures.exit() != 0) {
        return figures.exit();
      }
      kernel = figures.text();
      if (!json) {
        say(kernel);
      }
    }
    var service = parts.kernelOnly ? null : throughKafka();
    if (json) {
      say(object(kernel, service) + System.lineSeparator());
    } else if (service != null) {
      say(table(service));
    }
    return 0;
  }

  private ServiceProgram.Output kernel() throws InterruptedException {
    var arguments = new ArrayList<String>();
    if (json) {
      arguments.add("--json");
    }
    Path texts = data == null ? null : texts(BenchPosts.ofCrisisLex(data));
    try {
      if (texts != null) {
        arguments.addAll(List.of("--posts", texts.toString()));
      }
      return new ServiceProgram(
              Where.root(),
              Component.TREND,
              "dev.bellwether.trend.measure.throughput.ThroughputCommand",
              false)
          .collect(arguments);
    } finally {
      if (texts != null) {
        texts.toFile().delete();
      }
    }
  }

  /** One a line, as the kernel's program takes them. */
  private static Path texts(BenchPosts posts) {
    try {
      var file = Files.createTempFile("bellwether-posts-", ".txt");
      return Files.write(
          file, posts.texts().stream().map(text -> text.replaceAll("\\s+", " ")).toList());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write the posts for the kernel", e);
    }
  }

  private void say(String figures) {
    spec.commandLine().getOut().print(figures);
    spec.commandLine().getOut().flush();
  }

  private void check() {
    if (posts < LEAST_POSTS) {
      throw new ParameterException(
          spec.commandLine(), "--posts must be at least " + LEAST_POSTS + ", or noise decides");
    }
    if (monitors < 1) {
      throw new ParameterException(spec.commandLine(), "--monitors must be 1 or more");
    }
  }

  private List<String> jvm() {
    return bothCompilers
        ? MeasuredService.withBothCompilers(Component.TREND)
        : MeasuredService.asUp(Component.TREND);
  }

  private TrendsThroughKafka.Figures throughKafka() throws InterruptedException {
    var source = data == null ? BenchPosts.simulated(2 * posts) : BenchPosts.ofCrisisLex(data);
    return new TrendsThroughKafka(
            new BenchMentions(source, monitors, PACE), posts, jvm(), spec.commandLine().getErr())
        .measure(dataDir);
  }

  /** The kernel's fields as they came, and the service's in one of their own. */
  private ObjectNode object(String kernel, TrendsThroughKafka.Figures service) {
    ObjectNode all;
    try {
      all = (ObjectNode) JSON.readTree(kernel);
    } catch (JsonProcessingException | ClassCastException e) {
      throw new SuiteException("the kernel's figures are not one JSON object: " + kernel, e);
    }
    if (service != null) {
      var figures = all.putObject("throughKafka");
      figures
          .put("postsPerSecondPerCore", service.postsPerSecondPerCore())
          .put("postsPerSecond", service.postsPerSecond())
          .put("posts", service.posts())
          .put("monitors", monitors)
          .put("source", data == null ? "simulator" : data.toString())
          .put("residentBytes", service.residentBytes())
          .put("stateBytes", service.stateBytes());
      jvm().forEach(figures.putArray("jvm")::add);
    }
    return all;
  }

  private String table(TrendsThroughKafka.Figures service) {
    return """
        through Kafka, %,d posts of %s, JVM %s
        posts/s a core      %,10.0f  by the process' CPU
        posts/s by clock    %,10.0f
        resident memory     %,10.0f MB
        state on disk       %,10.1f MB
        """
        .formatted(
            service.posts(),
            data == null ? "the simulator" : data,
            String.join(" ", jvm()),
            service.postsPerSecondPerCore(),
            service.postsPerSecond(),
            service.residentBytes() / 1e6,
            service.stateBytes() / 1e6);
  }
}
