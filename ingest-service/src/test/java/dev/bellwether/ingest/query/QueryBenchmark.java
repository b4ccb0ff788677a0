package dev.bellwether.ingest.query;

import dev.bellwether.ingest.query.Searchable.Facts;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.lucene.analysis.core.WhitespaceAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.monitor.Monitor;
import org.apache.lucene.monitor.MonitorQuery;
import org.apache.lucene.monitor.QueryMatch;

/**
 * What a post costs with 10 to 10,000 queries: our index beside Lucene's monitor, which is given
 * the same tokens. Tokens are made anew for every post; times are of the thread's CPU.
 *
 * <p>Its argument is the folder of a set of tweets: CSV files whose second column is the text; a
 * second one, {@code ours}, leaves Lucene out.
 */
public final class QueryBenchmark {

  private static final int[] COUNTS = {10, 100, 1_000, 10_000};
  private static final long SECOND = 1_000_000_000L;
  private static final int COMPARED = 300;

  private QueryBenchmark() {}

  public static void main(String[] args) throws Exception {
    List<String> texts = texts(Path.of(args[0]));
    System.out.printf("%,d texts%n", texts.size());
    double tokens = microseconds(texts, 4, text -> PostTokens.of(text).size());
    double searchable = microseconds(texts, 4, text -> Searchable.of(text, facts()).hashCode());
    System.out.printf(
        "tokens alone %.2f us, whole Searchable %.2f us a post%n", tokens, searchable);
    List<Query> all = new BenchmarkQueries(texts).take(COUNTS[COUNTS.length - 1]);
    System.out.println(
        "queries | build ms | asked/post | matches/post | us/post | posts/s/core | Lucene us/post | Lucene posts/s/core");
    boolean withLucene = args.length < 2 || !args[1].equals("ours");
    for (int count : COUNTS) {
      measure(texts, all.subList(0, count), withLucene);
    }
  }

  private static void measure(List<String> texts, List<Query> queries, boolean withLucene)
      throws Exception {
    long start = System.nanoTime();
    QueryIndex<Integer> index = index(queries);
    double build = (System.nanoTime() - start) / 1e6;
    double ours = microseconds(texts, 5, text -> index.match(Searchable.of(text, facts())).size());
    double asked = 0;
    double matches = 0;
    for (String text : texts) {
      Searchable post = Searchable.of(text, facts());
      asked += index.candidateCount(post);
      matches += index.match(post).size();
    }
    double lucene = withLucene ? lucene(texts, queries, index) : Double.NaN;
    System.out.printf(
        "%,d | %.1f | %.1f | %.2f | %.2f | %,.0f | %.0f | %,.0f%n",
        queries.size(),
        build,
        asked / texts.size(),
        matches / texts.size(),
        ours,
        1e6 / ours,
        lucene,
        1e6 / lucene);
  }

  private static double lucene(List<String> texts, List<Query> queries, QueryIndex<Integer> index)
      throws IOException {
    try (Monitor monitor = new Monitor(new WhitespaceAnalyzer())) {
      List<MonitorQuery> registered = new ArrayList<>();
      for (int i = 0; i < queries.size(); i++) {
        registered.add(
            new MonitorQuery(Integer.toString(i), LuceneOracle.query(queries.get(i).expression())));
      }
      monitor.register(registered);
      compare(texts, index, monitor);
      return microseconds(texts, 4, text -> lucene(monitor, text).size());
    }
  }

  private static void compare(List<String> texts, QueryIndex<Integer> index, Monitor monitor) {
    for (String text : texts.subList(0, COMPARED)) {
      var ours = new TreeSet<>(index.match(Searchable.of(text, facts())));
      var theirs = new TreeSet<>(lucene(monitor, text));
      if (!ours.equals(theirs)) {
        throw new IllegalStateException(ours + " and not " + theirs + " match");
      }
    }
  }

  private static List<Integer> lucene(Monitor monitor, String text) {
    PostTokens tokens = PostTokens.of(text);
    List<List<String>> places =
        IntStream.range(0, tokens.size())
            .mapToObj(
                i ->
                    tokens.sign(i) == 0
                        ? List.of(tokens.word(i))
                        : List.of(tokens.word(i), tokens.sign(i) + tokens.word(i)))
            .toList();
    var document = new Document();
    document.add(new TextField(LuceneOracle.TEXT, new PlacedTokens(places)));
    document.add(new StringField("platform", "x", Field.Store.NO));
    document.add(new StringField("language", "en", Field.Store.NO));
    try {
      return monitor.match(document, QueryMatch.SIMPLE_MATCHER).getMatches().stream()
          .map(match -> Integer.valueOf(match.getQueryId()))
          .toList();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static QueryIndex<Integer> index(List<Query> queries) {
    return QueryIndex.of(
        IntStream.range(0, queries.size())
            .mapToObj(i -> new QueryIndex.Entry<>(queries.get(i), i))
            .toList());
  }

  private static Facts facts() {
    return new Facts("x", "en", "post", 100L, List.of(), "jane"::equals);
  }

  /** CPU time a text, in the best of three rounds after one to warm up. */
  private static double microseconds(
      List<String> texts, int seconds, Function<String, Integer> work) {
    var threads = ManagementFactory.getThreadMXBean();
    double best = Double.MAX_VALUE;
    long sum = 0;
    for (int round = 0; round < 4; round++) {
      long start = threads.getCurrentThreadCpuTime();
      long end = start + seconds * SECOND / 4;
      long done = 0;
      while (threads.getCurrentThreadCpuTime() < end) {
        for (int i = 0; i < 20; i++) {
          sum += work.apply(texts.get((int) (done++ % texts.size())));
        }
      }
      double each = (threads.getCurrentThreadCpuTime() - start) / 1e3 / done;
      best = round == 0 ? best : Math.min(best, each);
    }
    if (sum == Long.MIN_VALUE) {
      throw new IllegalStateException("cannot be: it only keeps the work from being left out");
    }
    return best;
  }

  private static List<String> texts(Path folder) throws IOException {
    List<String> texts = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(path -> path.toString().endsWith(".csv")).sorted().toList()) {
        for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
          String[] columns = line.split(",", 2);
          if (columns.length == 2 && columns[1].length() > 10) {
            int label = columns[1].lastIndexOf(',');
            texts.add(label > 0 ? columns[1].substring(0, label) : columns[1]);
          }
        }
      }
    }
    Collections.shuffle(texts, new Random(1));
    return texts;
  }
}
