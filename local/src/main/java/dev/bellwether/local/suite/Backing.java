package dev.bellwether.local.suite;

import dev.bellwether.embedded.PostgresAccess;
import dev.bellwether.local.backends.DatabaseLogin;
import dev.bellwether.local.backends.Password;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Broker and database as the services of one run are told of them.
 *
 * @param kafkaSettings file with settings of the Kafka clients, where a given broker asks for some
 * @param logins by service
 */
record Backing(
    String bootstrapServers, Optional<Path> kafkaSettings, Map<String, DatabaseLogin> logins) {

  /** The logins to the suite's own database. */
  static Map<String, DatabaseLogin> ownLogins(DataDir dataDir, SuiteState state) {
    var access = PostgresAccess.in(dataDir.postgres(), state.port(Component.DATABASE));
    var logins = new HashMap<String, DatabaseLogin>();
    for (var service : PostgresAccess.SERVICES) {
      logins.put(
          service,
          new DatabaseLogin(
              access.jdbcUrl(service),
              access.user(service),
              new Password(access.password(service))));
    }
    return logins;
  }
}
