package dev.bellwether.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The files of one server.
 *
 * @param home the folder that holds the cluster
 */
record PostgresCluster(Path home, Path log) {

  Path folder() {
    return home.resolve("cluster");
  }

  /** Makes the cluster when there is none. An {@code initdb} that was interrupted starts over. */
  void makeOnce(PostgresPrograms programs, PostgresPasswords passwords) throws IOException {
    if (Files.exists(folder())) {
      return;
    }
    var making = home.resolve("cluster.making");
    erase(making);
    var password = Files.createTempFile(home, "superuser", ".password");
    try {
      Files.writeString(password, passwords.of(PostgresPasswords.SUPERUSER));
      initdb(programs, making, password);
      Files.move(making, folder(), StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.delete(password);
    }
  }

  private void initdb(PostgresPrograms programs, Path into, Path password) throws IOException {
    var arguments =
        List.of(
            "-D",
            into.toString(),
            "-U",
            PostgresPasswords.SUPERUSER,
            "--pwfile=" + password,
            "--auth=scram-sha-256",
            "--encoding=UTF8",
            // the same order and case rules on every machine, whatever its locale
            "--locale-provider=builtin",
            "--builtin-locale=C.UTF-8",
            "--locale=C",
            // what was written by an interrupted initdb is never used
            "--no-sync");
    var process =
        new ProcessBuilder(programs.command("initdb", arguments))
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()))
            .start();
    try {
      int exit = process.waitFor();
      if (exit != 0) {
        throw new IOException("initdb ended with " + exit + ": " + Files.readString(log()).strip());
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
      throw new IOException("interrupted during initdb", e);
    }
  }

  /**
   * Ends a server that a killed launcher left on this cluster, and forgets the note of one that is
   * gone: PostgreSQL itself refuses to start while some other process has the noted id.
   */
  void endLeftover() throws IOException {
    var note = folder().resolve("postmaster.pid");
    if (!Files.exists(note)) {
      return;
    }
    var lines = Files.readAllLines(note);
    var process =
        lines.isEmpty()
            ? null
            : ProcessHandle.of(Long.parseLong(lines.getFirst().strip())).orElse(null);
    if (process != null && servesThis(process)) {
      end(process);
    }
    Files.deleteIfExists(note);
  }

  private boolean servesThis(ProcessHandle process) {
    return process
        .info()
        .commandLine()
        .filter(line -> line.contains("postgres") && line.contains(folder().toString()))
        .isPresent();
  }

  private static void end(ProcessHandle process) throws IOException {
    // SIGQUIT would be kinder, but the log recovers from this just as well
    process.destroyForcibly();
    try {
      process.onExit().get(20, TimeUnit.SECONDS);
    } catch (TimeoutException | ExecutionException e) {
      throw new IOException("a PostgreSQL left behind does not end: process " + process.pid(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while a PostgreSQL left behind ends", e);
    }
  }

  private static void erase(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (var paths = Files.walk(folder)) {
      for (var path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
