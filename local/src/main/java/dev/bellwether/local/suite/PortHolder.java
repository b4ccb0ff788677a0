package dev.bellwether.local.suite;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Who listens on a port, where the system tells it (Linux, and processes of our own user). */
final class PortHolder {

  private static final Path PROC = Path.of("/proc");
  private static final String LISTENING = "0A";

  private PortHolder() {}

  /** Name and id of the process; empty when it cannot be known. */
  static Optional<String> of(int port) {
    var sockets = new HashSet<String>();
    for (var table : new String[] {"net/tcp", "net/tcp6"}) {
      sockets.addAll(listening(PROC.resolve(table), port));
    }
    return sockets.isEmpty()
        ? Optional.empty()
        : ProcessHandle.allProcesses()
            .filter(p -> holds(p, sockets))
            .findFirst()
            .map(PortHolder::name);
  }

  /** Links of the sockets that listen, as /proc/PID/fd shows them. */
  private static Set<String> listening(Path table, int port) {
    var suffix = ":%04X".formatted(port).toUpperCase(Locale.ROOT);
    try (var lines = Files.lines(table)) {
      var links = new HashSet<String>();
      lines
          .map(line -> line.strip().split("\\s+"))
          .filter(f -> f.length > 9 && f[1].endsWith(suffix) && f[3].equals(LISTENING))
          .forEach(f -> links.add("socket:[" + f[9] + "]"));
      return links;
    } catch (IOException | UncheckedIOException e) {
      return Set.of();
    }
  }

  private static boolean holds(ProcessHandle process, Set<String> sockets) {
    try (Stream<Path> files = Files.list(PROC.resolve(process.pid() + "/fd"))) {
      return files.anyMatch(file -> isOneOf(file, sockets));
    } catch (IOException | UncheckedIOException e) {
      return false; // somebody else's, or it ended while we looked
    }
  }

  private static boolean isOneOf(Path file, Set<String> sockets) {
    try {
      return sockets.contains(Files.readSymbolicLink(file).toString());
    } catch (IOException e) {
      return false;
    }
  }

  private static String name(ProcessHandle process) {
    var command = process.info().command().map(c -> Path.of(c).getFileName() + ", ").orElse("");
    return "another program (" + command + "process " + process.pid() + ")";
  }
}
