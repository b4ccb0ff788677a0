package dev.bellwether.ingest.privacy.redaction;

import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What redaction takes out of real posts, for a person to judge, and what it costs: on CrisisLexT6
 * and on every post of the sentiment data sets.
 */
public final class RedactionBench {

  private static final Pattern T6_ROW = Pattern.compile("^'\\d+',\\s?\"?(.*?)\"?,\\s?\\S+$");
  private static final Pattern PLACEHOLDER =
      Pattern.compile("\\[(?:email|phone|card|iban|address|ip)]");
  private static final int ROUNDS = 3;
  private static final int SHOWN = 24;

  private RedactionBench() {}

  /**
   * @param args the data sets' folder, and {@code --list} to print every redaction with what stood
   *     there
   */
  public static void main(String[] args) throws IOException {
    boolean list = args.length > 1 && args[1].equals("--list");
    report("CrisisLexT6", t6(Path.of(args[0], "crisislex", "T6")), list, System.out);
    report("sentiment", sentiment(Path.of(args[0], "sentiment")), list, System.out);
  }

  private static void report(String name, List<String> posts, boolean list, PrintStream out) {
    var redactor = new Redactor();
    double micros = microsEach(redactor, posts);
    Map<Kind, Integer> kinds = new EnumMap<>(Kind.class);
    int redacted = 0;
    for (String post : posts) {
      Redacted result = redactor.redact(post);
      redacted += result.kinds().isEmpty() ? 0 : 1;
      result.kinds().forEach(kind -> kinds.merge(kind, 1, Integer::sum));
      if (list && !result.kinds().isEmpty()) {
        out.println(shown(post, result.text()));
      }
    }
    out.printf(
        Locale.ROOT,
        "%s: %d posts, %d redacted (%.3f %%) %s, %.1f us of CPU a post%n",
        name,
        posts.size(),
        redacted,
        100.0 * redacted / posts.size(),
        kinds,
        micros);
  }

  /** The first redaction with its surroundings. */
  private static String shown(String post, String text) {
    Matcher placeholder = PLACEHOLDER.matcher(text);
    if (!placeholder.find()) {
      return text;
    }
    int start = placeholder.start();
    int end = Math.min(post.length(), start + 2 * SHOWN);
    return placeholder.group() + " " + post.substring(Math.max(0, start - SHOWN), end);
  }

  private static double microsEach(Redactor redactor, List<String> posts) {
    var threads = ManagementFactory.getThreadMXBean();
    double best = Double.MAX_VALUE;
    for (int round = 0; round < ROUNDS; round++) {
      long before = threads.getCurrentThreadCpuTime();
      int kinds = 0;
      for (String post : posts) {
        kinds += redactor.redact(post).kinds().size();
      }
      if (kinds >= 0) {
        best = Math.min(best, (threads.getCurrentThreadCpuTime() - before) / 1e3 / posts.size());
      }
    }
    return best;
  }

  private static List<String> t6(Path folder) throws IOException {
    var posts = new ArrayList<String>();
    for (Path file : files(folder, ".csv")) {
      for (String line : Files.readAllLines(file)) {
        Matcher row = T6_ROW.matcher(line);
        if (row.matches()) {
          posts.add(row.group(1).replace("\"\"", "\""));
        }
      }
    }
    return posts;
  }

  private static List<String> sentiment(Path folder) throws IOException {
    var posts = new ArrayList<String>();
    for (Path file : files(folder, ".tsv")) {
      if (!file.getParent().endsWith("lexicons")) {
        for (String line : Files.readAllLines(file)) {
          posts.add(line.substring(line.indexOf('\t') + 1));
        }
      }
    }
    return posts;
  }

  private static List<Path> files(Path folder, String ending) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(ending)).sorted().toList();
    }
  }
}
