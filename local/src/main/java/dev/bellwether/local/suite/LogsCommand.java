package dev.bellwether.local.suite;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows what a part has written. */
@Command(
    name = "logs",
    mixinStandardHelpOptions = true,
    description = "Shows the end of a part's log.",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:shown", "1:there is no log yet", "2:wrong usage"})
public final class LogsCommand implements Callable<Integer> {

  private static final long POLL_MILLIS = 200;

  @Spec private CommandSpec spec;
  @Mixin private Where where;

  @Parameters(
      paramLabel = "SERVICE",
      completionCandidates = Names.class,
      description = "One of: ${COMPLETION-CANDIDATES}")
  private String name;

  @Option(
      names = {"-f", "--follow"},
      description = "Goes on showing what is added, until Ctrl-C.")
  private boolean follow;

  @Option(
      names = {"-n", "--lines"},
      paramLabel = "N",
      defaultValue = "100",
      description = "How many lines. Default: ${DEFAULT-VALUE}")
  private int lines;

  static final class Names implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return names().iterator();
    }
  }

  private static List<String> names() {
    return Stream.concat(
            Stream.of(Component.values()).map(Component::label), Stream.of(DetachedSuite.LAUNCHER))
        .toList();
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (!names().contains(name)) {
      throw new ParameterException(
          spec.commandLine(),
          "no part is named " + name + ": one of " + String.join(", ", names()));
    }
    var log = where.dataDir().log(name);
    if (!Files.exists(log)) {
      place()
          .ifPresent(
              place -> {
                throw new SuiteException(
                    "the %s is not ours, its log is where it runs: %s".formatted(name, place));
              });
      throw new SuiteException("no log yet: " + log);
    }
    var out = spec.commandLine().getOut();
    long shown = showEnd(log, out);
    while (follow) {
      shown = showNew(log, shown, out);
      Thread.sleep(POLL_MILLIS);
    }
    return 0;
  }

  private Optional<String> place() {
    return where.dataDir().hasState()
        ? Stream.of(Component.values())
            .filter(component -> component.label().equals(name))
            .findFirst()
            .flatMap(SuiteState.read(where.dataDir()).external()::place)
        : Optional.empty();
  }

  private long showEnd(Path log, PrintWriter out) throws IOException {
    long size = Files.size(log);
    var end = new ArrayList<String>();
    try (var reader = Files.newBufferedReader(log)) {
      for (var line = reader.readLine(); line != null; line = reader.readLine()) {
        end.add(line);
        if (end.size() > 2 * lines) {
          end.subList(0, end.size() - lines).clear();
        }
      }
    }
    end.subList(Math.max(0, end.size() - lines), end.size()).forEach(out::println);
    out.flush();
    return size;
  }

  private static long showNew(Path log, long shown, PrintWriter out) throws IOException {
    if (!Files.exists(log)) {
      return 0;
    }
    try (var file = new RandomAccessFile(log.toFile(), "r")) {
      // shorter than before: the log made room and began anew
      long from = file.length() < shown ? 0 : shown;
      var added = new byte[(int) Math.min(file.length() - from, 1 << 20)];
      file.seek(from);
      file.readFully(added);
      out.print(new String(added, StandardCharsets.UTF_8));
      out.flush();
      return from + added.length;
    }
  }
}
