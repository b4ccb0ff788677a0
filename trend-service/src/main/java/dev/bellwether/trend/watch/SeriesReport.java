package dev.bellwether.trend.watch;

import dev.bellwether.trend.topology.BinaryCodec;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.List;

/** What the counting half tells the judging half of one series. */
sealed interface SeriesReport {

  BinaryCodec<SeriesReport> CODEC = new Codec();

  /**
   * Counts of one partition, and that it has sent everything from before a bucket.
   *
   * @param sentThrough the bucket before which this partition has nothing more to send but what is
   *     late
   * @param leaptTo the bucket in which it went on after a long silence, {@link Long#MIN_VALUE}
   *     where it did not
   * @param idle nothing of the workspace has come to this partition for a while: until it reports
   *     again, nobody need wait for it
   * @param cells every bucket in which the workspace had posts, whether the monitor had or not
   */
  record Counts(int partition, long sentThrough, long leaptTo, boolean idle, List<Cell> cells)
      implements SeriesReport {

    public Counts {
      cells = List.copyOf(cells);
    }
  }

  /**
   * A value of a campaign, or a restated one.
   *
   * @param at start of its window in the account's local time, as if that were UTC: so an hour of
   *     the day is the people's hour
   * @param value NaN where there is none, such as the cost of no clicks
   * @param zone the account's
   * @param currency ISO 4217; empty where the value is no money
   */
  record Figure(Instant at, double value, String zone, String currency) implements SeriesReport {}

  final class Codec implements BinaryCodec<SeriesReport> {

    private static final int COUNTS = 0;
    private static final int FIGURE = 1;

    private Codec() {}

    @Override
    public void write(SeriesReport report, DataOutputStream out) throws IOException {
      switch (report) {
        case Counts counts -> {
          out.writeByte(COUNTS);
          out.writeInt(counts.partition);
          out.writeLong(counts.sentThrough);
          out.writeLong(counts.leaptTo);
          out.writeBoolean(counts.idle);
          BinaryCodec.writeList(counts.cells, Cell.CODEC, out);
        }
        case Figure figure -> {
          out.writeByte(FIGURE);
          out.writeLong(figure.at.toEpochMilli());
          out.writeDouble(figure.value);
          out.writeUTF(figure.zone);
          out.writeUTF(figure.currency);
        }
      }
    }

    @Override
    public SeriesReport read(DataInputStream in) throws IOException {
      return in.readByte() == COUNTS
          ? new Counts(
              in.readInt(),
              in.readLong(),
              in.readLong(),
              in.readBoolean(),
              BinaryCodec.readList(Cell.CODEC, in))
          : new Figure(
              Instant.ofEpochMilli(in.readLong()), in.readDouble(), in.readUTF(), in.readUTF());
    }
  }
}
