package dev.bellwether.local.suite;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** How much memory processes hold, in bytes. */
public final class ResidentMemory {

  private ResidentMemory() {}

  /** One process alone: its resident set. 0 when it is gone. */
  public static long ofOne(ProcessHandle process) {
    return fromProc(process, "status", "VmRSS:").orElseGet(() -> fromPs(process));
  }

  /**
   * A process and what it started. Where there are several, each page they share counts once
   * (proportional set size): the processes of PostgreSQL all map the same buffers.
   */
  public static long ofTree(ProcessHandle process) {
    List<ProcessHandle> tree = Stream.concat(Stream.of(process), process.descendants()).toList();
    return tree.size() == 1
        ? ofOne(process)
        : tree.stream()
            .mapToLong(p -> fromProc(p, "smaps_rollup", "Pss:").orElseGet(() -> ofOne(p)))
            .sum();
  }

  private static java.util.Optional<Long> fromProc(
      ProcessHandle process, String file, String label) {
    try (var lines = Files.lines(Path.of("/proc", Long.toString(process.pid()), file))) {
      return lines
          .filter(l -> l.startsWith(label))
          .map(l -> Long.parseLong(l.replaceAll("\\D", "")) * 1024)
          .findFirst();
    } catch (IOException | java.io.UncheckedIOException e) {
      return java.util.Optional.empty();
    }
  }

  /** Where there is no /proc. */
  private static long fromPs(ProcessHandle process) {
    try {
      var ps = new ProcessBuilder("ps", "-o", "rss=", "-p", Long.toString(process.pid())).start();
      var kilobytes =
          new String(ps.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).strip();
      return kilobytes.isEmpty() ? 0 : Long.parseLong(kilobytes) * 1024;
    } catch (IOException e) {
      return 0;
    }
  }
}
