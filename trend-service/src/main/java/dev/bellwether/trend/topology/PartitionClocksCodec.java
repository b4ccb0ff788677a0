package dev.bellwether.trend.topology;

import dev.bellwether.trend.detection.PartitionClocks;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;

public final class PartitionClocksCodec implements BinaryCodec<PartitionClocks> {

  @Override
  public void write(PartitionClocks clocks, DataOutputStream out) throws IOException {
    out.writeLong(clocks.closedThrough());
    out.writeLong(clocks.leaptTo());
    out.writeInt(clocks.sentThrough().size());
    for (var clock : clocks.sentThrough().entrySet()) {
      out.writeInt(clock.getKey());
      out.writeLong(clock.getValue());
      out.writeBoolean(clocks.idle().contains(clock.getKey()));
    }
  }

  @Override
  public PartitionClocks read(DataInputStream in) throws IOException {
    long closedThrough = in.readLong();
    long leaptTo = in.readLong();
    int size = in.readInt();
    var sentThrough = HashMap.<Integer, Long>newHashMap(size);
    var idle = new HashSet<Integer>();
    for (int i = 0; i < size; i++) {
      int partition = in.readInt();
      sentThrough.put(partition, in.readLong());
      if (in.readBoolean()) {
        idle.add(partition);
      }
    }
    return new PartitionClocks(sentThrough, idle, closedThrough, leaptTo);
  }
}
