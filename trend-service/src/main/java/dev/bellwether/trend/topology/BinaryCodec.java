package dev.bellwether.trend.topology;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;

/**
 * Writes state in a compact form of our own, as state is read and written for every post. A form
 * changes only together with the application id, which starts from empty state; so it carries no
 * version.
 */
public interface BinaryCodec<T> {

  void write(T value, DataOutputStream out) throws IOException;

  T read(DataInputStream in) throws IOException;

  default Serde<T> serde() {
    return Serdes.serdeFrom(
        (topic, value) -> value == null ? null : bytes(value),
        (topic, data) -> data == null ? null : value(data));
  }

  private byte[] bytes(T value) {
    var bytes = new PlainBytes.Out();
    try (var out = new DataOutputStream(bytes)) {
      write(value, out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private T value(byte[] data) {
    try (var in = new DataInputStream(new PlainBytes.In(data))) {
      return read(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static <E> void writeList(List<E> list, BinaryCodec<E> codec, DataOutputStream out)
      throws IOException {
    out.writeInt(list.size());
    for (var element : list) {
      codec.write(element, out);
    }
  }

  static <E> List<E> readList(BinaryCodec<E> codec, DataInputStream in) throws IOException {
    int size = in.readInt();
    var list = new ArrayList<E>(size);
    for (int i = 0; i < size; i++) {
      list.add(codec.read(in));
    }
    return list;
  }
}
