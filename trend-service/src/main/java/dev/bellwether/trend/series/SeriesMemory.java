package dev.bellwether.trend.series;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * What is remembered of one series: immutable, of one size ({@value #BYTES} bytes), and storable as
 * bytes.
 */
public final class SeriesMemory {

  static final int SEEN = 0;
  static final int BEGAN = 1;
  static final int LATEST = 2;
  static final int STEP = 3;
  static final int SIZE_OF_VALUES = 4;
  static final int LAST_ALARM = 5;
  static final int DIRECTION = 6;
  static final int SEASON = 7;
  static final int VIEWS = SEASON + Season.SIZE;
  static final int USUAL = VIEWS + Views.SIZE;
  static final int DAYS = USUAL + Usual.SIZE;
  static final int PEAKS = DAYS + Days.SIZE;
  private static final int CELLS = PEAKS + Views.COUNT * Peaks.SIZE;

  /** Size of {@link #toBytes}. */
  public static final int BYTES = 1 + CELLS * Double.BYTES;

  private static final byte LAYOUT = 1;

  /** Of a series of which nothing was seen yet. */
  public static final SeriesMemory NEW = new SeriesMemory(prepared());

  private final double[] cells;

  SeriesMemory(double[] cells) {
    this.cells = cells;
  }

  /** A copy to be written to. */
  double[] cells() {
    return cells.clone();
  }

  /** For {@link #fromBytes} of the same version. */
  public byte[] toBytes() {
    var bytes = ByteBuffer.allocate(BYTES).put(LAYOUT);
    for (double cell : cells) {
      bytes.putDouble(cell);
    }
    return bytes.array();
  }

  /**
   * @throws IllegalArgumentException if the bytes are not of {@link #toBytes} of this version
   */
  public static SeriesMemory fromBytes(byte[] bytes) {
    if (bytes.length != BYTES || bytes[0] != LAYOUT) {
      throw new IllegalArgumentException(
          "not a series' memory: %d bytes, expected %d of layout %d"
              .formatted(bytes.length, BYTES, LAYOUT));
    }
    var cells = new double[CELLS];
    ByteBuffer.wrap(bytes, 1, bytes.length - 1).asDoubleBuffer().get(cells);
    return new SeriesMemory(cells);
  }

  private static double[] prepared() {
    var cells = new double[CELLS];
    cells[LAST_ALARM] = Double.NEGATIVE_INFINITY;
    Season.prepare(cells, SEASON);
    for (int view = 0; view < Views.COUNT; view++) {
      Peaks.prepare(cells, PEAKS + view * Peaks.SIZE);
    }
    return cells;
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
