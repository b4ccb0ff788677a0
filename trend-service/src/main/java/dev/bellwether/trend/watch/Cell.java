package dev.bellwether.trend.watch;

import dev.bellwether.trend.topology.BinaryCodec;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * A monitor's bucket in which its workspace had posts. Cells of parts of a bucket add up.
 *
 * @param late counted after its partition had sent the bucket: shown, not judged
 * @param sources by platform
 */
record Cell(long bucket, boolean late, Map<String, Tally> sources) {

  static final BinaryCodec<Cell> CODEC = new Codec();

  Cell {
    sources = Map.copyOf(sources);
  }

  Cell plus(Cell other) {
    var sum = new HashMap<>(sources);
    other.sources.forEach((source, tally) -> sum.merge(source, tally, Tally::plus));
    return new Cell(bucket, late, sum);
  }

  Tally total() {
    return sources.values().stream().reduce(Tally.NONE, Tally::plus);
  }

  private static final class Codec implements BinaryCodec<Cell> {

    @Override
    public void write(Cell cell, DataOutputStream out) throws IOException {
      out.writeLong(cell.bucket);
      out.writeBoolean(cell.late);
      out.writeInt(cell.sources.size());
      for (var source : new TreeMap<>(cell.sources).entrySet()) {
        out.writeUTF(source.getKey());
        out.writeLong(source.getValue().all());
        out.writeLong(source.getValue().own());
        out.writeLong(source.getValue().negative());
      }
    }

    @Override
    public Cell read(DataInputStream in) throws IOException {
      long bucket = in.readLong();
      boolean late = in.readBoolean();
      int size = in.readInt();
      var sources = HashMap.<String, Tally>newHashMap(size);
      for (int i = 0; i < size; i++) {
        sources.put(in.readUTF(), new Tally(in.readLong(), in.readLong(), in.readLong()));
      }
      return new Cell(bucket, late, sources);
    }
  }
}
