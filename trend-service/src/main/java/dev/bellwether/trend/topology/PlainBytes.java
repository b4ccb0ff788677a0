package dev.bellwether.trend.topology;

import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Objects;

/** Streams over an array as the JDK's, without a lock taken for every number. */
final class PlainBytes {

  private static final int FIRST = 256;

  private PlainBytes() {}

  static final class Out extends OutputStream {

    private byte[] bytes = new byte[FIRST];
    private int size;

    @Override
    public void write(int b) {
      ensure(1);
      bytes[size++] = (byte) b;
    }

    @Override
    public void write(byte[] from, int offset, int length) {
      ensure(length);
      System.arraycopy(from, offset, bytes, size, length);
      size += length;
    }

    byte[] toByteArray() {
      return Arrays.copyOf(bytes, size);
    }

    private void ensure(int more) {
      if (bytes.length - size < more) {
        bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, Math.addExact(size, more)));
      }
    }
  }

  static final class In extends InputStream {

    private final byte[] bytes;
    private int at;

    In(byte[] bytes) {
      this.bytes = bytes;
    }

    @Override
    public int read() {
      return at < bytes.length ? bytes[at++] & 0xff : -1;
    }

    @Override
    public int read(byte[] to, int offset, int length) {
      Objects.checkFromIndexSize(offset, length, to.length);
      if (length == 0) {
        return 0;
      }
      if (at == bytes.length) {
        return -1;
      }
      int taken = Math.min(length, bytes.length - at);
      System.arraycopy(bytes, at, to, offset, taken);
      at += taken;
      return taken;
    }

    @Override
    public int available() {
      return bytes.length - at;
    }
  }
}
