package dev.bellwether.embedded;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;

/** The database of the suite: a schema a service, owned by a role that may nothing else. */
record ServiceSchemas(int port, PostgresPasswords passwords) {

  static final String DATABASE = "bellwether";

  static final List<String> SERVICES =
      List.of("ingest", "sentiment", "trend", "optimizer", "gateway");

  /** Connection failures, "starting up" and "recovering": the server may still come. */
  private static final Set<String> NOT_YET = Set.of("08001", "08004", "08006", "57P03", "53300");

  static String role(String service) {
    return "bellwether_" + service;
  }

  static boolean notYet(SQLException e) {
    return NOT_YET.contains(e.getSQLState());
  }

  /** Creates what is absent and sets the passwords; what is there keeps its data. */
  void create() throws SQLException {
    try (var connection = connect("postgres")) {
      if (!exists(connection, "select 1 from pg_database where datname = ?", DATABASE)) {
        run(connection, "create database " + DATABASE);
        run(connection, "revoke all on database " + DATABASE + " from public");
      }
    }
    try (var connection = connect(DATABASE)) {
      connection.setAutoCommit(false);
      for (var service : SERVICES) {
        create(connection, service);
      }
      connection.commit();
    }
  }

  private void create(Connection connection, String service) throws SQLException {
    var role = role(service);
    if (!exists(connection, "select 1 from pg_roles where rolname = ?", role)) {
      run(
          connection,
          "create role " + role + " login nosuperuser nocreatedb nocreaterole nobypassrls");
    }
    // passwords are Base64: no quote to escape
    run(connection, "alter role " + role + " password '" + passwords.of(service) + "'");
    run(connection, "grant connect on database " + DATABASE + " to " + role);
    run(connection, "create schema if not exists " + service + " authorization " + role);
  }

  private Connection connect(String database) throws SQLException {
    return DriverManager.getConnection(
        "jdbc:postgresql://127.0.0.1:" + port + "/" + database + "?connectTimeout=5",
        PostgresPasswords.SUPERUSER,
        passwords.of(PostgresPasswords.SUPERUSER));
  }

  private static boolean exists(Connection connection, String query, String name)
      throws SQLException {
    try (var statement = connection.prepareStatement(query)) {
      statement.setString(1, name);
      try (var rows = statement.executeQuery()) {
        return rows.next();
      }
    }
  }

  private static void run(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
