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
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How a topic keeps its identity from the bucket in which it first stood out to its end. */
record TrendLife(Buckets buckets, Sensitivity sensitivity, Watched watched) {

  private static final int MOST_TERMS = 12;

  /** What shares so much of the smaller one's posts with a trend that goes on is that trend. */
  private static final double SAME_POSTS = 0.5;

  /** Topics that ended and may come back. */
  private static final int MOST_ENDED = 50;

  /** A trend that gains or loses less of its pace an hour is steady. */
  private static final double STEADY = 0.5;

  /** What goes on, and the latest of what has ended. */
  static List<ActiveTrend> remembered(
      List<ActiveTrend> trends, Buckets buckets, Sensitivity sensitivity, long through) {
    var forgotten =
        buckets.startOf(through).minus(sensitivity.endsAfter()).minus(sensitivity.forgottenAfter());
    var ended =
        trends.stream()
            .filter(active -> active.trend().state() == TrendState.ENDED)
            .filter(active -> active.trend().lastSeenAt().isAfter(forgotten))
            .sorted(
                Comparator.comparing((ActiveTrend active) -> active.trend().lastSeenAt())
                    .thenComparing(active -> active.trend().id())
                    .reversed())
            .limit(MOST_ENDED)
            .toList();
    return trends.stream()
        .filter(active -> active.trend().state() != TrendState.ENDED || ended.contains(active))
        .toList();
  }

  /**
   * @param standing of every term, whether it stands out or not
   * @return those that went on, changed or not, and those that began
   */
  List<ActiveTrend> next(
      List<ActiveTrend> trends, List<List<Alert>> clusters, LastHour hour, Standing standing) {
    Map<String, List<Alert>> news = new HashMap<>();
    var begun = new ArrayList<ActiveTrend>();
    for (var cluster : clusters) {
      var home = home(cluster, trends, hour);
      if (home.isPresent()) {
        news.computeIfAbsent(home.get().id(), id -> new ArrayList<>()).addAll(cluster);
      } else if (standing.begins(cluster)) {
        begun.add(begin(cluster, hour));
      }
    }
    var continued =
        trends.stream()
            .map(
                active ->
                    goOn(active, news.getOrDefault(active.trend().id(), List.of()), hour, standing))
            .toList();
    return Stream.concat(continued.stream(), begun.stream()).toList();
  }

  /** The trend after a time without posts. */
  ActiveTrend quiet(ActiveTrend active, long through) {
    var state = stateAt(active.trend(), through);
    return state == active.trend().state()
        ? active
        : new ActiveTrend(active.trend().withState(state, 0), active.peakMentions());
  }

  /** The oldest trend that speaks of the same, or whose posts do. */
  private static Optional<Trend> home(
      List<Alert> cluster, List<ActiveTrend> trends, LastHour hour) {
    if (trends.isEmpty()) {
      return Optional.empty();
    }
    var posts =
        cluster.stream().map(alert -> alert.lastHour().posts()).reduce(Sketch.EMPTY, Sketch::union);
    return trends.stream()
        .map(ActiveTrend::trend)
        .filter(
            trend ->
                sameTerms(cluster, trend)
                    || trend.state() != TrendState.ENDED
                        && hour.ofAny(trend.terms()).posts().overlap(posts) >= SAME_POSTS)
        .min(Comparator.comparing(Trend::startedAt).thenComparing(Trend::id));
  }

  /** One common word may be chance; half of what one of the two has to say is not. */
  private static boolean sameTerms(List<Alert> cluster, Trend trend) {
    var terms = cluster.stream().map(Alert::term).toList();
    long shared = terms.stream().filter(trend.terms()::contains).count();
    if (2 * shared >= Math.min(terms.size(), trend.terms().size())) {
      return true;
    }
    var mine = words(terms);
    var theirs = words(trend.terms());
    long sharedWords = mine.stream().filter(theirs::contains).count();
    return sharedWords >= 2 && 2 * sharedWords >= Math.min(mine.size(), theirs.size());
  }

  private static Set<String> words(List<String> terms) {
    return terms.stream()
        .flatMap(term -> Stream.of(term.split(" ", -1)))
        .collect(Collectors.toSet());
  }

  private ActiveTrend begin(List<Alert> cluster, LastHour hour) {
    var strongest = cluster.getFirst();
    var terms = cluster.stream().map(Alert::term).limit(MOST_TERMS).toList();
    long bucket = hour.latest().bucket();
    long first = firstAbove(strongest, hour);
    var all = hour.ofAny(terms);
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
            Labels.of(terms, hour),
            terms,
            started,
            buckets.endOf(bucket),
            buckets.startOf(peak.bucket()),
            buckets.endOf(bucket),
            Evidence.deviations(strongest.evidence()),
            Math.round(all.posts().distinct()),
            Math.round(all.authors().distinct()),
            latest.posts().distinct() * buckets.inAnHour(),
            strongest.expectedPerHour(),
            TrendState.RISING,
            Samples.of(cluster),
            null,
            Math.toIntExact(strongest.window().toMinutes()),
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

  private ActiveTrend goOn(ActiveTrend active, List<Alert> news, LastHour hour, Standing standing) {
    var was = active.trend();
    long bucket = hour.latest().bucket();
    if (was.state() == TrendState.ENDED && news.isEmpty()) {
      return active;
    }
    var terms = terms(was, news);
    var latest = LastHour.ofAny(hour.latest(), terms);
    var before = hour.ofAnyBefore(terms);
    long mentions = Math.round(latest.posts().distinct());
    double newAuthors = latest.authors().distinctBeyond(before.authors());
    var strongest =
        terms.stream()
            .map(standing::of)
            .max(Comparator.comparingDouble(Alert::evidence))
            .orElseThrow();
    boolean lasts = !news.isEmpty() || stands(was.state()) && standing.lasts(strongest);
    boolean peak = mentions > active.peakMentions();
    boolean strongestEver = Evidence.deviations(strongest.evidence()) > was.significance();
    var pace = Pace.of(hour, terms, buckets);
    boolean anHour =
        Duration.between(was.startedAt(), buckets.endOf(bucket)).compareTo(Duration.ofHours(1))
            >= 0;
    var next =
        new Trend(
            Trend.SCHEMA_VERSION,
            was.workspace(),
            was.monitor(),
            was.id(),
            news.isEmpty() ? was.label() : Labels.of(terms, hour),
            terms,
            was.startedAt(),
            was.detectedAt(),
            peak ? buckets.startOf(bucket) : was.peakAt(),
            lasts ? buckets.endOf(bucket) : was.lastSeenAt(),
            strongestEver ? Evidence.deviations(strongest.evidence()) : was.significance(),
            was.mentions() + mentions,
            was.authors() + Math.round(newAuthors),
            latest.posts().distinct() * buckets.inAnHour(),
            strongest.expectedPerHour(),
            was.state(),
            was.sampleMentions(),
            anHour ? pace.gain() : null,
            strongestEver ? Math.toIntExact(strongest.window().toMinutes()) : was.scaleMinutes(),
            was.mood(),
            was.outlook());
    var state = lasts ? whileItStands(was, pace, anHour, bucket) : stateAt(next, bucket + 1);
    return new ActiveTrend(
        next.withState(state, next.perHour()), Math.max(active.peakMentions(), mentions));
  }

  private static boolean stands(TrendState state) {
    return state != TrendState.FADING && state != TrendState.ENDED;
  }

  /** Of one that stands out. */
  private TrendState whileItStands(Trend was, Pace pace, boolean anHour, long bucket) {
    var away = Duration.between(was.lastSeenAt(), buckets.startOf(bucket));
    if (!stands(was.state()) && away.compareTo(sensitivity.fadesAfter()) >= 0) {
      return TrendState.BACK;
    }
    if (!anHour) {
      return was.state();
    }
    double share = pace.perHour() == 0 ? 0 : pace.gain() / pace.perHour();
    return share > STEADY
        ? TrendState.RISING
        : share < -STEADY ? TrendState.FADING : TrendState.STEADY;
  }

  private TrendState stateAt(Trend trend, long through) {
    if (trend.state() == TrendState.ENDED) {
      return TrendState.ENDED;
    }
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
}
