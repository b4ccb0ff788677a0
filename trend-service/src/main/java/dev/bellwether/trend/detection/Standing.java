package dev.bellwether.trend.detection;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** How far each term stands out with the bucket being closed. */
final class Standing {

  /**
   * A trend lasts while one of its terms keeps half the evidence it took to begin, so that it does
   * not flicker.
   */
  private static final double LASTING = 0.5;

  /** Voices of a topic outside the bucket in which it has most. */
  private static final double SPREAD = 1;

  /** So many times the support at once need not spread. */
  private static final double CROWD = 4;

  private static final double HOURS_OF_A_SHORT_WINDOW = 1;

  private final Buckets buckets;
  private final Sensitivity sensitivity;
  private final MonitorMemory before;
  private final TermTable after;
  private final LastHour hour;
  private final long bucket;
  private final double keep;
  private final double[] keeps;
  private final double limit;
  private final double weight;
  private final double usualVolume;
  private final int volume;
  private final List<String> latestTerms = new ArrayList<>();

  /** Counts the hour's latest bucket in. */
  Standing(Buckets buckets, Sensitivity sensitivity, MonitorMemory before, LastHour hour) {
    this.buckets = buckets;
    this.sensitivity = sensitivity;
    this.before = before;
    this.hour = hour;
    after = before.terms().copy();
    bucket = hour.latest().bucket();
    keep = sensitivity.keep(buckets);
    keeps = sensitivity.scales().keeps(buckets);
    long watched = Math.max(1, bucket - before.firstBucket());
    weight = (1 - Math.pow(keep, watched)) / (1 - keep);
    usualVolume = before.volume().at(bucket - 1, keep).unbiased(watched, keep).mean();
    limit = sensitivity.limit(usualVolume * 24 * buckets.inAnHour());
    int day = (int) Math.floorDiv(bucket, 24L * buckets.inAnHour());
    for (var term : hour.latest().terms().entrySet()) {
      latestTerms.add(term.getKey());
      var count = term.getValue();
      double news = count.newVoices(hour.before(term.getKey()));
      int slot = after.observe(Fingerprint.of(term.getKey()), news, bucket, keep, keeps);
      after.hear(slot, count, day);
    }
    after.observe(
        Fingerprint.of(Alert.VOLUME),
        hour.latest().all().authors().distinct(),
        bucket,
        keep,
        keeps);
    volume = after.find(Fingerprint.of(Alert.VOLUME));
  }

  /** The memory with the bucket counted in; the caller's from now on. */
  TermTable counted() {
    return after;
  }

  Alert of(String term) {
    return term.equals(Alert.VOLUME) ? ofVolume() : ofTerm(term);
  }

  /** Those of the latest terms that stand out. */
  List<Alert> alerts() {
    var alerts = new ArrayList<Alert>();
    for (var term : latestTerms) {
      int slot = after.find(Fingerprint.of(term));
      var habit = habit(Fingerprint.of(term));
      double chance = chance(term);
      int scale = bestScale(slot, habit, chance);
      if (standsOut(evidence(slot, scale, habit, chance) - sensitivity.more(scale))) {
        alerts.add(ofTerm(term));
      }
    }
    return alerts;
  }

  /**
   * The topics of terms that stand out; of a swell without a word of its own, the volume. A storm's
   * words say more than that there are more posts.
   */
  List<List<Alert>> clusters() {
    var clusters = Clusters.of(alerts());
    var swell = ofVolume();
    return standsOut(swell.evidence()) && clusters.stream().noneMatch(this::begins)
        ? List.of(List.of(swell))
        : clusters;
  }

  private boolean standsOut(double evidence) {
    return evidence >= sensitivity.share() * limit;
  }

  /** Whether terms that stand out together may begin a trend. */
  boolean begins(List<Alert> cluster) {
    return Evidence.ofCluster(cluster) >= limit
        && voices(cluster) >= sensitivity.support()
        && spreads(cluster, voices(cluster));
  }

  /** Of the last hour, or of the day where one term alone has more: a slow topic's hour is thin. */
  private static double voices(List<Alert> cluster) {
    var together =
        cluster.stream().map(Alert::lastHour).reduce(TermCount.NONE, TermCount::plus).voices();
    return Math.max(together, cluster.stream().mapToDouble(Alert::voices).max().orElse(0));
  }

  /**
   * Whether a topic is heard in more than one bucket, as people need time to take something up and
   * machines do not; unless it is heard from very many at once.
   */
  private boolean spreads(List<Alert> cluster, double voices) {
    var terms = cluster.stream().map(Alert::term).toList();
    double most =
        hour.buckets().stream()
            .mapToDouble(counts -> LastHour.ofAny(counts, terms).voices())
            .max()
            .orElse(0);
    return voices - most >= SPREAD || voices >= CROWD * sensitivity.support();
  }

  /** Whether a trend's strongest term still has half of what it took to begin. */
  boolean lasts(Alert strongest) {
    return strongest.evidence() >= LASTING * limit && strongest.voices() >= 2;
  }

  private Alert ofTerm(String term) {
    long key = Fingerprint.of(term);
    int slot = after.find(key);
    var habit = habit(key);
    double chance = chance(term);
    int bestScale = bestScale(slot, habit, chance);
    double best = evidence(slot, bestScale, habit, chance) - sensitivity.more(bestScale);
    var lastHour = hour.of(term);
    double voices =
        isLong(bestScale)
            ? Math.max(lastHour.voices(), after.voicesOfTheDay(slot))
            : lastHour.voices();
    return new Alert(
        term,
        best,
        sensitivity.scales().windows().get(bestScale),
        lastHour,
        voices,
        habit.mean() * swell(slot, 2, habit) * buckets.inAnHour());
  }

  /**
   * How many voices a bucket a pair would have did its words not care for one another; 0 for what
   * is no pair. Of many common words some pairs meet for the first time in any hour.
   */
  private double chance(String term) {
    int space = term.indexOf(' ');
    if (space < 0 || usualVolume <= 0) {
      return 0;
    }
    double one = habit(Fingerprint.of(term.substring(0, space))).mean();
    double other = habit(Fingerprint.of(term.substring(space + 1))).mean();
    return one * other / usualVolume;
  }

  private int bestScale(int slot, Habit habit, double chance) {
    double best = Double.NEGATIVE_INFINITY;
    int bestScale = 0;
    for (int scale = 0; scale < keeps.length; scale++) {
      double evidence = evidence(slot, scale, habit, chance) - sensitivity.more(scale);
      if (evidence > best) {
        best = evidence;
        bestScale = scale;
      }
    }
    return bestScale;
  }

  private boolean isLong(int scale) {
    return sensitivity.scales().windows().get(scale).compareTo(Duration.ofHours(1)) > 0;
  }

  /** What was usual before the bucket being closed. */
  private Habit habit(long key) {
    long watched = Math.max(1, bucket - before.firstBucket());
    return before.terms().habit(before.terms().find(key), bucket - 1, keep).unbiased(watched, keep);
  }

  private double evidence(int slot, int scale, Habit habit, double chance) {
    double count = after.count(slot, scale, bucket, keeps);
    double usual = Math.max(habit.mean(), chance);
    double expected =
        (usual + sensitivity.bias() / weight) * swell(slot, scale, habit) / (1 - keeps[scale]);
    if (count < sensitivity.lift() * expected) {
      return 0;
    }
    double dispersion = habit.mean() > 0 ? habit.variance() / habit.mean() : 1;
    double uses = usual * weight + sensitivity.bias();
    return Evidence.of(count, expected, uses, Math.max(1, dispersion));
  }

  /**
   * How much livelier than usual the monitor is apart from the term: a topic that makes its monitor
   * lively must not hide behind the liveliness it makes. Of a term that is in most posts anyway,
   * such as the brand, nothing is left out.
   */
  private double swell(int slot, int scale, Habit habit) {
    if (usualVolume <= 0) {
      return 1;
    }
    int atLeastAnHour = scale;
    while (keeps[atLeastAnHour] < 1 - HOURS_OF_A_SHORT_WINDOW / buckets.inAnHour() - 1e-9) {
      atLeastAnHour++;
    }
    double leftOut = 1 - Math.min(1, habit.mean() / usualVolume);
    double all = after.count(volume, atLeastAnHour, bucket, keeps);
    double others = all - leftOut * after.count(slot, atLeastAnHour, bucket, keeps);
    double usualOthers = (usualVolume - leftOut * habit.mean()) / (1 - keeps[atLeastAnHour]);
    return Math.max(1, others / usualOthers);
  }

  private Alert ofVolume() {
    double expected = before.rhythm().expected(buckets.hourOfDay(bucket)) * buckets.inAnHour();
    double variance = before.rhythm().variance() * buckets.inAnHour();
    var count = hour.of(Alert.VOLUME);
    double voices = hour.volume();
    double dispersion = expected > 0 ? Math.max(1, variance / expected) : 1;
    double evidence =
        voices < sensitivity.lift() * expected
            ? 0
            : Evidence.of(voices, expected + sensitivity.bias(), voices + expected, dispersion);
    return new Alert(Alert.VOLUME, evidence, Duration.ofHours(1), count, count.voices(), expected);
  }
}
