package dev.bellwether.trend.measure.throughput;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Measures the kernel alone: from a post's text to the trends of one monitor. */
@Command(
    name = "throughput",
    mixinStandardHelpOptions = true,
    description = "Posts a second of one core from text to trend, and memory a term.")
public final class ThroughputCommand implements Callable<Integer> {

  private static final int TEXTS = 100_000;
  private static final int VOCABULARY = 1_000_000;
  private static final long SEED = 6;
  private static final List<Long> SIZES =
      List.of(1_000L, 10_000L, 100_000L, 1_000_000L, 10_000_000L);

  @Option(names = "--posts", description = "One post a line, instead of generated ones.")
  Path posts;

  @Option(
      names = "--per-second",
      defaultValue = "200",
      description = "Posts a second of event time. Default: ${DEFAULT-VALUE}")
  int perSecond;

  @Option(
      names = "--seconds",
      defaultValue = "5",
      description = "CPU time to warm up, and again to measure. Default: ${DEFAULT-VALUE}")
  long seconds;

  @Option(names = "--json", description = "Prints one JSON object.")
  boolean json;

  @Spec CommandSpec spec;

  public static void main(String... arguments) {
    System.exit(commandLine().execute(arguments));
  }

  /** What a person can put right becomes one line and exit code 1. */
  static CommandLine commandLine() {
    var commandLine = new CommandLine(new ThroughputCommand());
    commandLine.setExecutionExceptionHandler(
        (exception, command, parsed) -> {
          if (exception instanceof IOException) {
            command.getErr().println(exception.getMessage());
            command.getErr().flush();
            return CommandLine.ExitCode.SOFTWARE;
          }
          throw exception;
        });
    return commandLine;
  }

  @Override
  public Integer call() throws IOException {
    if (perSecond < 1 || seconds < 1) {
      throw new CommandLine.ParameterException(
          spec.commandLine(), "--per-second and --seconds must be above 0");
    }
    var texts = texts();
    var speed = new Stopwatch().measure(texts, perSecond, Duration.ofSeconds(seconds));
    var growth = new ArrayList<Growth>();
    for (long size : SIZES) {
      growth.add(Growth.measure(size));
      spec.commandLine().getErr().println(growth.getLast());
    }
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(new ObjectMapper().writeValueAsString(fields(speed, growth)));
    } else {
      table(out, speed, growth);
    }
    out.flush();
    return CommandLine.ExitCode.OK;
  }

  private List<String> texts() throws IOException {
    if (posts == null) {
      return new Chatter(VOCABULARY).texts(TEXTS, SEED);
    }
    var lines =
        Files.readAllLines(posts, StandardCharsets.UTF_8).stream()
            .filter(line -> !line.isBlank())
            .limit(TEXTS)
            .toList();
    if (lines.isEmpty()) {
      throw new IOException(posts + " holds no posts");
    }
    return lines;
  }

  /** At the worst filling of the table. */
  private static double bytesPerTerm(List<Growth> growth) {
    return growth.stream().mapToDouble(Growth::rememberedBytesPerTerm).max().orElse(0);
  }

  private Map<String, Object> fields(Stopwatch.Speed speed, List<Growth> growth) {
    var fields = new LinkedHashMap<String, Object>();
    fields.put("postsPerSecondPerCore", Math.round(speed.postsPerSecond()));
    fields.put("bytesPerTerm", Math.round(bytesPerTerm(growth)));
    fields.put("growth", growth.stream().map(Growth::fields).toList());
    return fields;
  }

  private void table(PrintWriter out, Stopwatch.Speed speed, List<Growth> growth) {
    out.printf(
        Locale.ROOT,
        "posts a second of one core, text to trend: %,.0f (%d changes of trends told)%n",
        speed.postsPerSecond(),
        speed.trends());
    out.printf(Locale.ROOT, "bytes of memory a term: %.0f%n%n", bytesPerTerm(growth));
    out.println("terms seen   remembered   bytes of memory   open at most   heap used, bytes");
    for (var size : growth) {
      out.printf(
          Locale.ROOT,
          "%,10d   %,10d   %,15d   %,12d   %,16d%n",
          size.seen(),
          size.remembered(),
          size.memoryBytes(),
          size.openAtMost(),
          size.heapBytes());
    }
  }
}
