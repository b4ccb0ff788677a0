package dev.bellwether.trend.topology;

import dev.bellwether.contracts.trend.Trend;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;

/**
 * How often an active trend was mentioned, bucket by bucket, and what was last said of its mood.
 *
 * @param first the bucket of the first count
 * @param counts mentions, oldest first, at most {@link #MOST}
 * @param mood null where none is known
 */
record Life(long first, float[] counts, Trend.Mood mood) {

  /** Three days of five-minute buckets: a forecast looks at the last one. */
  static final int MOST = 864;

  static final BinaryCodec<Life> CODEC = new Codec();

  /** One of which nothing is known yet. */
  static Life from(long bucket) {
    return new Life(bucket, new float[0], null);
  }

  /** With one more count; buckets between had none, and one that is known already stays. */
  Life observe(long bucket, double count) {
    long length = bucket - first + 1;
    if (length <= counts.length) {
      return this;
    }
    int kept = (int) Math.min(length, MOST);
    var next = new float[kept];
    long from = bucket - kept + 1;
    for (int i = 0; i < counts.length; i++) {
      long at = first + i - from;
      if (at >= 0) {
        next[(int) at] = counts[i];
      }
    }
    next[kept - 1] = (float) count;
    return new Life(from, next, mood);
  }

  Life feeling(Trend.Mood next) {
    return new Life(first, counts, next);
  }

  double[] mentions() {
    var mentions = new double[counts.length];
    for (int i = 0; i < counts.length; i++) {
      mentions[i] = counts[i];
    }
    return mentions;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Life that
        && first == that.first
        && Arrays.equals(counts, that.counts)
        && java.util.Objects.equals(mood, that.mood);
  }

  @Override
  public int hashCode() {
    return 31 * Long.hashCode(first) + Arrays.hashCode(counts);
  }

  @Override
  public String toString() {
    return "Life[first=%d, buckets=%d, mood=%s]".formatted(first, counts.length, mood);
  }

  private static final class Codec implements BinaryCodec<Life> {

    @Override
    public void write(Life life, DataOutputStream out) throws IOException {
      out.writeLong(life.first);
      out.writeInt(life.counts.length);
      for (float count : life.counts) {
        out.writeFloat(count);
      }
      out.writeBoolean(life.mood != null);
      if (life.mood != null) {
        out.writeLong(life.mood.negative());
        out.writeLong(life.mood.neutral());
        out.writeLong(life.mood.positive());
      }
    }

    @Override
    public Life read(DataInputStream in) throws IOException {
      long first = in.readLong();
      var counts = new float[in.readInt()];
      for (int i = 0; i < counts.length; i++) {
        counts[i] = in.readFloat();
      }
      var mood =
          in.readBoolean() ? new Trend.Mood(in.readLong(), in.readLong(), in.readLong()) : null;
      return new Life(first, counts, mood);
    }
  }
}
