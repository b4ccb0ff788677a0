package dev.bellwether.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * One PostgreSQL as a child process, listening on the loopback interface only, with a database
 * {@code bellwether} in which every service owns a schema through a role of its own. Passwords are
 * made at the first start and kept with the data.
 *
 * <p>A server that was killed, or whose launcher was, is cleaned up and recovered by the next start
 * in the same directory.
 */
public final class PostgresServer implements AutoCloseable {

  /** PostgreSQL's "fast" stop. TERM would wait for every client to leave. */
  public static final String STOP_SIGNAL = "INT";

  private static final Duration START = Duration.ofSeconds(60);
  private static final Duration STOP = Duration.ofSeconds(20);

  private final Process process;
  private final int port;
  private final PostgresPasswords passwords;
  private final PostgresAccess access;

  private PostgresServer(Process process, int port, PostgresPasswords passwords) {
    this.process = process;
    this.port = port;
    this.passwords = passwords;
    this.access = new PostgresAccess(port, passwords);
  }

  /**
   * Starts a server and returns when every service's schema is there.
   *
   * @throws UncheckedIOException when a folder cannot be written or a program not be run
   * @throws IllegalStateException when the server does not come up; the message ends with the tail
   *     of its log
   */
  public static PostgresServer start(PostgresSettings settings) {
    try {
      Files.createDirectories(settings.dataDir());
      var programs = PostgresPrograms.in(settings.installDir());
      var passwords = PostgresPasswords.in(settings.dataDir());
      var cluster = new PostgresCluster(settings.dataDir(), settings.log(), settings.durable());
      cluster.endLeftovers();
      cluster.makeOnce(programs, passwords);
      int port = FreePort.orFree(settings.port());
      var process = run(programs, settings, cluster, port);
      var server = new PostgresServer(process, port, passwords);
      server.prepare(cluster.log());
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(
          "cannot start PostgreSQL in " + settings.dataDir() + ": " + e.getMessage(), e);
    }
  }

  public int port() {
    return port;
  }

  /** The server's own process: to watch it, or to kill it in a test. */
  public Process process() {
    return process;
  }

  /** See {@link PostgresAccess#jdbcUrl(String)}. */
  public String jdbcUrl(String service) {
    return access.jdbcUrl(service);
  }

  /** See {@link PostgresAccess#user(String)}. */
  public String user(String service) {
    return access.user(service);
  }

  /** See {@link PostgresAccess#password(String)}. */
  public String password(String service) {
    return access.password(service);
  }

  /** Ends open connections, writes a checkpoint and stops. */
  @Override
  public void close() {
    try {
      Signal.send(STOP_SIGNAL, process.toHandle());
      if (!process.waitFor(STOP.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  private static Process run(
      PostgresPrograms programs, PostgresSettings settings, PostgresCluster cluster, int port)
      throws IOException {
    var arguments =
        new ArrayList<>(List.of("-D", cluster.folder().toString(), "-p", Integer.toString(port)));
    configuration(settings.durable()).forEach(setting -> arguments.addAll(List.of("-c", setting)));
    var builder =
        ChildEnvironment.clean(new ProcessBuilder(programs.command("postgres", arguments)));
    builder.redirectErrorStream(true).redirectOutput(Redirect.appendTo(cluster.log().toFile()));
    var process = builder.start();
    Lifeline.tie(process, STOP_SIGNAL);
    return process;
  }

  private static List<String> configuration(boolean durable) {
    return List.of(
        "listen_addresses=127.0.0.1",
        "unix_socket_directories=",
        "timezone=UTC",
        "log_timezone=UTC",
        "max_connections=60",
        "shared_buffers=64MB",
        "work_mem=4MB",
        "maintenance_work_mem=32MB",
        "max_wal_size=256MB",
        // no replica ever reads this log
        "wal_level=minimal",
        "max_wal_senders=0",
        "max_logical_replication_workers=0",
        "max_parallel_workers_per_gather=0",
        "autovacuum_max_workers=1",
        // spares three processes that only pay off on many disks
        "io_method=sync",
        "jit=off",
        "fsync=" + (durable ? "on" : "off"),
        "full_page_writes=" + (durable ? "on" : "off"));
  }

  private void prepare(Path log) throws IOException {
    long deadline = System.nanoTime() + START.toNanos();
    while (true) {
      try {
        new ServiceSchemas(port, passwords).create();
        return;
      } catch (SQLException e) {
        if (!ServiceSchemas.notYet(e) || !process.isAlive() || System.nanoTime() > deadline) {
          close();
          throw new IllegalStateException("PostgreSQL did not start: " + tail(log), e);
        }
        pause();
      }
    }
  }

  private void pause() {
    try {
      // wakes at once when the server ends
      process.waitFor(100, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      close();
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while PostgreSQL starts", e);
    }
  }

  private static String tail(Path log) throws IOException {
    var lines = Files.readAllLines(log);
    return String.join("\n", lines.subList(Math.max(0, lines.size() - 10), lines.size()));
  }
}
