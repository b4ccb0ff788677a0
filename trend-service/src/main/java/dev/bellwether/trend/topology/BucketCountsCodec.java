package dev.bellwether.trend.topology;

import dev.bellwether.trend.detection.BucketCounts;
import dev.bellwether.trend.detection.Sketch;
import dev.bellwether.trend.detection.TermCount;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.HashMap;

final class BucketCountsCodec implements BinaryCodec<BucketCounts> {

  private static final StringCodec STRINGS = new StringCodec();

  @Override
  public void write(BucketCounts counts, DataOutputStream out) throws IOException {
    out.writeLong(counts.bucket());
    writeCount(counts.all(), out);
    out.writeInt(counts.terms().size());
    for (var term : counts.terms().entrySet()) {
      out.writeUTF(term.getKey());
      writeCount(term.getValue(), out);
    }
  }

  @Override
  public BucketCounts read(DataInputStream in) throws IOException {
    long bucket = in.readLong();
    var all = readCount(in);
    int size = in.readInt();
    var terms = HashMap.<String, TermCount>newHashMap(size);
    for (int i = 0; i < size; i++) {
      terms.put(in.readUTF(), readCount(in));
    }
    return new BucketCounts(bucket, all, terms);
  }

  private static void writeCount(TermCount count, DataOutputStream out) throws IOException {
    out.writeUTF(count.form());
    out.writeInt(count.mentions());
    writeSketch(count.authors(), out);
    writeSketch(count.contents(), out);
    writeSketch(count.posts(), out);
    BinaryCodec.writeList(count.samples(), STRINGS, out);
  }

  private static TermCount readCount(DataInputStream in) throws IOException {
    return new TermCount(
        in.readUTF(),
        in.readInt(),
        readSketch(in),
        readSketch(in),
        readSketch(in),
        BinaryCodec.readList(STRINGS, in));
  }

  private static void writeSketch(Sketch sketch, DataOutputStream out) throws IOException {
    var hashes = sketch.hashes();
    out.writeByte(hashes.length);
    for (int hash : hashes) {
      out.writeInt(hash);
    }
  }

  private static Sketch readSketch(DataInputStream in) throws IOException {
    var hashes = new int[in.readUnsignedByte()];
    for (int i = 0; i < hashes.length; i++) {
      hashes[i] = in.readInt();
    }
    return Sketch.ofHashes(hashes);
  }
}
