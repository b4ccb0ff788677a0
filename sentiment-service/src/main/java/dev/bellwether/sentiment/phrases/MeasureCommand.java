package dev.bellwether.sentiment.phrases;

import java.io.IOException;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Measures phrases on posts: time to load, memory, speed, and the text that took longest. */
@Command(
    name = "measure",
    mixinStandardHelpOptions = true,
    description = "Measures how long phrases take on the posts of a file, on one thread.")
public final class MeasureCommand implements Callable<Integer> {

  @Option(names = "--models", required = true, description = "Folder with the three model files.")
  Path models;

  @Option(names = "--data", required = true, description = "Rows: anything, tab, text.")
  Path data;

  @Option(
      names = "--posts",
      defaultValue = "2000",
      description = "How many rows to read (${DEFAULT-VALUE}); a quarter as many warm up before.")
  int posts;

  @Spec CommandSpec spec;

  public static void main(String... arguments) {
    System.exit(new CommandLine(new MeasureCommand()).execute(arguments));
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    PrintWriter out = spec.commandLine().getOut();
    var texts = texts();
    long began = System.nanoTime();
    long cpu = cpuNanos();
    var reader = CoreNlpReader.load(models);
    out.printf(
        Locale.ROOT,
        "loaded in %.1f s, %.1f s of CPU, %s%n",
        (System.nanoTime() - began) / 1e9,
        (cpuNanos() - cpu) / 1e9,
        memory());
    for (String text : texts.subList(0, texts.size() / 4)) {
      reader.read(text);
    }
    measure(reader, texts, out);
    out.printf("at the end %s%n", memory());
    out.flush();
    return CommandLine.ExitCode.OK;
  }

  private List<String> texts() throws IOException {
    try (var lines = Files.lines(data)) {
      return lines.limit(posts).map(line -> line.substring(line.indexOf('\t') + 1)).toList();
    }
  }

  private static void measure(PhraseReader reader, List<String> texts, PrintWriter out)
      throws InterruptedException {
    long[] nanos = new long[texts.size()];
    int sentences = 0;
    int cut = 0;
    int worst = 0;
    for (int i = 0; i < nanos.length; i++) {
      long start = cpuNanos();
      var trees = reader.read(texts.get(i));
      nanos[i] = cpuNanos() - start;
      sentences += trees.sentences().size();
      cut += trees.cut().equals(new PhraseTrees.Cut(0, 0, 0, 0)) ? 0 : 1;
      worst = nanos[i] > nanos[worst] ? i : worst;
    }
    double seconds = Arrays.stream(nanos).sum() / 1e9;
    out.printf(
        Locale.ROOT,
        "%d posts, %d sentences, %d cut: %.0f sentences and %.0f posts a second of CPU%n",
        nanos.length,
        sentences,
        cut,
        sentences / seconds,
        nanos.length / seconds);
    double longest = nanos[worst] / 1e6;
    Arrays.sort(nanos);
    out.printf(
        Locale.ROOT,
        "a post takes, of CPU, p50 %.1f ms, p99 %.1f ms, at most %.1f ms (row %d, %d characters)%n",
        nanos[nanos.length / 2] / 1e6,
        nanos[nanos.length * 99 / 100] / 1e6,
        longest,
        worst + 1,
        texts.get(worst).length());
  }

  /** CPU time rather than wall time: other programs on the machine must not change the figure. */
  private static long cpuNanos() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private static String memory() throws IOException {
    System.gc();
    long heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() >> 20;
    var status = Path.of("/proc/self/status");
    if (!Files.exists(status)) {
      return "%d MB of live heap".formatted(heap);
    }
    var resident =
        Files.readAllLines(status).stream()
            .filter(line -> line.startsWith("VmRSS:"))
            .map(line -> Long.parseLong(line.replaceAll("\\D", "")) >> 10)
            .findFirst();
    return "%d MB of live heap, %d MB resident".formatted(heap, resident.orElse(0L));
  }
}
