package dev.bellwether.local.suite;

import dev.bellwether.local.backends.BackendOptions;
import dev.bellwether.local.backends.Backends;
import dev.bellwether.local.backends.KafkaAddress;
import dev.bellwether.local.backends.PostgresAddress;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * Broker and database that a folder was made with, as its state file keeps them. An address is null
 * for a suite's own.
 *
 * @param kafka {@code HOST:PORT}, several apart by commas
 * @param kafkaConfig path of the file that says how to be let in
 * @param postgres URL without a password
 * @param cluster id of the Kafka cluster in use, the suite's own or a given one; null until a start
 *     has come so far that there may be data
 */
record ExternalBackends(String kafka, String kafkaConfig, String postgres, String cluster) {

  static final ExternalBackends NONE = new ExternalBackends(null, null, null, null);

  /** Of a folder that was made before this was kept: its own, of an unknown cluster. */
  static final ExternalBackends NOT_KEPT = new ExternalBackends(null, null, null, "");

  static ExternalBackends of(Backends backends, String cluster) {
    return new ExternalBackends(
        backends.kafka().map(KafkaAddress::bootstrapServers).orElse(null),
        backends.kafka().flatMap(KafkaAddress::config).map(Path::toString).orElse(null),
        backends.postgres().map(postgres -> postgres.address().url()).orElse(null),
        cluster);
  }

  /**
   * What a start uses: what is asked for, otherwise what the folder was made with.
   *
   * @throws SuiteException when the folder has data of its own that is asked to lie elsewhere
   */
  Backends choose(Backends asked, DataDir dataDir, Map<String, String> environment) {
    boolean used = cluster != null;
    if (used && kafka == null && asked.kafka().isPresent()) {
      throw ownData(dataDir, "a Kafka of its own, and its posts are there", "--kafka");
    }
    if (used && postgres == null && asked.postgres().isPresent()) {
      throw ownData(dataDir, "a PostgreSQL of its own, and its data is there", "--postgres");
    }
    return new Backends(
        asked.kafka().or(() -> Optional.ofNullable(kafka).map(this::remembered)),
        asked
            .postgres()
            .or(
                () ->
                    Optional.ofNullable(postgres)
                        .map(url -> BackendOptions.postgres(url, environment))));
  }

  Optional<KafkaAddress> kafkaAddress() {
    return Optional.ofNullable(kafka).map(this::remembered);
  }

  Optional<PostgresAddress> postgresAddress() {
    return Optional.ofNullable(postgres).map(url -> PostgresAddress.parse(url).address());
  }

  /** Whether this cluster may be the one the folder was made with. */
  boolean mayBe(String otherCluster) {
    return cluster == null || cluster.isEmpty() || cluster.equals(otherCluster);
  }

  /** Where a part runs, for people; empty for one of the suite's own. */
  Optional<String> place(Component component) {
    return switch (component) {
      case BROKER -> Optional.ofNullable(kafka);
      case DATABASE -> postgresAddress().map(PostgresAddress::place);
      default -> Optional.empty();
    };
  }

  private KafkaAddress remembered(String address) {
    return KafkaAddress.of(address, Optional.ofNullable(kafkaConfig).map(Path::of));
  }

  private static SuiteException ownData(DataDir dataDir, String made, String option) {
    return new SuiteException(
        "%s was made with %s: leave %s away, or give another --data-dir to begin anew"
            .formatted(dataDir.path(), made, option));
  }
}
