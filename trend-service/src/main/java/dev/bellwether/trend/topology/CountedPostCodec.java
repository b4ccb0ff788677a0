package dev.bellwether.trend.topology;

import dev.bellwether.trend.detection.CountedPost;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Instant;

final class CountedPostCodec implements BinaryCodec<CountedPost> {

  private static final StringCodec STRINGS = new StringCodec();

  @Override
  public void write(CountedPost post, DataOutputStream out) throws IOException {
    out.writeUTF(post.id());
    out.writeLong(post.createdAt().toEpochMilli());
    out.writeLong(post.author());
    out.writeLong(post.content());
    BinaryCodec.writeList(post.monitors(), STRINGS, out);
    STRINGS.write(post.text(), out);
  }

  @Override
  public CountedPost read(DataInputStream in) throws IOException {
    return new CountedPost(
        in.readUTF(),
        Instant.ofEpochMilli(in.readLong()),
        in.readLong(),
        in.readLong(),
        BinaryCodec.readList(STRINGS, in),
        STRINGS.read(in));
  }
}
