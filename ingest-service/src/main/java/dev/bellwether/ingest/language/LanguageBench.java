package dev.bellwether.ingest.language;

import dev.bellwether.contracts.mention.Mention;
import dev.bellwether.ingest.hygiene.PostEntities;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * How often the language of short posts is named right, wrong or not at all, and what it costs: on
 * UMSAB's posts of eight languages ({@code sentiment/umsab/<language>/<split>.tsv}, label, tab,
 * text) and TweetEval's English ones. UMSAB's Hindi is written in Latin letters: only {@code und}
 * is right.
 */
public final class LanguageBench {

  private static final Map<String, String> UMSAB =
      new TreeMap<>(
          Map.of(
              "arabic", "ar",
              "english", "en",
              "french", "fr",
              "german", "de",
              "hindi", Mention.UNDETERMINED_LANGUAGE,
              "italian", "it",
              "portuguese", "pt",
              "spanish", "es"));
  private static final int ROUNDS = 5;

  private LanguageBench() {}

  /**
   * @param args the data sets' folder, then {@code val} (the default) or {@code train}, and a
   *     margin in nats to try
   */
  public static void main(String[] args) throws IOException {
    String split = args.length > 1 ? args[1] : "val";
    long before = System.nanoTime();
    var languages =
        args.length > 2
            ? NgramLanguageIdentifier.withMargin(Double.parseDouble(args[2]))
            : NgramLanguageIdentifier.load();
    long loaded = System.nanoTime();
    run(languages, Path.of(args[0], "sentiment"), split, System.out);
    System.out.printf(Locale.ROOT, "loaded in %.2f s%n", (loaded - before) / 1e9);
  }

  private static void run(LanguageIdentifier languages, Path folder, String split, PrintStream out)
      throws IOException {
    out.printf("%-22s %6s %7s %7s %7s%n", split, "posts", "right", "wrong", "und");
    for (var entry : UMSAB.entrySet()) {
      Path file = folder.resolve("umsab").resolve(entry.getKey()).resolve(split + ".tsv");
      print("UMSAB " + entry.getKey(), entry.getValue(), prose(file), languages, out);
    }
    List<String> english = prose(folder.resolve("tweeteval").resolve(split + ".tsv"));
    print("TweetEval", "en", english, languages, out);
    out.printf(Locale.ROOT, "%.1f us of CPU a post%n", microsEach(languages, english));
  }

  private static List<String> prose(Path file) throws IOException {
    return Files.readAllLines(file).stream()
        .map(line -> PostEntities.in(line.substring(line.indexOf('\t') + 1)).prose())
        .toList();
  }

  private static void print(
      String name,
      String expected,
      List<String> posts,
      LanguageIdentifier languages,
      PrintStream out) {
    int right = 0;
    int undetermined = 0;
    for (String post : posts) {
      String language = languages.identify(post);
      right += language.equals(expected) ? 1 : 0;
      undetermined += language.equals(Mention.UNDETERMINED_LANGUAGE) ? 1 : 0;
    }
    int silent = expected.equals(Mention.UNDETERMINED_LANGUAGE) ? 0 : undetermined;
    double percent = 100.0 / posts.size();
    out.printf(
        Locale.ROOT,
        "%-22s %6d %6.1f%% %6.1f%% %6.1f%%%n",
        name,
        posts.size(),
        right * percent,
        (posts.size() - right - silent) * percent,
        undetermined * percent);
  }

  private static double microsEach(LanguageIdentifier languages, List<String> posts) {
    var threads = ManagementFactory.getThreadMXBean();
    double best = Double.MAX_VALUE;
    for (int round = 0; round < ROUNDS; round++) {
      long before = threads.getCurrentThreadCpuTime();
      int named = 0;
      for (String post : posts) {
        named += languages.identify(post).length();
      }
      if (named > 0) {
        best = Math.min(best, (threads.getCurrentThreadCpuTime() - before) / 1e3 / posts.size());
      }
    }
    return best;
  }
}
