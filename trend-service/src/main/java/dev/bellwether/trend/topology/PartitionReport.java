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
 */
record PartitionReport(
    int partition, long sentThrough, long leaptTo, boolean idle, List<BucketCounts> buckets) {

  static final BinaryCodec<PartitionReport> CODEC = new Codec();

  PartitionReport {
    buckets = List.copyOf(buckets);
  }

  private static final class Codec implements BinaryCodec<PartitionReport> {

    private static final BucketCountsCodec COUNTS = new BucketCountsCodec();

    @Override
    public void write(PartitionReport report, DataOutputStream out) throws IOException {
      out.writeInt(report.partition);
      out.writeLong(report.sentThrough);
      out.writeLong(report.leaptTo);
      out.writeBoolean(report.idle);
      BinaryCodec.writeList(report.buckets, COUNTS, out);
    }

    @Override
    public PartitionReport read(DataInputStream in) throws IOException {
      return new PartitionReport(
          in.readInt(),
          in.readLong(),
          in.readLong(),
          in.readBoolean(),
          BinaryCodec.readList(COUNTS, in));
    }
  }
}
