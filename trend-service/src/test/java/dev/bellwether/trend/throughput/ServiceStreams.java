package dev.bellwether.trend.throughput;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.bellwether.trend.topology.RunnableTopology;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.logging.Level;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.jboss.logmanager.Logger;

/**
 * The service's topology with the service's settings and nothing else of it, to be run in a process
 * of its own. Arguments: broker, folder of the state.
 */
public final class ServiceStreams {

  public static final String APPLICATION =
      service().getProperty("quarkus.kafka-streams.application-id");

  private static final String PREFIX = "kafka-streams.";

  private ServiceStreams() {}

  public static void main(String... args) {
    quiet();
    var streams =
        new KafkaStreams(RunnableTopology.standard(json()), settings(args[0], Path.of(args[1])));
    Runtime.getRuntime().addShutdownHook(new Thread(streams::close));
    streams.start();
  }

  /** As in the service; without it Kafka's clients tell of every record. */
  static void quiet() {
    Logger.getLogger("").setLevel(Level.WARNING);
  }

  /** Starts a main class in a JVM of its own, which is quiet. */
  public static Process java(List<String> options, String main, String... args) {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main));
    command.addAll(List.of(args));
    try {
      return new ProcessBuilder(command)
          .redirectError(Redirect.DISCARD)
          .redirectOutput(Redirect.DISCARD)
          .start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The service's own. */
  static Properties service() {
    var service = new Properties();
    try (var in = ServiceStreams.class.getResourceAsStream("/application.properties")) {
      service.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return service;
  }

  static Properties settings(String bootstrap, Path state) {
    var settings = new Properties();
    service()
        .forEach(
            (name, value) -> {
              if (name.toString().startsWith(PREFIX) && !value.toString().contains("${")) {
                settings.put(name.toString().substring(PREFIX.length()), value);
              }
            });
    settings.put(StreamsConfig.STATE_DIR_CONFIG, state.toString());
    settings.put(StreamsConfig.APPLICATION_ID_CONFIG, APPLICATION);
    settings.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap);
    return settings;
  }

  static ObjectMapper json() {
    return new ObjectMapper()
        .registerModule(new JavaTimeModule())
        .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
        .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
  }
}
