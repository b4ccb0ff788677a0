package dev.bellwether.trend.throughput;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.bellwether.contracts.kafka.RecordKey;
import dev.bellwether.contracts.kafka.Topics;
import dev.bellwether.contracts.mention.Author;
import dev.bellwether.contracts.mention.Cause;
import dev.bellwether.contracts.mention.Engagement;
import dev.bellwether.contracts.mention.Flags;
import dev.bellwether.contracts.mention.Mention;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Writes seeded mentions as ingest would, from a number on: with texts of a folder's CSV files
 * (second column), or where none is named, of a vocabulary that follows Zipf's law. Arguments:
 * broker, first post, posts, posts a second of event time, monitors, folder of texts.
 */
final class PostLoad {

  private static final Instant START = Instant.parse("2026-03-02T00:00:00Z");
  private static final Pattern TAG = Pattern.compile("#([\\p{L}\\p{N}_]+)");
  private static final Pattern ACCOUNT = Pattern.compile("@([\\p{L}\\p{N}_]+)");

  private PostLoad() {}

  public static void main(String... args) throws IOException {
    int from = Integer.parseInt(args[1]);
    int count = Integer.parseInt(args[2]);
    double perSecond = Double.parseDouble(args[3]);
    int monitors = Integer.parseInt(args[4]);
    var random = new Random(from);
    List<String> texts = args.length > 5 ? texts(Path.of(args[5])) : List.of();
    ObjectMapper json = ServiceStreams.json();
    Map<String, Object> settings =
        Map.of(
            "bootstrap.servers",
            args[0],
            "acks",
            "all",
            "compression.type",
            "lz4",
            "linger.ms",
            20);
    try (var producer =
        new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
      for (int i = from; i < from + count; i++) {
        var time = START.plusMillis((long) (i * 1000.0 / perSecond));
        var text = texts.isEmpty() ? zipf(random) : texts.get(i % texts.size());
        var mention = mention(i, time, text, "m" + random.nextInt(monitors), random);
        producer.send(
            new ProducerRecord<>(
                Topics.MENTIONS,
                RecordKey.of("w", mention.id()).encode(),
                json.writeValueAsBytes(mention)));
      }
    }
  }

  private static Mention mention(
      int number, Instant time, String text, String monitor, Random random) {
    return new Mention(
        Mention.SCHEMA_VERSION,
        "w",
        "x:26259655239%07d".formatted(number),
        1,
        Cause.CAPTURED,
        "x",
        "https://x.com/i/status/26259655239%07d".formatted(number),
        "post",
        text,
        "en",
        time,
        time.plusSeconds(3),
        new Author("%064x".formatted(random.nextInt(50_000)), "k1", 321L),
        Engagement.NONE,
        found(TAG, text),
        found(ACCOUNT, text),
        List.of(),
        null,
        List.of(monitor),
        Flags.NONE);
  }

  private static List<String> found(Pattern pattern, String text) {
    return pattern
        .matcher(text.toLowerCase(Locale.ROOT))
        .results()
        .map(found -> found.group(1))
        .distinct()
        .toList();
  }

  private static String zipf(Random random) {
    var words = new ArrayList<String>();
    for (int i = 0; i < 14; i++) {
      // density 1/rank over a million words
      long rank = (long) Math.exp(random.nextDouble() * Math.log(1_000_000));
      words.add("word" + Long.toString(rank * 7919, 36));
    }
    return String.join(" ", words);
  }

  private static List<String> texts(Path folder) throws IOException {
    var texts = new ArrayList<String>();
    try (var files = Files.list(folder)) {
      for (var file : files.sorted().toList()) {
        try (var lines = Files.lines(file)) {
          lines
              .skip(1)
              .map(line -> line.split("\",|,\"", -1))
              .filter(parts -> parts.length > 1)
              .forEach(parts -> texts.add(parts[1]));
        }
      }
    }
    return Arrays.asList(texts.toArray(String[]::new));
  }
}
