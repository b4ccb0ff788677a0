package dev.bellwether.local.suite;

import dev.bellwether.embedded.OwnerOnly;
import dev.bellwether.embedded.PostgresAccess;
import dev.bellwether.local.backends.Backends;
import dev.bellwether.local.backends.DatabaseLogin;
import dev.bellwether.local.backends.ExternalKafka;
import dev.bellwether.local.backends.ExternalPostgres;
import dev.bellwether.local.backends.KafkaAddress;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/**
 * Gets a given broker and database ready for the suite, and sees to it that they belong together
 * with each other and with the folder: of a post that the database has seen and the broker has not,
 * the suite would say that it is a duplicate, and nobody would ever read it.
 */
record GivenBackends(DataDir dataDir, SuiteState state, Backends backends) {

  /**
   * Checks a given broker and makes the topics.
   *
   * @return the id of the cluster, as of the suite's own broker when none is given
   */
  String prepareBroker(String bootstrapServers) throws InterruptedException {
    if (backends.kafka().isPresent()) {
      var cluster = new ExternalKafka(backends.kafka().get()).prepare();
      checkFolder(cluster);
      return cluster;
    }
    var own = KafkaAddress.of(bootstrapServers, Optional.empty());
    return new ExternalKafka(own).clusterId();
  }

  /** Makes roles and schemas in a given database, if it belongs with the Kafka cluster. */
  Map<String, DatabaseLogin> prepareDatabase(ExternalPostgres database, String cluster) {
    var noted = database.cluster();
    checkDatabase(database, noted, cluster);
    var access = PostgresAccess.in(dataDir.postgres(), 0);
    var passwords = new HashMap<String, String>();
    PostgresAccess.SERVICES.forEach(service -> passwords.put(service, access.password(service)));
    var logins = database.prepare(PostgresAccess.SERVICES, passwords);
    if (noted.isEmpty()) {
      database.noteCluster(cluster);
    }
    return logins;
  }

  /** The file that tells every service's Kafka clients how to be let in. */
  Optional<Path> writeKafkaSettings() throws IOException {
    var security = backends.kafka().map(KafkaAddress::security).orElse(Map.of());
    if (security.isEmpty()) {
      return Optional.empty();
    }
    var properties = new Properties();
    security.forEach(
        (name, value) -> {
          // or a dollar sign in a password would be taken for an expression
          var literal = value.replace("$", "\\$");
          properties.setProperty("kafka." + name, literal);
          properties.setProperty("kafka-streams." + name, literal);
        });
    var text = new StringWriter();
    properties.store(text, null);
    OwnerOnly.write(dataDir.kafkaSettings(), text.toString());
    return Optional.of(dataDir.kafkaSettings());
  }

  private void checkFolder(String cluster) {
    if (!state.external().mayBe(cluster)) {
      throw new SuiteException(
          "the Kafka at %s is another cluster (%s) than %s was made with (%s): give that one's address to --kafka, or another --data-dir"
              .formatted(
                  backends.kafka().map(KafkaAddress::bootstrapServers).orElse("?"),
                  cluster,
                  dataDir.path(),
                  state.external().cluster()));
    }
  }

  private void checkDatabase(ExternalPostgres database, Optional<String> noted, String cluster) {
    var place = database.address().place();
    if (noted.isPresent() && !noted.get().equals(cluster)) {
      throw new SuiteException(
          "the data in %s belongs with the Kafka cluster %s, not with %s: give that Kafka to --kafka, or an empty database"
              .formatted(place, noted.get(), cluster));
    }
    if (noted.isEmpty() && state.external().cluster() != null) {
      throw new SuiteException(
          "the database at %s holds nothing of the suite in %s: give the one it was made with to --postgres, or another --data-dir"
              .formatted(place, dataDir.path()));
    }
  }
}
