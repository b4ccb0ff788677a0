package dev.bellwether.local.backends;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/**
 * A PostgreSQL that is there already: asks whether it will do, and makes a schema a service.
 *
 * @param password absent when the server asks for none
 */
public record ExternalPostgres(PostgresAddress address, Optional<Password> password) {

  private static final int OLDEST = 14;
  private static final String PATIENCE_SECONDS = "15";

  /**
   * Checks version, encoding and rights, makes roles and schemas as far as they are missing and we
   * may, and tries each service's login.
   *
   * @param services the names of the schemas
   * @param passwords of the roles we make, by service
   * @return the logins, by service
   * @throws BackendException when the database cannot be reached or will not do
   */
  public Map<String, DatabaseLogin> prepare(List<String> services, Map<String, String> passwords) {
    var logins = new HashMap<String, DatabaseLogin>();
    try (var connection = connect(address.jdbcUrl(Optional.empty()), address.user(), password)) {
      checkServer(connection);
      var schemas = new ServiceRoles(connection, address).prepare(services, passwords);
      for (var service : services) {
        logins.put(
            service,
            new DatabaseLogin(
                address.jdbcUrl(Optional.of(service)),
                schemas.user(service),
                schemas.password(service).or(() -> password).orElse(new Password(""))));
      }
    } catch (SQLException e) {
      throw unusable(e);
    }
    logins.values().forEach(this::tryOut);
    return Map.copyOf(logins);
  }

  /**
   * Which Kafka cluster the data belongs with; empty for a database no suite has used.
   *
   * @throws BackendException when the database cannot be asked
   */
  public Optional<String> cluster() {
    try (var connection = connect(address.jdbcUrl(Optional.empty()), address.user(), password)) {
      return ClusterNote.read(connection);
    } catch (SQLException e) {
      throw unusable(e);
    }
  }

  /**
   * Notes which Kafka cluster the data belongs with.
   *
   * @throws BackendException when the note cannot be made
   */
  public void noteCluster(String clusterId) {
    try (var connection = connect(address.jdbcUrl(Optional.empty()), address.user(), password)) {
      ClusterNote.write(connection, clusterId);
    } catch (SQLException e) {
      throw unusable(e);
    }
  }

  private void checkServer(Connection connection) throws SQLException {
    int version = connection.getMetaData().getDatabaseMajorVersion();
    if (version < OLDEST) {
      throw new BackendException(
          "the PostgreSQL at %s is of version %d: Bellwether needs %d or newer"
              .formatted(address.place(), version, OLDEST));
    }
    var encoding =
        Queries.one(connection, "select current_setting('server_encoding')").orElseThrow();
    if (!encoding.equals("UTF8")) {
      throw new BackendException(
          "the database %s is encoded in %s, which has no place for an emoji: create one with ENCODING 'UTF8' TEMPLATE template0"
              .formatted(address.place(), encoding));
    }
  }

  private void tryOut(DatabaseLogin login) {
    try {
      connect(login.jdbcUrl(), login.user(), Optional.of(login.password())).close();
    } catch (SQLException e) {
      throw new BackendException(
          "role %s cannot log in to %s: %s; pg_hba.conf must let it in with a password"
              .formatted(login.user(), address.place(), oneLine(e)),
          e);
    }
  }

  private static Connection connect(String url, String user, Optional<Password> password)
      throws SQLException {
    var properties = new Properties();
    properties.put("user", user);
    password.ifPresent(p -> properties.put("password", p.value()));
    properties.put("loginTimeout", PATIENCE_SECONDS);
    properties.put("ApplicationName", "bellwether");
    return DriverManager.getConnection(url, properties);
  }

  private BackendException unusable(SQLException e) {
    var state = Optional.ofNullable(e.getSQLState()).orElse("");
    var remedy =
        switch (state) {
          case "08001", "08006" -> "is it running, and does it let this machine in?";
          case "08004", "28P01", "28000" ->
              "check user and password (the password may stand in the URL or in "
                  + BackendOptions.PASSWORD_VARIABLE
                  + ")";
          case "3D000" -> "create it first: CREATE DATABASE … ENCODING 'UTF8'";
          case "42501" -> "docs/running.md lists the rights that are needed";
          default -> "see the log of the server";
        };
    return new BackendException(
        "the PostgreSQL at %s cannot be used as %s: %s; %s"
            .formatted(address.place(), address.user(), oneLine(e), remedy),
        e);
  }

  private static String oneLine(SQLException e) {
    return String.valueOf(e.getMessage()).lines().findFirst().orElse("").strip();
  }
}
