package dev.bellwether.local.suite;

import dev.bellwether.local.supervision.Ending;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What a launcher that is gone has left running: what it noted, and what carries the folder's mark
 * on its command line, should it have been killed between starting a process and noting it.
 */
public record Leftovers(DataDir dataDir, Optional<Running> noted) {

  private static final String BROKER_CLASS = "dev.bellwether.embedded.KafkaBroker";

  public static Leftovers of(DataDir dataDir) {
    return new Leftovers(dataDir, Running.read(dataDir));
  }

  /** The JVM option by which every process of a folder is known. */
  public static String mark(DataDir dataDir) {
    return "-Dbellwether.data=" + dataDir.path();
  }

  /** Ends it, first the services, then what they write to. Returns when all are gone. */
  public void end() {
    Ending.TERM.end(
        Stream.concat(
                Component.services().stream().flatMap(this::noted),
                marked(line -> !line.contains(BROKER_CLASS)))
            .distinct()
            .toList());
    Ending.TERM.end(
        Stream.concat(noted(Component.BROKER), marked(line -> line.contains(BROKER_CLASS)))
            .distinct()
            .toList());
    // one that is not noted is found by PostgresServer, in its own folder
    SuiteProcesses.DATABASE_ENDING.end(noted(Component.DATABASE).toList());
  }

  /** What runs still. */
  List<ProcessHandle> processes() {
    return Stream.concat(Stream.of(Component.values()).flatMap(this::noted), marked(_ -> true))
        .distinct()
        .toList();
  }

  private Stream<ProcessHandle> noted(Component component) {
    return noted.flatMap(running -> running.process(component)).stream();
  }

  private Stream<ProcessHandle> marked(Predicate<String> commandLine) {
    return carrying(mark(dataDir), commandLine);
  }

  /** Processes with this argument on their command line, though not as the last one. */
  public static Stream<ProcessHandle> carrying(String argument) {
    return carrying(argument, _ -> true);
  }

  private static Stream<ProcessHandle> carrying(String argument, Predicate<String> commandLine) {
    var whole = " " + argument + " ";
    return ProcessHandle.allProcesses()
        .filter(
            process ->
                process
                    .info()
                    .commandLine()
                    .filter(line -> line.contains(whole) && commandLine.test(line))
                    .isPresent());
  }
}
