package dev.bellwether.trend.watch;

import dev.bellwether.trend.forecast.HourlyHistory;
import dev.bellwether.trend.topology.BinaryCodec;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;

final class HistoryCodec implements BinaryCodec<HourlyHistory> {

  @Override
  public void write(HourlyHistory history, DataOutputStream out) throws IOException {
    out.writeLong(history.start().toEpochMilli());
    out.writeLong(history.step().toMillis());
    var values = history.values();
    out.writeInt(values.length);
    for (double value : values) {
      out.writeDouble(value);
    }
  }

  @Override
  public HourlyHistory read(DataInputStream in) throws IOException {
    var start = Instant.ofEpochMilli(in.readLong());
    var step = Duration.ofMillis(in.readLong());
    var values = new double[in.readInt()];
    for (int i = 0; i < values.length; i++) {
      values[i] = in.readDouble();
    }
    return new HourlyHistory(start, step, values);
  }
}
