package dev.bellwether.local.suite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * How much memory new processes may take before the machine, or the container we are in, has none
 * left.
 *
 * @param root where /proc and /sys are; another one in tests
 */
record AvailableMemory(Path root) {

  /** A limit of version 1 that means none. */
  private static final long UNLIMITED = 1L << 60;

  /** In bytes; empty where the system does not tell (not Linux). */
  OptionalLong bytes() {
    return Stream.of(ofMachine(), ofContainer()).flatMapToLong(OptionalLong::stream).min();
  }

  private OptionalLong ofMachine() {
    var kilobytes = labelled(root.resolve("proc/meminfo"), "MemAvailable:");
    return kilobytes.isPresent()
        ? OptionalLong.of(kilobytes.getAsLong() << 10)
        : OptionalLong.empty();
  }

  /** What a control group leaves: its limit less what is in use and cannot be dropped. */
  private OptionalLong ofContainer() {
    return groups()
        .map(
            group ->
                Files.exists(group.resolve("memory.max"))
                    ? left(group, "memory.max", "memory.current", "inactive_file")
                    : left(
                        group,
                        "memory.limit_in_bytes",
                        "memory.usage_in_bytes",
                        "total_inactive_file"))
        .flatMapToLong(OptionalLong::stream)
        .min();
  }

  private static OptionalLong left(Path group, String limit, String usage, String droppable) {
    var most = number(group.resolve(limit));
    var used = number(group.resolve(usage));
    if (most.isEmpty() || used.isEmpty() || most.getAsLong() >= UNLIMITED) {
      return OptionalLong.empty();
    }
    long files = labelled(group.resolve("memory.stat"), droppable).orElse(0);
    return OptionalLong.of(Math.max(0, most.getAsLong() - used.getAsLong() + files));
  }

  /** Our group and those around it, of either version; in a container the innermost is the root. */
  private Stream<Path> groups() {
    return lines(root.resolve("proc/self/cgroup")).stream()
        .map(line -> line.split(":", 3))
        .filter(
            f -> f.length == 3 && (f[1].isEmpty() || List.of(f[1].split(",")).contains("memory")))
        .flatMap(
            f -> {
              var top = root.resolve(f[1].isEmpty() ? "sys/fs/cgroup" : "sys/fs/cgroup/memory");
              var own = top.resolve(f[2].substring(1)).normalize();
              return Stream.iterate(own, p -> p != null && p.startsWith(top), Path::getParent);
            })
        .distinct();
  }

  private static OptionalLong number(Path file) {
    return parse(lines(file).stream().findFirst().orElse("").strip());
  }

  private static OptionalLong labelled(Path file, String label) {
    return lines(file).stream()
        .map(line -> line.strip().split("\\s+"))
        .filter(f -> f.length > 1 && f[0].equals(label))
        .flatMapToLong(f -> parse(f[1]).stream())
        .findFirst();
  }

  private static OptionalLong parse(String text) {
    return text.matches("\\d{1,18}") ? OptionalLong.of(Long.parseLong(text)) : OptionalLong.empty();
  }

  private static List<String> lines(Path file) {
    try {
      return Files.exists(file) ? Files.readAllLines(file) : List.of();
    } catch (IOException e) {
      return List.of();
    }
  }
}
