package dev.bellwether.local.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bellwether.local.ingest.FieldMapping;
import dev.bellwether.local.ingest.FileRows;
import dev.bellwether.local.ingest.InputFile;
import dev.bellwether.local.ingest.Kind;
import dev.bellwether.local.simulator.Scenario;
import dev.bellwether.local.suite.SuiteException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Posts to measure with, in an order that does not depend on their source.
 *
 * @param rows in the flat form of {@code POST /v1/mentions}; each id once, no language
 */
record BenchPosts(List<ObjectNode> rows) {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final long SEED = 20261122;
  private static final int AUTHORS = 20_000;

  BenchPosts {
    rows = List.copyOf(rows);
  }

  /**
   * Tweets as CrisisLex has them: CSV files with the columns {@code tweet id} and {@code tweet}.
   */
  static BenchPosts ofCrisisLex(Path folder) {
    try (var files = Files.list(folder)) {
      var inputs =
          files
              .filter(file -> file.toString().endsWith(".csv"))
              .sorted()
              .map(InputFile::of)
              .toList();
      if (inputs.isEmpty()) {
        throw new SuiteException(folder + " holds no .csv file: name the folder CrisisLex T6");
      }
      var mapping =
          FieldMapping.of(
              Kind.MENTIONS, List.of("id=tweet id", "text=tweet"), List.of("platform=x"));
      return mixed(FileRows.read(inputs, mapping).rows().stream().map(row -> row.json()).toList());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + folder, e);
    }
  }

  /** The demo's brand talk of as many fortnights as it takes. */
  static BenchPosts simulated(int atLeast) {
    var rows = new ArrayList<byte[]>();
    for (long seed = Scenario.DEFAULT_SEED; rows.size() < atLeast; seed++) {
      for (var post : Scenario.of(seed, Scenario.DEFAULT_END).posts()) {
        rows.add(bytes(post.row()));
      }
    }
    return mixed(rows);
  }

  private static byte[] bytes(Object row) {
    try {
      return JSON.writeValueAsBytes(row);
    } catch (IOException e) {
      throw new UncheckedIOException("a row of our own has no JSON form", e);
    }
  }

  private static BenchPosts mixed(List<byte[]> rows) {
    var random = new Random(SEED);
    var order = new ArrayList<>(rows);
    Collections.shuffle(order, random);
    var posts = new ArrayList<ObjectNode>(order.size());
    for (var row : order) {
      try {
        var post = (ObjectNode) JSON.readTree(row);
        post.put("id", Integer.toString(posts.size()));
        post.remove(List.of("language", "inReplyTo"));
        if (!post.has("author")) {
          // few write much, most write little
          double share = random.nextDouble();
          post.put("author", "user" + (int) (AUTHORS * share * share * share));
        }
        posts.add(post);
      } catch (IOException e) {
        throw new UncheckedIOException("a row of our own is not JSON", e);
      }
    }
    return new BenchPosts(posts);
  }

  List<String> texts() {
    return rows.stream().map(row -> row.get("text").asText()).toList();
  }
}
