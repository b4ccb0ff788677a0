package dev.bellwether.trend.api;

import dev.bellwether.kit.problem.ProblemException;
import dev.bellwether.trend.watch.SeriesKey;
import dev.bellwether.trend.watch.SeriesKind;
import java.util.Arrays;

/**
 * Which series are asked for; null asks for any.
 *
 * @param after only those behind this one, by their id; null from the first on
 */
record SeriesFilter(String monitor, String account, SeriesKind kind, SeriesKey after, int limit) {

  /**
   * @throws ProblemException 400 naming the parameter that cannot be read
   */
  static SeriesFilter of(
      String workspace, String monitor, String account, String series, String cursor, int limit) {
    var kind =
        series == null
            ? null
            : SeriesKind.of(series)
                .orElseThrow(
                    () ->
                        ProblemException.badRequest(
                            "series",
                            "series is one of %s."
                                .formatted(
                                    String.join(
                                        ", ",
                                        Arrays.stream(SeriesKind.values())
                                            .map(SeriesKind::wireName)
                                            .toList()))));
    var after =
        cursor == null
            ? null
            : SeriesKey.ofId(workspace, cursor)
                .orElseThrow(
                    () ->
                        ProblemException.badRequest(
                            "cursor",
                            "cursor is not one this service gave; leave it out to start again."));
    return new SeriesFilter(monitor, account, kind, after, limit);
  }

  boolean accepts(SeriesKey key) {
    boolean posts = key.kind().isOfPosts();
    return (monitor == null || (posts && monitor.equals(key.subject())))
        && (account == null || (!posts && account.equals(key.subject())))
        && (kind == null || kind == key.kind())
        && (after == null || key.encode().compareTo(after.encode()) > 0);
  }
}
