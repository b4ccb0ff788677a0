package dev.bellwether.trend.watch;

import dev.bellwether.contracts.ads.AdPerformance;
import dev.bellwether.contracts.ads.Segment;
import dev.bellwether.trend.detection.Fingerprint;
import dev.bellwether.trend.topology.BinaryCodec;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/**
 * The figures of one row, without what its key says.
 *
 * @param adSet fingerprint of its ad set
 * @param detail how far it is broken down: 0 the whole ad set, 1 a segment of it, 2 an ad, 3 a
 *     segment of an ad
 * @param zone the account's
 */
record AdRow(
    long adSet,
    int detail,
    long spendMicros,
    String currency,
    long impressions,
    long clicks,
    double conversions,
    String zone) {

  static final BinaryCodec<AdRow> CODEC = new Codec();

  static AdRow of(AdPerformance row) {
    int detail = (row.ad() == null ? 0 : 2) + (row.segment().equals(Segment.NONE) ? 0 : 1);
    return new AdRow(
        Fingerprint.of(row.adSet()),
        detail,
        row.spendMicros(),
        row.currency(),
        row.impressions(),
        row.clicks(),
        row.conversions(),
        row.window().timeZone());
  }

  private static final class Codec implements BinaryCodec<AdRow> {

    @Override
    public void write(AdRow row, DataOutputStream out) throws IOException {
      out.writeLong(row.adSet);
      out.writeByte(row.detail);
      out.writeLong(row.spendMicros);
      out.writeUTF(row.currency);
      out.writeLong(row.impressions);
      out.writeLong(row.clicks);
      out.writeDouble(row.conversions);
      out.writeUTF(row.zone);
    }

    @Override
    public AdRow read(DataInputStream in) throws IOException {
      return new AdRow(
          in.readLong(),
          in.readByte(),
          in.readLong(),
          in.readUTF(),
          in.readLong(),
          in.readLong(),
          in.readDouble(),
          in.readUTF());
    }
  }
}
