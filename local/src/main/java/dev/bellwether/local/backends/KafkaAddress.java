package dev.bellwether.local.backends;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Where a given Kafka is.
 *
 * @param config a properties file that says how to be let in; absent for a broker that asks nothing
 */
public record KafkaAddress(List<HostPort> brokers, Optional<Path> config) {

  /** What a file may set; the rest is a service's own affair. */
  private static final List<String> SETTINGS = List.of("security.", "sasl.", "ssl.");

  public KafkaAddress {
    brokers = List.copyOf(brokers);
    config = config.map(file -> file.toAbsolutePath().normalize());
  }

  /**
   * @param brokers {@code HOST:PORT}, several apart by commas
   * @throws BackendException when it is not of this form
   */
  public static KafkaAddress of(String brokers, Optional<Path> config) {
    return new KafkaAddress(
        HostPort.list(brokers, 0)
            .orElseThrow(
                () ->
                    new BackendException(
                        "--kafka %s is no broker's address: write HOST:PORT, several apart by commas"
                            .formatted(brokers))),
        config);
  }

  /** {@code HOST:PORT}, several apart by commas. */
  public String bootstrapServers() {
    return brokers.stream().map(HostPort::toString).collect(Collectors.joining(","));
  }

  /**
   * What the file says.
   *
   * @throws BackendException when it cannot be read, or sets something else than how to be let in
   */
  public Map<String, String> security() {
    return config.map(KafkaAddress::read).orElse(Map.of());
  }

  private static Map<String, String> read(Path file) {
    var properties = new Properties();
    try (var reader = Files.newBufferedReader(file)) {
      properties.load(reader);
    } catch (IOException | IllegalArgumentException e) {
      throw new BackendException(
          "cannot read --kafka-config %s: %s".formatted(file, e.getMessage()), e);
    }
    var settings = new TreeMap<String, String>();
    for (var name : properties.stringPropertyNames()) {
      if (SETTINGS.stream().noneMatch(name::startsWith)) {
        throw new BackendException(
            "%s in --kafka-config %s is not for here: only settings that begin with %s are taken"
                .formatted(name, file, String.join(", ", SETTINGS)));
      }
      settings.put(name, properties.getProperty(name));
    }
    return settings;
  }
}
