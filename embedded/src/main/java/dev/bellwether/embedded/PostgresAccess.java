package dev.bellwether.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

/** How a service reaches its schema. */
public final class PostgresAccess {

  /** Who has a schema. */
  public static final List<String> SERVICES = ServiceSchemas.SERVICES;

  private final int port;
  private final PostgresPasswords passwords;

  PostgresAccess(int port, PostgresPasswords passwords) {
    this.port = port;
    this.passwords = passwords;
  }

  /**
   * The access to the server that runs, or will run, in {@code dataDir} on {@code port}.
   *
   * @throws UncheckedIOException when the passwords cannot be read or written
   */
  public static PostgresAccess in(Path dataDir, int port) {
    try {
      return new PostgresAccess(port, PostgresPasswords.in(dataDir.toAbsolutePath()));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the passwords in " + dataDir, e);
    }
  }

  /**
   * The address of a service's schema: the same database for all, another {@code currentSchema} for
   * each.
   */
  public String jdbcUrl(String service) {
    return "jdbc:postgresql://127.0.0.1:"
        + port
        + "/"
        + ServiceSchemas.DATABASE
        + "?currentSchema="
        + service;
  }

  /** The role that owns a service's schema and nothing else. */
  public String user(String service) {
    return ServiceSchemas.role(service);
  }

  /**
   * The password of a service's role.
   *
   * @throws IllegalArgumentException for a service that has no schema
   */
  public String password(String service) {
    return passwords.of(service);
  }
}
