package dev.bellwether.trend.watch;

import dev.bellwether.trend.topology.BinaryCodec;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;

/**
 * What lists say of a series.
 *
 * @param step between two values
 * @param zone whose local time its clock shows; null where it shows UTC
 * @param currency ISO 4217, null where its values are no money
 * @param latest the last value
 * @param departures oldest first
 */
public record SeriesSummary(
    Duration step, String zone, String currency, SeriesPoint latest, List<Episode> departures) {

  static final BinaryCodec<SeriesSummary> CODEC = new Codec();

  public SeriesSummary {
    departures = List.copyOf(departures);
  }

  /** A time of the series' own clock as an instant of the world. */
  public Instant worldTime(Instant own) {
    return zone == null
        ? own
        : LocalDateTime.ofInstant(own, ZoneOffset.UTC).atZone(ZoneId.of(zone)).toInstant();
  }

  /** An instant of the world as the series' own clock shows it. */
  public Instant ownTime(Instant world) {
    return zone == null
        ? world
        : LocalDateTime.ofInstant(world, ZoneId.of(zone)).toInstant(ZoneOffset.UTC);
  }

  /** The departure that its latest value belongs to, null where it has its habit. */
  public Episode current() {
    return departures.isEmpty() || latest.at().isAfter(departures.getLast().lastAt())
        ? null
        : departures.getLast();
  }

  private static final class Codec implements BinaryCodec<SeriesSummary> {

    @Override
    public void write(SeriesSummary summary, DataOutputStream out) throws IOException {
      out.writeLong(summary.step.toMillis());
      out.writeUTF(summary.zone == null ? "" : summary.zone);
      out.writeUTF(summary.currency == null ? "" : summary.currency);
      SeriesPoint.CODEC.write(summary.latest, out);
      BinaryCodec.writeList(summary.departures, Episode.CODEC, out);
    }

    @Override
    public SeriesSummary read(DataInputStream in) throws IOException {
      return new SeriesSummary(
          Duration.ofMillis(in.readLong()),
          emptyToNull(in.readUTF()),
          emptyToNull(in.readUTF()),
          SeriesPoint.CODEC.read(in),
          BinaryCodec.readList(Episode.CODEC, in));
    }

    private static String emptyToNull(String text) {
      return text.isEmpty() ? null : text;
    }
  }
}
