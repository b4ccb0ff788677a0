package dev.bellwether.trend.topology;

import dev.bellwether.trend.detection.BucketCounts;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;

/**
 * What one partition of {@code mentions} says of a monitor: the counts it has gathered, and that it
 * has sent everything from before a bucket. Counts are parts: several reports of a bucket add up.
 *
 * @param sentThrough the bucket before which this partition has nothing more to send
 * @param leaptTo the bucket in which it went on after a long silence, {@link Long#MIN_VALUE} where
 *     it did not
 * @param idle nothing of the workspace has come to this partition for a while: until it reports
 *     again, nobody need wait for it
 * @param buckets counts, oldest first
 * @param moods what has become known of posts' moods, of these buckets or earlier ones
 * @param erased fingerprints of posts to forget; a report that names any says nothing else
 */
record PartitionReport(
    int partition,
    long sentThrough,
    long leaptTo,
    boolean idle,
    List<BucketCounts> buckets,
    List<BucketMoods> moods,
    List<Long> erased) {

  static final BinaryCodec<PartitionReport> CODEC = new Codec();

  /** The moods of one bucket's posts. */
  record BucketMoods(long bucket, Moods moods) {}

  PartitionReport {
    buckets = List.copyOf(buckets);
    moods = List.copyOf(moods);
    erased = List.copyOf(erased);
  }

  PartitionReport(
      int partition, long sentThrough, long leaptTo, boolean idle, List<BucketCounts> buckets) {
    this(partition, sentThrough, leaptTo, idle, buckets, List.of(), List.of());
  }

  /** Tells only which post to forget. */
  static PartitionReport erasing(int partition, long fingerprint) {
    return new PartitionReport(
        partition,
        Long.MIN_VALUE,
        Long.MIN_VALUE,
        false,
        List.of(),
        List.of(),
        List.of(fingerprint));
  }

  private static final class Codec implements BinaryCodec<PartitionReport> {

    private static final BucketCountsCodec COUNTS = new BucketCountsCodec();

    private static final BinaryCodec<BucketMoods> MOODS =
        new BinaryCodec<>() {
          @Override
          public void write(BucketMoods moods, DataOutputStream out) throws IOException {
            out.writeLong(moods.bucket);
            Moods.CODEC.write(moods.moods, out);
          }

          @Override
          public BucketMoods read(DataInputStream in) throws IOException {
            return new BucketMoods(in.readLong(), Moods.CODEC.read(in));
          }
        };

    private static final BinaryCodec<Long> FINGERPRINTS =
        new BinaryCodec<>() {
          @Override
          public void write(Long fingerprint, DataOutputStream out) throws IOException {
            out.writeLong(fingerprint);
          }

          @Override
          public Long read(DataInputStream in) throws IOException {
            return in.readLong();
          }
        };

    @Override
    public void write(PartitionReport report, DataOutputStream out) throws IOException {
      out.writeInt(report.partition);
      out.writeLong(report.sentThrough);
      out.writeLong(report.leaptTo);
      out.writeBoolean(report.idle);
      BinaryCodec.writeList(report.buckets, COUNTS, out);
      BinaryCodec.writeList(report.moods, MOODS, out);
      BinaryCodec.writeList(report.erased, FINGERPRINTS, out);
    }

    @Override
    public PartitionReport read(DataInputStream in) throws IOException {
      return new PartitionReport(
          in.readInt(),
          in.readLong(),
          in.readLong(),
          in.readBoolean(),
          BinaryCodec.readList(COUNTS, in),
          BinaryCodec.readList(MOODS, in),
          BinaryCodec.readList(FINGERPRINTS, in));
    }
  }
}
