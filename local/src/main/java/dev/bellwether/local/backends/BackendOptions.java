package dev.bellwether.local.backends;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The options that name a broker and a database. */
public final class BackendOptions {

  /** Holds the database's password, so that it stands in no process list. */
  public static final String PASSWORD_VARIABLE = "BELLWETHER_POSTGRES_PASSWORD";

  @Option(
      names = "--kafka",
      paramLabel = "HOST:PORT",
      description =
          "A Kafka to use instead of the suite's own; several brokers apart by commas. Remembered in the data folder.")
  private String kafka;

  @Option(
      names = "--kafka-config",
      paramLabel = "FILE",
      description =
          "How to be let in there: a properties file with Kafka's own security.*, sasl.* and ssl.* settings.")
  private Path kafkaConfig;

  @Option(
      names = "--postgres",
      paramLabel = "URL",
      description = {
        "A PostgreSQL (14 or newer) to use instead of the suite's own: postgresql://USER@HOST:PORT/DATABASE.",
        "The password stands in the URL, or better in "
            + PASSWORD_VARIABLE
            + ". Remembered in the data folder, without the password."
      })
  private String postgres;

  /**
   * What was asked for.
   *
   * @throws BackendException when an option does not read
   */
  public Backends asked() {
    if (kafka == null && kafkaConfig != null) {
      throw new BackendException("--kafka-config goes with --kafka HOST:PORT");
    }
    return new Backends(
        Optional.ofNullable(kafka).map(k -> KafkaAddress.of(k, Optional.ofNullable(kafkaConfig))),
        Optional.ofNullable(postgres).map(url -> postgres(url, System.getenv())));
  }

  /**
   * @param url with a password or without
   * @param environment where the password is looked for first
   */
  public static ExternalPostgres postgres(String url, Map<String, String> environment) {
    var given = PostgresAddress.parse(url);
    return new ExternalPostgres(
        given.address(),
        Optional.ofNullable(environment.get(PASSWORD_VARIABLE))
            .filter(p -> !p.isEmpty())
            .map(Password::new)
            .or(given::password));
  }
}
