package dev.bellwether.trend.topology;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/** Strings of up to 64 KB. */
public final class StringCodec implements BinaryCodec<String> {

  @Override
  public void write(String value, DataOutputStream out) throws IOException {
    out.writeUTF(value);
  }

  @Override
  public String read(DataInputStream in) throws IOException {
    return in.readUTF();
  }
}
