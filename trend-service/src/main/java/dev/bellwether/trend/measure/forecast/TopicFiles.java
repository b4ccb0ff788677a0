package dev.bellwether.trend.measure.forecast;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Topics to follow: the events of CrisisLex ({@code T26/<event>/*.csv}, {@code T6/*.csv}), by the
 * time in a tweet's id, and brands' mentions in NAB's layout.
 */
final class TopicFiles {

  static final int BUCKET_SECONDS = 300;

  private static final Pattern ID = Pattern.compile("\"(\\d{15,20})\"");
  private static final Pattern ON_TOPIC = Pattern.compile("(?s)'(\\d{15,20})',.*?,(on|off)-topic");
  private static final long TWITTER_EPOCH = 1_288_834_974_657L;

  /** The first of a collection are strays from days before. */
  private static final double STRAYS = 0.001;

  private static final int LEAD_OF_EVENTS = 1;
  private static final int LEAD_OF_BRANDS = 7 * 24;

  private TopicFiles() {}

  /**
   * @param counts mentions in each 5 minutes
   * @param leadHours that must have passed before its habit is known
   */
  record Topic(String name, double[] counts, int leadHours) {}

  /**
   * @throws IOException naming the folder if it holds neither
   */
  static List<Topic> in(Path folder) throws IOException {
    var topics = new ArrayList<Topic>();
    for (var event : list(folder.resolve("T26"))) {
      var whole = event.resolve("tweetids_entire_period.csv");
      var file = Files.exists(whole) ? whole : event.resolve("tweets_labeled.csv");
      topics.add(event("T26 " + event.getFileName(), ids(file, ID)));
    }
    for (var file : list(folder.resolve("T6"))) {
      topics.add(event("T6 " + file.getFileName(), ids(file, ON_TOPIC)));
    }
    if (Files.isDirectory(folder.resolve("data"))) {
      for (var file : new SeriesFolder(folder).files(null)) {
        var counts = HourlyFile.values(file);
        topics.add(new Topic(file.getFileName().toString(), counts, LEAD_OF_BRANDS));
      }
    }
    if (topics.isEmpty()) {
      throw new IOException(
          folder + " holds neither CrisisLex (T26/, T6/) nor NAB (data/realTweets/)");
    }
    return topics;
  }

  private static List<Path> list(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (var entries = Files.list(folder)) {
      return entries.sorted().toList();
    }
  }

  private static long[] ids(Path file, Pattern pattern) throws IOException {
    var matches = pattern.matcher(Files.readString(file));
    return matches
        .results()
        .filter(match -> match.groupCount() < 2 || match.group(2).equals("on"))
        .mapToLong(match -> Long.parseLong(match.group(1)))
        .toArray();
  }

  private static Topic event(String name, long[] ids) throws IOException {
    if (ids.length == 0) {
      throw new IOException(name + " holds no ids of tweets");
    }
    var seconds = new long[ids.length];
    for (int at = 0; at < ids.length; at++) {
      seconds[at] = ((ids[at] >> 22) + TWITTER_EPOCH) / 1_000;
    }
    Arrays.sort(seconds);
    int from = (int) (STRAYS * seconds.length);
    long first = seconds[from] / BUCKET_SECONDS;
    var counts = new double[(int) (seconds[seconds.length - 1] / BUCKET_SECONDS - first) + 1];
    for (int at = from; at < seconds.length; at++) {
      counts[(int) (seconds[at] / BUCKET_SECONDS - first)]++;
    }
    return new Topic(name, counts, LEAD_OF_EVENTS);
  }
}
