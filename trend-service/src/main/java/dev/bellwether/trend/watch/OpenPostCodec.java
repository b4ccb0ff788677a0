package dev.bellwether.trend.watch;

import dev.bellwether.trend.topology.BinaryCodec;
import dev.bellwether.trend.topology.StringCodec;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Instant;

/** Posts that have a time. */
final class OpenPostCodec implements BinaryCodec<SeriesPost> {

  private static final StringCodec STRINGS = new StringCodec();

  @Override
  public void write(SeriesPost post, DataOutputStream out) throws IOException {
    out.writeUTF(post.workspace());
    out.writeUTF(post.id());
    out.writeLong(post.createdAt().toEpochMilli());
    BinaryCodec.writeList(post.monitors(), STRINGS, out);
    out.writeBoolean(post.negative());
  }

  @Override
  public SeriesPost read(DataInputStream in) throws IOException {
    return new SeriesPost(
        in.readUTF(),
        in.readUTF(),
        Instant.ofEpochMilli(in.readLong()),
        BinaryCodec.readList(STRINGS, in),
        in.readBoolean());
  }
}
