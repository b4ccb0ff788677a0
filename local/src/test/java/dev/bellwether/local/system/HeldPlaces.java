package dev.bellwether.local.system;

import dev.bellwether.embedded.PostgresAccess;
import dev.bellwether.local.suite.Component;
import dev.bellwether.local.suite.SuiteState;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListTopicsOptions;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Looks for strings in every place where a suite keeps anything: every row of every table of every
 * schema, every record (key, value, headers) of every topic, inner ones and the changelogs of all
 * state stores too, and every log file.
 */
record HeldPlaces(TestSuite suite) {

  private static final Duration POLL = Duration.ofMillis(300);

  /** Where one of the strings stands, such as {@code table ingest.mention_score}. */
  TreeSet<String> with(Collection<String> strings)
      throws SQLException, IOException, ExecutionException, InterruptedException {
    var places = new TreeSet<String>();
    addTables(strings, places);
    addTopics(strings, places);
    addLogs(strings, places);
    return places;
  }

  private void addTables(Collection<String> strings, Collection<String> places)
      throws SQLException {
    var access =
        PostgresAccess.in(
            suite.dataDir().postgres(), SuiteState.read(suite.dataDir()).port(Component.DATABASE));
    // the superuser, whom row-level security does not bind
    try (var connection =
        DriverManager.getConnection(
            access.jdbcUrl("public"), "postgres", access.password("postgres"))) {
      var tables = new ArrayList<String>();
      try (var all =
          connection
              .getMetaData()
              .getTables(null, null, "%", new String[] {"TABLE", "PARTITIONED TABLE"})) {
        while (all.next()) {
          String schema = all.getString("TABLE_SCHEM");
          if (!schema.equals("pg_catalog") && !schema.equals("information_schema")) {
            tables.add("\"" + schema + "\".\"" + all.getString("TABLE_NAME") + "\"");
          }
        }
      }
      for (String table : tables) {
        try (var select =
            connection.prepareStatement(
                "select 1 from " + table + " t where t::text like any(?) limit 1")) {
          select.setArray(
              1,
              connection.createArrayOf("text", strings.stream().map(s -> "%" + s + "%").toArray()));
          try (var row = select.executeQuery()) {
            if (row.next()) {
              places.add("table " + table.replace("\"", ""));
            }
          }
        }
      }
    }
  }

  private void addTopics(Collection<String> strings, Collection<String> places)
      throws ExecutionException, InterruptedException {
    Map<String, Object> settings =
        Map.of("bootstrap.servers", suite.kafka(), "isolation.level", "read_uncommitted");
    try (var admin = Admin.create(settings);
        var consumer =
            new KafkaConsumer<>(
                settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      var partitions = new ArrayList<TopicPartition>();
      admin
          .describeTopics(
              admin.listTopics(new ListTopicsOptions().listInternal(true)).names().get())
          .allTopicNames()
          .get()
          .forEach(
              (topic, described) ->
                  described
                      .partitions()
                      .forEach(p -> partitions.add(new TopicPartition(topic, p.partition()))));
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      var ends = consumer.endOffsets(partitions);
      while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.get(p))) {
        for (var record : consumer.poll(POLL)) {
          if (strings.stream().anyMatch(text(record)::contains)) {
            places.add("topic " + record.topic());
          }
        }
      }
    }
  }

  /** A character a byte: the strings looked for are ASCII. */
  private static String text(ConsumerRecord<byte[], byte[]> record) {
    var text = new StringBuilder();
    for (byte[] part : new byte[][] {record.key(), record.value()}) {
      text.append(part == null ? "" : new String(part, StandardCharsets.ISO_8859_1)).append(' ');
    }
    record
        .headers()
        .forEach(
            header -> {
              if (header.value() != null) {
                text.append(new String(header.value(), StandardCharsets.ISO_8859_1)).append(' ');
              }
            });
    return text.toString();
  }

  private void addLogs(Collection<String> strings, Collection<String> places) throws IOException {
    List<Path> logs;
    try (var files = Files.walk(suite.dataDir().logs())) {
      logs = files.filter(Files::isRegularFile).toList();
    }
    for (Path log : logs) {
      String text = new String(Files.readAllBytes(log), StandardCharsets.ISO_8859_1);
      if (strings.stream().anyMatch(text::contains)) {
        places.add("log " + log.getFileName());
      }
    }
  }
}
