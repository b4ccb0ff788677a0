package dev.bellwether.trend.measure.events;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Labelled tweets of crises: CrisisLexT6 (Olteanu et al., ICWSM 2014) and CrisisLexT26 (Olteanu,
 * Vieweg, Castillo, CSCW 2015).
 *
 * @param everyday by crisis of T6: what was collected with it and is not about it, by time
 * @param events of T26: what is about it, by time
 */
record CrisisLex(List<List<Tweet>> everyday, List<Event> events) {

  private static final long TWITTER_EPOCH = 1_288_834_974_657L;
  private static final int TIME_SHIFT = 22;

  record Tweet(long id, String text) {

    /** Since 1970, from the id. */
    long millis() {
      return (id >> TIME_SHIFT) + TWITTER_EPOCH;
    }
  }

  record Event(String name, List<Tweet> tweets) {}

  /**
   * @param directory with {@code T6/*.csv} and {@code T26/<event>/tweets_labeled.csv}
   * @throws IOException where a file does not read, or there is none
   */
  static CrisisLex read(Path directory) throws IOException {
    var everyday = new ArrayList<List<Tweet>>();
    for (var file : files(directory.resolve("T6"), "*.csv")) {
      everyday.add(tweets(file, 2, "off-topic"));
    }
    var events = new ArrayList<Event>();
    for (var event : files(directory.resolve("T26"), "*")) {
      var file = event.resolve("tweets_labeled.csv");
      if (Files.isRegularFile(file)) {
        events.add(new Event(event.getFileName().toString(), tweets(file, 4, "Related")));
      }
    }
    if (everyday.stream().allMatch(List::isEmpty) || events.isEmpty()) {
      throw new IOException(
          directory + " holds no T6/*.csv with tweets off topic and T26/*/tweets_labeled.csv");
    }
    return new CrisisLex(everyday, events);
  }

  private static List<Path> files(Path directory, String pattern) throws IOException {
    if (!Files.isDirectory(directory)) {
      throw new IOException(directory + " is no directory");
    }
    var found = new ArrayList<Path>();
    try (var files = Files.newDirectoryStream(directory, pattern)) {
      files.forEach(found::add);
    }
    return found.stream().sorted().toList();
  }

  private static List<Tweet> tweets(Path file, int labelColumn, String label) throws IOException {
    var tweets = new ArrayList<Tweet>();
    for (var row : Csv.rows(file)) {
      var id = row.getFirst().replaceAll("\\D", "");
      if (row.size() > labelColumn
          && row.get(labelColumn).strip().startsWith(label)
          && !id.isEmpty()) {
        tweets.add(new Tweet(Long.parseLong(id), row.get(1)));
      }
    }
    return tweets.stream().sorted(Comparator.comparingLong(Tweet::id)).distinct().toList();
  }
}
