package dev.bellwether.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Processes known by the folder they work in, where the system tells it (Linux). A server whose
 * parent was killed leaves processes that no note names.
 */
final class ProcessesIn {

  private static final int PATIENCE_SECONDS = 20;

  private ProcessesIn() {}

  /**
   * Those that run one of {@code programs} and work in {@code folder} or below it; empty where the
   * system does not tell.
   *
   * @param programs by file name: somebody's shell may stand in the folder as well
   */
  static List<ProcessHandle> folder(Path folder, Set<String> programs) throws IOException {
    if (!Files.exists(folder) || !Files.isDirectory(Path.of("/proc/self"))) {
      return List.of();
    }
    var real = folder.toRealPath();
    return ProcessHandle.allProcesses()
        .filter(process -> runs(process, programs))
        .filter(process -> workingFolder(process).filter(f -> f.startsWith(real)).isPresent())
        .toList();
  }

  /**
   * Kills them and waits until they are gone.
   *
   * @throws IOException when one does not go
   */
  static void kill(List<ProcessHandle> processes) throws IOException {
    for (var process : processes) {
      process.destroyForcibly();
    }
    for (var process : processes) {
      try {
        process.onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
      } catch (TimeoutException | ExecutionException e) {
        throw new IOException("process " + process.pid() + ", left behind, does not end", e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IOException("interrupted while process " + process.pid() + " ends", e);
      }
    }
  }

  private static boolean runs(ProcessHandle process, Set<String> programs) {
    return process
        .info()
        .command()
        .filter(command -> programs.contains(Path.of(command).getFileName().toString()))
        .isPresent();
  }

  private static Optional<Path> workingFolder(ProcessHandle process) {
    try {
      return Optional.of(
          Files.readSymbolicLink(Path.of("/proc", Long.toString(process.pid()), "cwd")));
    } catch (IOException e) {
      return Optional.empty(); // gone, or somebody else's
    }
  }
}
