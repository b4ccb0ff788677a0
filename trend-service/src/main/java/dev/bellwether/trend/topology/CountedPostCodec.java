package dev.bellwether.trend.topology;

import dev.bellwether.trend.detection.CountedPost;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Instant;

public final class CountedPostCodec implements BinaryCodec<CountedPost> {

  private static final StringCodec STRINGS = new StringCodec();
  private static final int MOST_TEXT = 1 << 14;

  @Override
  public void write(CountedPost post, DataOutputStream out) throws IOException {
    out.writeUTF(post.id());
    out.writeLong(post.createdAt().toEpochMilli());
    out.writeLong(post.author());
    out.writeLong(post.content());
    BinaryCodec.writeList(post.monitors(), STRINGS, out);
    // no more of it is ever looked at
    var text = post.text();
    STRINGS.write(text.length() <= MOST_TEXT ? text : text.substring(0, MOST_TEXT), out);
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
