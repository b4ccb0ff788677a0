package dev.bellwether.trend.detection;

import dev.bellwether.contracts.trend.Trend;
import dev.bellwether.contracts.trend.TrendState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** How a topic keeps its identity from the bucket in which it first stood out to its end. */
record TrendLife(Buckets buckets, Sensitivity sensitivity, Watched watched) {

  private static final int MOST_TERMS = 12;

  /**
   * A trend lasts while one of its terms keeps half the significance it took to begin, so that it
   * does not flicker.
   */
  private static final double LASTING = 0.5;

  static boolean goesOn(ActiveTrend active) {
    return active.trend().state() != TrendState.ENDED;
  }

  /**
   * @param measure a term's standing in the hour, whether it stands out or not
   * @return those that went on, changed or not, and those that began
   */
  List<ActiveTrend> next(
      List<ActiveTrend> trends,
      List<List<Alert>> clusters,
      LastHour hour,
      Function<String, Alert> measure) {
    Map<String, List<Alert>> news = new HashMap<>();
    var begun = new ArrayList<ActiveTrend>();
    for (var cluster : clusters) {
      var home = home(cluster, trends, hour);
      if (home.isPresent()) {
        news.computeIfAbsent(home.get().id(), id -> new ArrayList<>()).addAll(cluster);
      } else if (sensitivity.begins(cluster)) {
        begun.add(begin(cluster, hour));
      }
    }
    var continued =
        trends.stream()
            .map(
                active ->
                    goOn(active, news.getOrDefault(active.trend().id(), List.of()), hour, measure))
            .toList();
    return Stream.concat(continued.stream(), begun.stream()).toList();
  }

  /** The trend after a time without posts. */
  ActiveTrend quiet(ActiveTrend active, long through) {
    var state = stateAt(active.trend(), through);
    if (state == active.trend().state()) {
      return active;
    }
    return new ActiveTrend(active.trend().withState(state, 0), active.peakMentions());
  }

  /** The oldest trend that shares a term with the cluster, or whose posts do. */
  private static Optional<Trend> home(
      List<Alert> cluster, List<ActiveTrend> trends, LastHour hour) {
    var posts =
        cluster.stream().map(alert -> alert.lastHour().posts()).reduce(Sketch.EMPTY, Sketch::union);
    return trends.stream()
        .map(ActiveTrend::trend)
        .filter(
            trend ->
                cluster.stream().anyMatch(alert -> trend.terms().contains(alert.term()))
                    || LastHour.ofAny(hour.together(), trend.terms()).posts().overlap(posts)
                        >= Clusters.TOGETHER)
        .min(Comparator.comparing(Trend::startedAt).thenComparing(Trend::id));
  }

  private ActiveTrend begin(List<Alert> cluster, LastHour hour) {
    var strongest = cluster.getFirst();
    var terms = cluster.stream().map(Alert::term).limit(MOST_TERMS).toList();
    long bucket = hour.latest().bucket();
    long first = firstAbove(strongest, hour);
    var all = LastHour.ofAny(hour.together(), terms);
    var latest = LastHour.ofAny(hour.latest(), terms);
    var peak =
        hour.buckets().stream()
            .max(
                Comparator.comparingDouble(
                    counts -> LastHour.ofAny(counts, terms).posts().distinct()))
            .orElseThrow();
    var started = buckets.startOf(first);
    var trend =
        new Trend(
            Trend.SCHEMA_VERSION,
            watched.workspace(),
            watched.monitor(),
            "%016x".formatted(Fingerprint.of(watched + "|" + started + "|" + strongest.term())),
            label(terms),
            terms,
            started,
            buckets.endOf(bucket),
            buckets.startOf(peak.bucket()),
            buckets.endOf(bucket),
            strongest.significance(),
            Math.round(all.posts().distinct()),
            Math.round(all.authors().distinct()),
            latest.posts().distinct() * buckets.inAnHour(),
            strongest.expectedPerHour(),
            TrendState.RISING,
            all.samples(),
            null,
            null,
            null,
            null);
    return new ActiveTrend(trend, Math.round(LastHour.ofAny(peak, terms).posts().distinct()));
  }

  private long firstAbove(Alert strongest, LastHour hour) {
    double usual = strongest.expectedPerHour() / buckets.inAnHour();
    return hour.buckets().stream()
        .filter(counts -> LastHour.of(counts, strongest.term()).authors().distinct() > usual)
        .findFirst()
        .orElse(hour.latest())
        .bucket();
  }

  private ActiveTrend goOn(
      ActiveTrend active, List<Alert> news, LastHour hour, Function<String, Alert> measure) {
    var was = active.trend();
    var terms = terms(was, news);
    long bucket = hour.latest().bucket();
    var latest = LastHour.ofAny(hour.latest(), terms);
    var before = hour.ofAnyBefore(terms);
    long mentions = Math.round(latest.posts().distinct());
    double newAuthors =
        Math.max(0, before.plus(latest).authors().distinct() - before.authors().distinct());
    var strongest =
        terms.stream()
            .map(measure)
            .max(Comparator.comparingDouble(Alert::significance))
            .orElseThrow();
    boolean lasts = !news.isEmpty() || was.state() == TrendState.RISING && lasts(strongest);
    boolean peak = mentions > active.peakMentions();
    var next =
        new Trend(
            Trend.SCHEMA_VERSION,
            was.workspace(),
            was.monitor(),
            was.id(),
            label(terms),
            terms,
            was.startedAt(),
            was.detectedAt(),
            peak ? buckets.startOf(bucket) : was.peakAt(),
            lasts ? buckets.endOf(bucket) : was.lastSeenAt(),
            Math.max(was.significance(), strongest.significance()),
            was.mentions() + mentions,
            was.authors() + Math.round(newAuthors),
            latest.posts().distinct() * buckets.inAnHour(),
            strongest.expectedPerHour(),
            was.state(),
            was.sampleMentions(),
            was.velocity(),
            was.scaleMinutes(),
            was.mood(),
            was.outlook());
    var state = lasts ? TrendState.RISING : stateAt(next, bucket + 1);
    return new ActiveTrend(
        next.withState(state, next.perHour()), Math.max(active.peakMentions(), mentions));
  }

  private boolean lasts(Alert strongest) {
    return strongest.significance() >= LASTING * sensitivity.threshold()
        && strongest.lastHour().authors().distinct() >= sensitivity.support();
  }

  private TrendState stateAt(Trend trend, long through) {
    var silent = Duration.between(trend.lastSeenAt(), buckets.startOf(through));
    if (silent.compareTo(sensitivity.endsAfter()) >= 0) {
      return TrendState.ENDED;
    }
    return silent.compareTo(sensitivity.fadesAfter()) >= 0 ? TrendState.FADING : trend.state();
  }

  /** What began as a mere swell takes the words that come to explain it. */
  private static List<String> terms(Trend was, List<Alert> news) {
    if (news.isEmpty()) {
      return was.terms();
    }
    var words =
        Stream.concat(was.terms().stream(), news.stream().map(Alert::term))
            .filter(term -> !term.equals(Alert.VOLUME))
            .distinct()
            .limit(MOST_TERMS)
            .toList();
    return words.isEmpty() ? was.terms() : words;
  }

  private static String label(List<String> terms) {
    if (terms.contains(Alert.VOLUME)) {
      return "volume";
    }
    var strong = terms.stream().limit(6).toList();
    return String.join(
        " · ",
        strong.stream()
            .filter(
                term ->
                    strong.stream()
                        .noneMatch(
                            pair -> List.of(pair.split(" ")).contains(term) && !pair.equals(term)))
            .limit(3)
            .toList());
  }
}
