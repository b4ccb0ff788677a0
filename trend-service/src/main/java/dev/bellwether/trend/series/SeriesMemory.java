package dev.bellwether.trend.series;

import java.nio.ByteBuffer;
import java.util.Arrays;

/** What is remembered of a series: immutable, of bounded size, and storable as bytes. */
public final class SeriesMemory {

  /** Of a series of which nothing was seen yet. */
  public static final SeriesMemory NEW = new SeriesMemory(new double[0]);

  private static final byte LAYOUT = 1;

  private final double[] cells;

  SeriesMemory(double[] cells) {
    this.cells = cells;
  }

  /** A copy to be written to. */
  double[] cells() {
    return cells.clone();
  }

  /** In the layout of this version, for {@link #fromBytes}. */
  public byte[] toBytes() {
    var bytes = ByteBuffer.allocate(1 + cells.length * Double.BYTES).put(LAYOUT);
    for (double cell : cells) {
      bytes.putDouble(cell);
    }
    return bytes.array();
  }

  /**
   * @throws IllegalArgumentException if the bytes are not of {@link #toBytes} of this version
   */
  public static SeriesMemory fromBytes(byte[] bytes) {
    if (bytes.length == 0 || bytes[0] != LAYOUT || (bytes.length - 1) % Double.BYTES != 0) {
      throw new IllegalArgumentException(
          "not a series' memory of layout %d: %d bytes".formatted(LAYOUT, bytes.length));
    }
    var cells = new double[(bytes.length - 1) / Double.BYTES];
    ByteBuffer.wrap(bytes, 1, bytes.length - 1).asDoubleBuffer().get(cells);
    return new SeriesMemory(cells);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SeriesMemory memory && Arrays.equals(cells, memory.cells);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(cells);
  }
}
