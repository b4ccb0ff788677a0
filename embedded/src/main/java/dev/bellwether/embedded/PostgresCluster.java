package dev.bellwether.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The files of one server.
 *
 * @param home the folder that holds the cluster
 * @param durable whether a new cluster must survive a crash of the machine from its first moment
 */
record PostgresCluster(Path home, Path log, boolean durable) {

  private static final Set<String> PROGRAMS = Set.of("postgres", "initdb");

  Path folder() {
    return home.resolve("cluster");
  }

  /**
   * Makes the cluster when there is none. An {@code initdb} that was interrupted starts over.
   *
   * @throws IOException when the cluster is of another version, or cannot be made
   */
  void makeOnce(PostgresPrograms programs, PostgresPasswords passwords) throws IOException {
    if (Files.exists(folder())) {
      checkVersion();
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
      Files.deleteIfExists(password);
    }
  }

  private void checkVersion() throws IOException {
    var file = folder().resolve("PG_VERSION");
    if (!Files.exists(file)) {
      throw new IOException(
          folder() + " holds no PostgreSQL data: put it back from a copy, or move it away");
    }
    var version = Files.readString(file).strip();
    if (!version.equals(PostgresPrograms.VERSION)) {
      throw new IOException(
          "%s is of PostgreSQL %s and this Bellwether brings %s: use the Bellwether it was made with, or another folder"
              .formatted(folder(), version, PostgresPrograms.VERSION));
    }
  }

  /** One call for all of some thousand files, where the system has it. */
  private static String wholeFileSystem() {
    return System.getProperty("os.name").equals("Linux") ? "syncfs" : "fsync";
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
            durable ? "--sync-method=" + wholeFileSystem() : "--no-sync");
    var process =
        ChildEnvironment.clean(new ProcessBuilder(programs.command("initdb", arguments)))
            .directory(home.toFile())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()))
            .start();
    Lifeline.tie(process, "KILL");
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
   * Ends what a killed launcher left on this cluster, or killed server processes of which one still
   * finishes its query: PostgreSQL's own note of its process does not name those. Then forgets the
   * note, since PostgreSQL refuses to start while some other process has the noted id.
   */
  void endLeftovers() throws IOException {
    removePasswordFiles();
    var note = folder().resolve("postmaster.pid");
    var noted = noted(note);
    // KILL: the log recovers from it as from an ordered stop
    ProcessesIn.kill(noted.filter(this::servesThis).stream().toList());
    ProcessesIn.kill(ProcessesIn.folder(home, PROGRAMS));
    Files.deleteIfExists(note);
  }

  private static Optional<ProcessHandle> noted(Path note) throws IOException {
    if (!Files.exists(note)) {
      return Optional.empty();
    }
    var lines = Files.readAllLines(note);
    try {
      return lines.isEmpty()
          ? Optional.empty()
          : ProcessHandle.of(Long.parseLong(lines.getFirst().strip()));
    } catch (NumberFormatException e) {
      return Optional.empty(); // a full disk, or a power failure, cut it
    }
  }

  private boolean servesThis(ProcessHandle process) {
    return process
        .info()
        .commandLine()
        .filter(line -> line.contains("postgres") && line.contains(folder().toString()))
        .isPresent();
  }

  /** What an {@code initdb} whose launcher was killed has not removed. */
  private void removePasswordFiles() throws IOException {
    try (var files = Files.newDirectoryStream(home, "superuser*.password")) {
      for (var file : files) {
        Files.deleteIfExists(file);
      }
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
