package dev.bellwether.trend.watch;

import dev.bellwether.trend.series.Departure;
import dev.bellwether.trend.series.Judgement;
import dev.bellwether.trend.topology.BinaryCodec;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Instant;

/**
 * A value and what was thought of it when it was new. A value that is restated later keeps its
 * judgement; one that came too late to be judged has NaN for expected, low and high, and no score.
 *
 * @param at start of its time, on the series' own clock
 */
public record SeriesPoint(
    Instant at,
    double value,
    double expected,
    double low,
    double high,
    double score,
    Departure departure) {

  static final BinaryCodec<SeriesPoint> CODEC = new Codec();

  static SeriesPoint of(Judgement judgement) {
    return new SeriesPoint(
        judgement.at(),
        judgement.value(),
        judgement.expected(),
        judgement.low(),
        judgement.high(),
        judgement.score(),
        judgement.departure());
  }

  static SeriesPoint unjudged(Instant at, double value) {
    return new SeriesPoint(at, value, Double.NaN, Double.NaN, Double.NaN, 0, Departure.NONE);
  }

  public boolean isJudged() {
    return !Double.isNaN(expected);
  }

  SeriesPoint restated(double newValue) {
    return new SeriesPoint(at, newValue, expected, low, high, score, departure);
  }

  private static final class Codec implements BinaryCodec<SeriesPoint> {

    private static final Departure[] DEPARTURES = Departure.values();

    @Override
    public void write(SeriesPoint point, DataOutputStream out) throws IOException {
      out.writeLong(point.at.toEpochMilli());
      out.writeDouble(point.value);
      out.writeDouble(point.expected);
      out.writeDouble(point.low);
      out.writeDouble(point.high);
      out.writeDouble(point.score);
      out.writeByte(point.departure.ordinal());
    }

    @Override
    public SeriesPoint read(DataInputStream in) throws IOException {
      return new SeriesPoint(
          Instant.ofEpochMilli(in.readLong()),
          in.readDouble(),
          in.readDouble(),
          in.readDouble(),
          in.readDouble(),
          in.readDouble(),
          DEPARTURES[in.readByte()]);
    }
  }
}
