package dev.bellwether.embedded;

import java.nio.file.Path;

/**
 * How to run a PostgreSQL.
 *
 * @param dataDir holds the cluster and its passwords; kept between starts
 * @param installDir holds the unpacked programs; may be shared by several servers
 * @param log what the server has to say is added to this file
 * @param port 0 for any free port
 * @param durable whether a commit survives a crash of the machine (fsync). A crash of the server
 *     alone loses nothing either way
 */
public record PostgresSettings(Path dataDir, Path installDir, Path log, int port, boolean durable) {

  public PostgresSettings {
    dataDir = dataDir.toAbsolutePath().normalize();
    installDir = installDir.toAbsolutePath().normalize();
    log = log.toAbsolutePath().normalize();
  }

  /** Durable, on any free port, with the programs beside the data. */
  public static PostgresSettings in(Path dataDir) {
    return new PostgresSettings(
        dataDir, dataDir.resolve("install"), dataDir.resolve("postgres.log"), 0, true);
  }

  public PostgresSettings onPort(int port) {
    return new PostgresSettings(dataDir, installDir, log, port, durable);
  }

  public PostgresSettings installedIn(Path installDir) {
    return new PostgresSettings(dataDir, installDir, log, port, durable);
  }

  public PostgresSettings loggingTo(Path log) {
    return new PostgresSettings(dataDir, installDir, log, port, durable);
  }

  /** For tests: faster, at the risk of losing data when the machine itself crashes. */
  public PostgresSettings notDurable() {
    return new PostgresSettings(dataDir, installDir, log, port, false);
  }
}
