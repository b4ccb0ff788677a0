package dev.bellwether.trend.watch;

import dev.bellwether.trend.series.Departure;
import dev.bellwether.trend.topology.BinaryCodec;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;

/**
 * A departure from habit that goes on: values that stand out to the same side, one soon after the
 * other.
 *
 * @param kind a spike or drop that turns out to stay becomes a shift
 * @param startedAt start of the first value's time, on the series' own clock
 * @param lastAt start of the last value's time
 * @param peak the value that stood out most
 */
public record Episode(Departure kind, Instant startedAt, Instant lastAt, SeriesPoint peak) {

  static final BinaryCodec<Episode> CODEC = new Codec();

  static Episode begun(SeriesPoint point) {
    return new Episode(point.departure(), point.at(), point.at(), point);
  }

  /** Whether a value that stands out belongs to it. */
  boolean goesOn(SeriesPoint point, Duration patience) {
    return isUp(kind) == isUp(point.departure()) && !point.at().isAfter(lastAt.plus(patience));
  }

  Episode with(SeriesPoint point) {
    return new Episode(
        isShift(kind) ? kind : point.departure(),
        startedAt,
        point.at(),
        point.score() > peak.score() ? point : peak);
  }

  private static boolean isUp(Departure departure) {
    return departure == Departure.SPIKE || departure == Departure.SHIFT_UP;
  }

  private static boolean isShift(Departure departure) {
    return departure == Departure.SHIFT_UP || departure == Departure.SHIFT_DOWN;
  }

  private static final class Codec implements BinaryCodec<Episode> {

    private static final Departure[] DEPARTURES = Departure.values();

    @Override
    public void write(Episode episode, DataOutputStream out) throws IOException {
      out.writeByte(episode.kind.ordinal());
      out.writeLong(episode.startedAt.toEpochMilli());
      out.writeLong(episode.lastAt.toEpochMilli());
      SeriesPoint.CODEC.write(episode.peak, out);
    }

    @Override
    public Episode read(DataInputStream in) throws IOException {
      return new Episode(
          DEPARTURES[in.readByte()],
          Instant.ofEpochMilli(in.readLong()),
          Instant.ofEpochMilli(in.readLong()),
          SeriesPoint.CODEC.read(in));
    }
  }
}
