package dev.bellwether.trend.detection;

import java.util.List;

/**
 * How fast a topic's mentions come.
 *
 * @param perHour mentions over the last hour
 * @param gain mentions an hour, gained per hour: the slope of the last hour's buckets by least
 *     squares
 */
record Pace(double perHour, double gain) {

  static Pace of(LastHour hour, List<String> terms, Buckets buckets) {
    int count = buckets.inAnHour();
    long first = hour.latest().bucket() - count + 1;
    double sum = 0;
    double moment = 0;
    double spread = 0;
    for (int i = 0; i < count; i++) {
      double centred = i - (count - 1) / 2.0;
      spread += centred * centred;
    }
    for (var bucket : hour.buckets()) {
      double mentions = LastHour.ofAny(bucket, terms).posts().distinct();
      sum += mentions;
      moment += mentions * (bucket.bucket() - first - (count - 1) / 2.0);
    }
    return new Pace(sum, spread == 0 ? 0 : moment / spread * count * count);
  }
}
