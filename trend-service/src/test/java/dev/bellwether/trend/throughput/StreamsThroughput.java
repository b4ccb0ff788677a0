package dev.bellwether.trend.throughput;

import com.sun.management.OperatingSystemMXBean;
import dev.bellwether.contracts.kafka.Topics;
import dev.bellwether.embedded.FreePort;
import dev.bellwether.embedded.TopicCreation;
import dev.bellwether.trend.topology.RunnableTopology;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.KafkaStreams;

/**
 * The topology alone, on a real broker in a process of its own: posts a second by this process' CPU
 * time, which holds nothing but Streams. Settings are the service's. Not a test; run by hand:
 * {@code java -cp … dev.bellwether.trend.throughput.StreamsThroughput FOLDER POSTS POSTS_A_SECOND
 * MONITORS [TEXTS]}.
 */
public final class StreamsThroughput {

  private static final Duration PAUSE = Duration.ofMillis(250);

  private final String bootstrap;
  private final Admin admin;

  private StreamsThroughput(String bootstrap, Admin admin) {
    this.bootstrap = bootstrap;
    this.admin = admin;
  }

  public static void main(String... args) throws Exception {
    ServiceStreams.quiet();
    var folder = Path.of(args[0]);
    int posts = Integer.parseInt(args[1]);
    Files.createDirectories(folder);
    int port = FreePort.find();
    var broker =
        ServiceStreams.java(
            List.of("-Xmx512m"),
            "dev.bellwether.embedded.KafkaBroker",
            folder.resolve("kafka").toString(),
            Integer.toString(port));
    Runtime.getRuntime().addShutdownHook(new Thread(broker::destroyForcibly));
    var bootstrap = "127.0.0.1:" + port;
    try (var admin = Admin.create(Map.of("bootstrap.servers", bootstrap))) {
      awaitBroker(admin);
      TopicCreation.createAll(bootstrap);
      new StreamsThroughput(bootstrap, admin)
          .run(folder, posts, List.of(args).subList(2, args.length));
    } finally {
      broker.destroy();
      broker.waitFor();
    }
  }

  private void run(Path folder, int posts, List<String> load) throws Exception {
    produce(0, posts, load);
    var settings = ServiceStreams.settings(bootstrap, folder.resolve("state"));
    try (var streams =
        new KafkaStreams(RunnableTopology.standard(ServiceStreams.json()), settings)) {
      streams.start();
      awaitAll();
      say("warm: %d posts".formatted(posts));
      for (int round = 1; round <= 3; round++) {
        streams.pause();
        produce(round * posts, posts, load);
        long cpu = cpuNanos();
        long wall = System.nanoTime();
        streams.resume();
        awaitAll();
        double cpuSeconds = (cpuNanos() - cpu) / 1e9;
        double wallSeconds = (System.nanoTime() - wall) / 1e9;
        say(
            "round %d: %,.0f posts/s a core, %,.0f posts/s by the clock; trends %d; heap %d MB"
                .formatted(
                    round,
                    posts / cpuSeconds,
                    posts / wallSeconds,
                    ends(Topics.TRENDS, 1).values().stream().mapToLong(Long::longValue).sum(),
                    (Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory())
                        >> 20));
      }
      sayTopics();
    }
  }

  private void sayTopics() throws Exception {
    for (var topic : admin.listTopics().names().get().stream().sorted().toList()) {
      if (topic.startsWith("bellwether-trend")) {
        say(
            "%s: %d records"
                .formatted(
                    topic, ends(topic, -1).values().stream().mapToLong(Long::longValue).sum()));
      }
    }
  }

  private void produce(int from, int count, List<String> load) throws Exception {
    var command =
        new ArrayList<>(List.of(bootstrap, Integer.toString(from), Integer.toString(count)));
    command.addAll(load);
    int exit =
        ServiceStreams.java(
                List.of("-Xmx256m"), PostLoad.class.getName(), command.toArray(String[]::new))
            .waitFor();
    if (exit != 0) {
      throw new IllegalStateException("the load ended with " + exit);
    }
  }

  private static void awaitBroker(Admin admin) throws InterruptedException {
    for (int i = 0; i < 300; i++) {
      try {
        admin.describeCluster().nodes().get();
        return;
      } catch (ExecutionException e) {
        Thread.sleep(PAUSE);
      }
    }
    throw new IllegalStateException("the broker does not come up");
  }

  /** Until everything on the read topics is committed. */
  private void awaitAll() throws Exception {
    while (true) {
      var committed =
          admin
              .listConsumerGroupOffsets(ServiceStreams.APPLICATION)
              .partitionsToOffsetAndMetadata()
              .get();
      var ends = ends(Topics.MENTIONS, Topics.POST_PARTITIONS);
      boolean all =
          ends.entrySet().stream()
              .allMatch(
                  end ->
                      end.getValue() == 0
                          || committed.get(end.getKey()) != null
                              && committed.get(end.getKey()).offset() >= end.getValue());
      if (all) {
        return;
      }
      Thread.sleep(PAUSE);
    }
  }

  private Map<TopicPartition, Long> ends(String topic, int partitions) throws Exception {
    int count =
        partitions > 0
            ? partitions
            : admin
                .describeTopics(List.of(topic))
                .allTopicNames()
                .get()
                .get(topic)
                .partitions()
                .size();
    var asked = new HashMap<TopicPartition, OffsetSpec>();
    for (int i = 0; i < count; i++) {
      asked.put(new TopicPartition(topic, i), OffsetSpec.latest());
    }
    var ends = new HashMap<TopicPartition, Long>();
    admin.listOffsets(asked).all().get().forEach((of, at) -> ends.put(of, at.offset()));
    return ends;
  }

  private static long cpuNanos() {
    return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
  }

  private static void say(String line) {
    System.out.println(line);
  }
}
