package dev.bellwether.local.replay;

import dev.bellwether.contracts.kafka.TopicSpec;
import dev.bellwether.local.backends.BackendException;
import dev.bellwether.local.backends.KafkaAddress;
import dev.bellwether.local.backends.KafkaFailure;
import dev.bellwether.local.suite.SuiteException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Clients of one Kafka. */
record KafkaAccess(KafkaAddress at) {

  private static final int PATIENCE_MILLIS = 20_000;
  private static final int PROBE_MILLIS = 3_000;

  /**
   * Says at once when nobody listens; a Kafka client would try for long.
   *
   * @throws SuiteException when nobody listens there
   */
  KafkaAccess reachable() {
    IOException last = null;
    for (var broker : at.brokers()) {
      try (var socket = new Socket()) {
        socket.connect(new InetSocketAddress(broker.host(), broker.port()), PROBE_MILLIS);
        return this;
      } catch (IOException e) {
        last = e;
      }
    }
    throw new SuiteException(
        "no Kafka broker answers at %s: start the suite with ./bellwether up, or name another with --kafka HOST:PORT"
            .formatted(at.bootstrapServers()),
        last);
  }

  /** What a broker that does answer has against us. */
  BackendException refused(KafkaException e) {
    return failure().of(e);
  }

  private KafkaFailure failure() {
    return new KafkaFailure(at, Duration.ofMillis(PATIENCE_MILLIS));
  }

  KafkaConsumer<String, byte[]> consumer(IsolationLevel isolation) {
    var config =
        settings(
            Map.of(
                ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                isolation.toString().toLowerCase(Locale.ROOT),
                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                false,
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                "earliest",
                ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
                false,
                ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                PATIENCE_MILLIS));
    return made(
        () -> new KafkaConsumer<>(config, new StringDeserializer(), new ByteArrayDeserializer()));
  }

  /** A producer whose transactions end those of any other replay of the topic. */
  KafkaProducer<String, byte[]> producer(String topic) {
    var config =
        settings(
            Map.of(
                ProducerConfig.TRANSACTIONAL_ID_CONFIG,
                "bellwether-replay-" + topic,
                ProducerConfig.COMPRESSION_TYPE_CONFIG,
                "lz4",
                ProducerConfig.MAX_REQUEST_SIZE_CONFIG,
                TopicSpec.DEAD_LETTER_BYTES,
                ProducerConfig.MAX_BLOCK_MS_CONFIG,
                PATIENCE_MILLIS,
                ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                PATIENCE_MILLIS / 2,
                ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                PATIENCE_MILLIS));
    return made(
        () -> new KafkaProducer<>(config, new StringSerializer(), new ByteArraySerializer()));
  }

  private <T> T made(Supplier<T> client) {
    try {
      return client.get();
    } catch (KafkaException e) {
      throw failure().ofSettings(e);
    }
  }

  private Map<String, Object> settings(Map<String, Object> own) {
    var settings = new HashMap<String, Object>(at.security());
    settings.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, at.bootstrapServers());
    settings.putAll(own);
    return settings;
  }
}
