package dev.bellwether.trend.watch;

import dev.bellwether.trend.detection.Buckets;
import dev.bellwether.trend.topology.BinaryCodec;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * How a workspace's posts usually come in, by source and hour of the day (UTC), so that a source
 * that has fallen silent is told from one that has nothing to say. Where posts came at random with
 * the usual rate, a silence in which {@link #SILENT_SOURCE} were expected would happen once in
 * fifty times (Poisson): it is taken for missing data.
 */
final class Flow {

  static final Flow UNKNOWN = new Flow(new double[24], Map.of());

  static final BinaryCodec<Flow> CODEC = new Codec();

  private static final int MOST_SOURCES = 32;

  /**
   * Posts expected in a silence of the workspace that is over, so that its whole length is known:
   * one in four hundred by chance.
   */
  private static final double OUTAGE = 6;

  /**
   * And in a silence of one source that goes on: one in fifty by chance. What is judged before it
   * is noticed would look like a drop, so it is noticed sooner.
   */
  private static final double SILENT_SOURCE = 4;

  /** A source that is silent for so long is no longer in use. */
  private static final Duration GONE = Duration.ofDays(3);

  /** As much of a silence moves the usual rates; more of it was an outage. */
  private static final Duration LEARNED = Duration.ofDays(1);

  /** Part of a monitor's posts below which a source does not matter to it. */
  private static final double MATTERS = 0.1;

  /** An hour's rate is mixed with the day's as if the day's had been seen in so many buckets. */
  private static final double SHRINKAGE = 12;

  /** Weight of the past from a bucket to the next one of the same hour: seven days of it. */
  private static final double KEEP_HOUR = 1 - 1.0 / 84;

  /** Weight of the past from a bucket to the next: two days. */
  private static final double KEEP_OWN = 1 - 1.0 / 576;

  private final double[] weights;
  private final Map<String, Source> sources;

  /**
   * @param lastSeen bucket
   * @param own posts of the monitor, decayed
   * @param all posts of the workspace by hour, decayed
   */
  private record Source(long lastSeen, double own, double[] all) {}

  private Flow(double[] weights, Map<String, Source> sources) {
    this.weights = weights;
    this.sources = Map.copyOf(sources);
  }

  /** Whether a silence of the whole workspace means that data are missing. */
  boolean isOutage(Buckets buckets, long from, long to) {
    if (to - from > buckets.in(GONE)) {
      return true;
    }
    return sources.values().stream()
            .mapToDouble(source -> expected(source, buckets, from, to))
            .sum()
        > OUTAGE;
  }

  /** Whether a source that matters to the monitor has fallen silent while others go on. */
  boolean isIncomplete(Buckets buckets, Cell cell) {
    double own = sources.values().stream().mapToDouble(Source::own).sum();
    return sources.entrySet().stream()
        .filter(source -> !cell.sources().containsKey(source.getKey()))
        .map(Map.Entry::getValue)
        .filter(source -> source.own >= MATTERS * own)
        .filter(source -> cell.bucket() - source.lastSeen <= buckets.in(GONE))
        .anyMatch(
            source ->
                expected(source, buckets, source.lastSeen + 1, cell.bucket() + 1) > SILENT_SOURCE);
  }

  Flow observe(Buckets buckets, Cell cell) {
    int hour = buckets.hourOfDay(cell.bucket());
    var nextWeights = weights.clone();
    nextWeights[hour] = weights[hour] * KEEP_HOUR + 1;
    var next = new HashMap<String, Source>();
    sources.forEach(
        (name, source) -> {
          if (cell.bucket() - source.lastSeen <= buckets.in(GONE)) {
            next.put(name, with(source, hour, cell, cell.sources().get(name)));
          }
        });
    cell.sources()
        .forEach(
            (name, tally) ->
                next.computeIfAbsent(
                    name,
                    fresh ->
                        with(new Source(cell.bucket(), 0, new double[24]), hour, cell, tally)));
    return new Flow(nextWeights, strongest(next));
  }

  /** A platform's name is whatever a client says: without a bound a record could not be stored. */
  private static Map<String, Source> strongest(Map<String, Source> all) {
    if (all.size() <= MOST_SOURCES) {
      return all;
    }
    return all.entrySet().stream()
        .sorted(
            Comparator.<Map.Entry<String, Source>>comparingDouble(
                    source -> -source.getValue().own())
                .thenComparing(Map.Entry.comparingByKey()))
        .limit(MOST_SOURCES)
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /** Learns from a silence of the whole workspace. */
  Flow quiet(Buckets buckets, long from, long to) {
    var flow = this;
    for (long bucket = from; bucket < Math.min(to, from + buckets.in(LEARNED)); bucket++) {
      flow = flow.observe(buckets, new Cell(bucket, false, Map.of()));
    }
    return flow;
  }

  private static Source with(Source source, int hour, Cell cell, Tally tally) {
    var seen = tally == null ? Tally.NONE : tally;
    var all = source.all.clone();
    all[hour] = all[hour] * KEEP_HOUR + seen.all();
    long last = seen.all() > 0 ? cell.bucket() : source.lastSeen;
    return new Source(last, source.own * KEEP_OWN + seen.own(), all);
  }

  private double expected(Source source, Buckets buckets, long from, long to) {
    double day = sum(source.all) / Math.max(1, sum(weights));
    double expected = 0;
    for (long bucket = from; bucket < to && expected <= OUTAGE; bucket++) {
      int hour = buckets.hourOfDay(bucket);
      expected += (source.all[hour] + SHRINKAGE * day) / (weights[hour] + SHRINKAGE);
    }
    return expected;
  }

  private static double sum(double[] hours) {
    double sum = 0;
    for (double hour : hours) {
      sum += hour;
    }
    return sum;
  }

  private static final class Codec implements BinaryCodec<Flow> {

    @Override
    public void write(Flow flow, DataOutputStream out) throws IOException {
      writeHours(flow.weights, out);
      out.writeInt(flow.sources.size());
      for (var source : new TreeMap<>(flow.sources).entrySet()) {
        out.writeUTF(source.getKey());
        out.writeLong(source.getValue().lastSeen);
        out.writeDouble(source.getValue().own);
        writeHours(source.getValue().all, out);
      }
    }

    @Override
    public Flow read(DataInputStream in) throws IOException {
      var weights = readHours(in);
      int size = in.readInt();
      var sources = HashMap.<String, Source>newHashMap(size);
      for (int i = 0; i < size; i++) {
        sources.put(in.readUTF(), new Source(in.readLong(), in.readDouble(), readHours(in)));
      }
      return new Flow(weights, sources);
    }

    private static void writeHours(double[] hours, DataOutputStream out) throws IOException {
      for (double hour : hours) {
        out.writeDouble(hour);
      }
    }

    private static double[] readHours(DataInputStream in) throws IOException {
      var hours = new double[24];
      for (int i = 0; i < hours.length; i++) {
        hours[i] = in.readDouble();
      }
      return hours;
    }
  }
}
