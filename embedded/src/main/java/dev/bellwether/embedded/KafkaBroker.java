package dev.bellwether.embedded;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;

/**
 * One Kafka node, broker and controller in one (KRaft), listening on the loopback interface only.
 * The data directory is formatted at its first start and kept afterwards, so a broker that was
 * killed recovers its log at the next start.
 *
 * <p>Replication is 1: this is for one machine. Topics are never created by a client that merely
 * asks for one.
 */
public final class KafkaBroker implements AutoCloseable {

  private static final int NODE = 1;

  private final KafkaRaftServer server;
  private final int port;

  private KafkaBroker(KafkaRaftServer server, int port) {
    this.server = server;
    this.port = port;
  }

  /**
   * Starts a broker in this JVM and returns when it takes clients.
   *
   * @param port 0 for any free port
   * @throws UncheckedIOException when the directory cannot be written
   * @throws RuntimeException Kafka's own, when the port is taken or another broker holds the
   *     directory; nothing of the broker runs then
   */
  public static KafkaBroker start(Path dataDir, int port) {
    return start(dataDir, port, Map.of());
  }

  /**
   * As {@link #start(Path, int)}, for a broker that lets in only whom it knows, and only to what
   * ACLs allow. It is for the tests of what a guarded Kafka refuses.
   */
  public static KafkaBroker startGuarded(Path dataDir, int port, KafkaLogins logins) {
    return start(dataDir, port, logins.brokerSettings());
  }

  private static KafkaBroker start(Path dataDir, int port, Map<String, String> over) {
    int clientPort = FreePort.orFree(port);
    formatOnce(dataDir);
    var settings = settings(dataDir, clientPort, FreePort.find());
    settings.putAll(over);
    var config = KafkaConfig.fromProps(settings, false);
    var server = new KafkaRaftServer(config, Time.SYSTEM);
    try {
      server.startup();
    } catch (RuntimeException e) {
      // its controller would go on, and hold the directory against the next attempt
      server.shutdown();
      throw e;
    }
    return new KafkaBroker(server, clientPort);
  }

  /** Runs a broker until the JVM is told to stop. Arguments: data directory, port. */
  public static void main(String... args) {
    if (args.length != 2) {
      throw new IllegalArgumentException("expected: data directory, port");
    }
    var broker = start(Path.of(args[0]), Integer.parseInt(args[1]));
    Runtime.getRuntime().addShutdownHook(new Thread(broker::close, "stop-broker"));
    broker.server.awaitShutdown();
  }

  public String bootstrapServers() {
    return "127.0.0.1:" + port;
  }

  public int port() {
    return port;
  }

  @Override
  public void close() {
    server.shutdown();
    server.awaitShutdown();
  }

  private static void formatOnce(Path dataDir) {
    if (Files.exists(dataDir.resolve("meta.properties"))) {
      return;
    }
    try {
      Files.createDirectories(dataDir);
      refuseData(dataDir);
      new Formatter()
          .setNodeId(NODE)
          .setClusterId(Uuid.randomUuid().toString())
          .setReleaseVersion(MetadataVersion.LATEST_PRODUCTION)
          .setControllerListenerName("CONTROLLER")
          .setMetadataLogDirectory(dataDir.toString())
          .setDirectories(List.of(dataDir.toString()))
          // an interrupted format leaves a directory without meta.properties: formatting it again
          // is right
          .setIgnoreFormatted(true)
          .setPrintStream(new PrintStream(OutputStream.nullOutputStream()))
          .run();
    } catch (IOException e) {
      throw new UncheckedIOException(
          "cannot format the broker's directory " + dataDir + ": " + e.getMessage(), e);
    } catch (Exception e) {
      throw new IllegalStateException("cannot format the broker's directory " + dataDir, e);
    }
  }

  /** Only a format that was interrupted may be done again. */
  private static void refuseData(Path dataDir) throws IOException {
    try (var logs = Files.newDirectoryStream(dataDir, "*-[0-9]*")) {
      for (var log : logs) {
        // the first thing a broker makes, before it has anything to keep
        if (Files.isDirectory(log) && !log.endsWith("__cluster_metadata-0")) {
          throw new IOException(
              "it holds data ("
                  + log.getFileName()
                  + ") but no meta.properties: put that file back from a copy, or move the folder away to begin anew");
        }
      }
    }
  }

  private static Properties settings(Path dataDir, int port, int controllerPort) {
    var p = new Properties();
    p.put("process.roles", "broker,controller");
    p.put("node.id", Integer.toString(NODE));
    p.put("controller.quorum.voters", NODE + "@127.0.0.1:" + controllerPort);
    p.put(
        "listeners", "PLAINTEXT://127.0.0.1:" + port + ",CONTROLLER://127.0.0.1:" + controllerPort);
    p.put("advertised.listeners", "PLAINTEXT://127.0.0.1:" + port);
    p.put("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT");
    p.put("controller.listener.names", "CONTROLLER");
    p.put("log.dirs", dataDir.toString());
    p.put("auto.create.topics.enable", "false");
    // event time is in the payload: retention by a stamp of 2012 would delete at once
    p.put("log.message.timestamp.type", "LogAppendTime");
    oneNode(p);
    little(p);
    return p;
  }

  private static void oneNode(Properties p) {
    p.put("default.replication.factor", "1");
    p.put("min.insync.replicas", "1");
    p.put("offsets.topic.replication.factor", "1");
    p.put("offsets.topic.num.partitions", "4");
    p.put("transaction.state.log.replication.factor", "1");
    p.put("transaction.state.log.min.isr", "1");
    p.put("transaction.state.log.num.partitions", "4");
    p.put("share.coordinator.state.topic.replication.factor", "1");
    p.put("share.coordinator.state.topic.min.isr", "1");
    p.put("share.coordinator.state.topic.num.partitions", "1");
    // nobody else will join: waiting for them only delays the start
    p.put("group.initial.rebalance.delay.ms", "0");
    // a suite that rested for a month must go on where it stopped
    p.put("offsets.retention.minutes", Integer.toString(365 * 24 * 60));
  }

  /** The defaults are a server's: 128 MB to clean logs, 10 MB an index. */
  private static void little(Properties p) {
    p.put("num.network.threads", "2");
    p.put("num.io.threads", "4");
    p.put("background.threads", "2");
    p.put("num.recovery.threads.per.data.dir", "2");
    p.put("log.segment.bytes", Integer.toString(64 << 20));
    p.put("log.index.size.max.bytes", Integer.toString(1 << 20));
    p.put("log.cleaner.dedupe.buffer.size", Integer.toString(8 << 20));
    p.put("log.cleaner.io.buffer.size", Integer.toString(256 << 10));
    p.put("metadata.log.segment.bytes", Integer.toString(16 << 20));
    p.put("metadata.max.retention.bytes", Integer.toString(32 << 20));
  }
}
