package dev.bellwether.local.backends;

import static dev.bellwether.local.backends.Queries.isTrue;
import static dev.bellwether.local.backends.Queries.quoted;
import static dev.bellwether.local.backends.Queries.run;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Who owns a service's schema in a given database. With the right to make roles, each service gets
 * one of its own, as in the suite's own database; without it, the given role owns all schemas, and
 * services are kept apart by nothing but their manners. Workspaces are kept apart either way, since
 * row-level security is forced on owners too, but not on superusers or BYPASSRLS: those are never
 * handed to a service.
 */
record ServiceRoles(Connection connection, PostgresAddress address) {

  /** Who enters for a service. */
  interface Logins {
    String user(String service);

    /** Empty when it is the given role's own. */
    Optional<Password> password(String service);
  }

  Logins prepare(List<String> services, Map<String, String> passwords) throws SQLException {
    boolean mayMakeRoles =
        isTrue(
            connection,
            "select rolsuper or rolcreaterole from pg_roles where rolname = current_user");
    if (!mayMakeRoles) {
      refuseIfAboveRowLevelSecurity();
    }
    connection.setAutoCommit(false);
    for (var service : services) {
      if (mayMakeRoles) {
        makeRole(service, passwords.get(service));
        makeSchema(service, Optional.of(role(service)));
      } else {
        makeSchema(service, Optional.empty());
      }
    }
    connection.commit();
    return mayMakeRoles ? ownRoles(passwords) : oneRoleForAll();
  }

  private void refuseIfAboveRowLevelSecurity() throws SQLException {
    if (isTrue(connection, "select rolbypassrls from pg_roles where rolname = current_user")) {
      throw new BackendException(
          "role %s at %s has BYPASSRLS, so one workspace would see another's data: ALTER ROLE %s NOBYPASSRLS, or grant it CREATEROLE so that we can make roles without"
              .formatted(address.user(), address.place(), quoted(address.user())));
    }
  }

  /** Roles belong to the whole server, so their names tell of which database they are. */
  private String role(String service) {
    return address.database() + "_" + service;
  }

  private void makeRole(String service, String password) throws SQLException {
    var name = role(service);
    if (!isTrue(connection, "select true from pg_roles where rolname = ?", name)) {
      run(connection, "create role " + quoted(name) + " login nosuperuser nobypassrls");
    } else if (isTrue(
        connection, "select rolsuper or rolbypassrls from pg_roles where rolname = ?", name)) {
      throw new BackendException(
          "role %s at %s is above row-level security: ALTER ROLE %s NOSUPERUSER NOBYPASSRLS"
              .formatted(name, address.place(), quoted(name)));
    }
    // passwords are Base64: no quote to escape
    run(connection, "alter role " + quoted(name) + " password '" + password + "'");
    if (!isTrue(
        connection, "select has_database_privilege(?, current_database(), 'CONNECT')", name)) {
      run(
          connection,
          "grant connect on database " + quoted(address.database()) + " to " + quoted(name));
    }
    // who is not a superuser must be a member to hand over a schema, and to comment on it
    if (!isTrue(connection, "select rolsuper from pg_roles where rolname = current_user")) {
      run(connection, "grant " + quoted(name) + " to current_user");
    }
  }

  private void makeSchema(String service, Optional<String> owner) throws SQLException {
    if (!isTrue(connection, "select true from pg_namespace where nspname = ?", service)) {
      run(
          connection,
          "create schema "
              + quoted(service)
              + owner.map(o -> " authorization " + quoted(o)).orElse(""));
      return;
    }
    var expected = owner.orElse(address.user());
    if (!isTrue(connection, "select has_schema_privilege(?, ?, 'CREATE')", expected, service)) {
      throw new BackendException(
          "schema %s in %s is not of role %s: was it made as another user? use that one, or ALTER SCHEMA and its tables OWNER TO %s"
              .formatted(service, address.place(), expected, quoted(expected)));
    }
  }

  private Logins ownRoles(Map<String, String> passwords) {
    return new Logins() {
      @Override
      public String user(String service) {
        return role(service);
      }

      @Override
      public Optional<Password> password(String service) {
        return Optional.of(new Password(passwords.get(service)));
      }
    };
  }

  private Logins oneRoleForAll() {
    return new Logins() {
      @Override
      public String user(String service) {
        return address.user();
      }

      @Override
      public Optional<Password> password(String service) {
        return Optional.empty();
      }
    };
  }
}
