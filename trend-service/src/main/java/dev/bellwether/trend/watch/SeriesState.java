package dev.bellwether.trend.watch;

import dev.bellwether.trend.series.SeriesMemory;
import dev.bellwether.trend.topology.BinaryCodec;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Instant;

/**
 * What judging a series needs to remember, besides its history and its last points.
 *
 * @param last start of the last value's time; {@link Instant#MIN} at first
 * @param lastCell the last bucket in which the workspace had posts, {@link Long#MIN_VALUE} at first
 * @param flow of a series of posts
 * @param fill of a series of posts
 */
record SeriesState(SeriesMemory memory, Instant last, long lastCell, Flow flow, HourFill fill) {

  static final SeriesState NEW =
      new SeriesState(SeriesMemory.NEW, Instant.MIN, Long.MIN_VALUE, Flow.UNKNOWN, HourFill.EMPTY);

  static final BinaryCodec<SeriesState> CODEC = new Codec();

  SeriesState judged(SeriesMemory nextMemory, Instant at) {
    return new SeriesState(nextMemory, at, lastCell, flow, fill);
  }

  SeriesState with(HourFill nextFill) {
    return new SeriesState(memory, last, lastCell, flow, nextFill);
  }

  SeriesState seen(long cell, Flow nextFlow) {
    return new SeriesState(memory, last, cell, nextFlow, fill);
  }

  private static final class Codec implements BinaryCodec<SeriesState> {

    @Override
    public void write(SeriesState state, DataOutputStream out) throws IOException {
      var memory = state.memory.toBytes();
      out.writeInt(memory.length);
      out.write(memory);
      writeTime(state.last.equals(Instant.MIN) ? null : state.last, out);
      out.writeLong(state.lastCell);
      Flow.CODEC.write(state.flow, out);
      writeTime(state.fill.hour(), out);
      out.writeDouble(state.fill.sum());
      out.writeDouble(state.fill.last());
      out.writeInt(state.fill.known());
    }

    @Override
    public SeriesState read(DataInputStream in) throws IOException {
      var memory = SeriesMemory.fromBytes(in.readNBytes(in.readInt()));
      var last = readTime(in);
      return new SeriesState(
          memory,
          last == null ? Instant.MIN : last,
          in.readLong(),
          Flow.CODEC.read(in),
          new HourFill(readTime(in), in.readDouble(), in.readDouble(), in.readInt()));
    }

    private static void writeTime(Instant time, DataOutputStream out) throws IOException {
      out.writeLong(time == null ? Long.MIN_VALUE : time.toEpochMilli());
    }

    private static Instant readTime(DataInputStream in) throws IOException {
      long millis = in.readLong();
      return millis == Long.MIN_VALUE ? null : Instant.ofEpochMilli(millis);
    }
  }
}
