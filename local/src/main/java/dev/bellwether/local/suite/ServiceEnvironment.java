package dev.bellwether.local.suite;

import dev.bellwether.embedded.IdentityKeys;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What each service is told, by the names it also has in Kubernetes.
 *
 * @param phrases the folder of the phrase models, where phrases are switched on
 */
record ServiceEnvironment(
    DataDir dataDir, SuiteState state, IdentityKeys keys, Backing backing, Optional<Path> phrases) {

  Map<String, String> of(Component service) {
    var environment = new HashMap<String, String>();
    environment.put("QUARKUS_HTTP_HOST", "127.0.0.1");
    environment.put("QUARKUS_HTTP_PORT", Integer.toString(state.port(service)));
    environment.put("KAFKA_BOOTSTRAP_SERVERS", backing.bootstrapServers());
    // a file, because an environment variable's name cannot hold every setting's dots and dashes
    backing
        .kafkaSettings()
        .ifPresent(file -> environment.put("QUARKUS_CONFIG_LOCATIONS", file.toString()));
    environment.put("BELLWETHER_IDENTITY_PUBLIC_KEY", keys.publicKey().toString());
    switch (service) {
      case INGEST -> {
        database(environment, service);
        environment.put("BELLWETHER_PSEUDONYM_KEY", state.pseudonymKey());
      }
      case SENTIMENT -> {
        database(environment, service);
        if (Files.isDirectory(dataDir.ownModels())) {
          environment.put("BELLWETHER_MODELS_FOLDER", dataDir.ownModels().toString());
        }
        phrases.ifPresent(
            folder -> {
              environment.put("BELLWETHER_PHRASES_ENABLED", "true");
              environment.put("BELLWETHER_PHRASES_MODELS", folder.toString());
            });
      }
      case OPTIMIZER -> {
        database(environment, service);
        environment.put("BELLWETHER_PLANS_FOLDER", dataDir.planFiles().toString());
      }
      case TREND -> {
        database(environment, service);
        environment.put("BELLWETHER_STATE_DIR", dataDir.trendState().toString());
      }
      case GATEWAY -> {
        database(environment, service);
        // any free one: the gateway's log names it
        environment.put("QUARKUS_MANAGEMENT_PORT", "0");
        environment.put("BELLWETHER_IDENTITY_PRIVATE_KEY", keys.privateKey().toString());
        environment.put("BELLWETHER_BOOTSTRAP_API_KEY", state.apiKey());
        environment.put("BELLWETHER_UPSTREAM_INGEST", state.url(Component.INGEST));
        environment.put("BELLWETHER_UPSTREAM_SENTIMENT", state.url(Component.SENTIMENT));
        environment.put("BELLWETHER_UPSTREAM_TREND", state.url(Component.TREND));
        environment.put("BELLWETHER_UPSTREAM_OPTIMIZER", state.url(Component.OPTIMIZER));
      }
      case BROKER, DATABASE -> throw new IllegalArgumentException(service + " is no service");
    }
    return environment;
  }

  private void database(Map<String, String> environment, Component service) {
    var login = backing.logins().get(service.label());
    environment.put("QUARKUS_DATASOURCE_JDBC_URL", login.jdbcUrl());
    environment.put("QUARKUS_DATASOURCE_USERNAME", login.user());
    environment.put("QUARKUS_DATASOURCE_PASSWORD", login.password().value());
  }
}
