package dev.bellwether.sentiment.model;

import dev.bellwether.sentiment.features.FeatureExtractor;
import dev.bellwether.sentiment.features.Lexicon;
import dev.bellwether.sentiment.features.Lexicon.Column;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.HashMap;
import java.util.zip.CRC32C;

/**
 * The model file, big-endian:
 *
 * <pre>
 * int    magic "BWLM"
 * int    format version, 1
 * int    feature extractor's version
 * UTF    name; UTF language; double tau
 * int    lexicon entries; then for each: int hash, one byte a column (tenths)
 * int    features; then all feature numbers (int, ascending); then all weights (float, three a feature)
 * long   CRC-32C of everything before
 * </pre>
 *
 * Weights are 32-bit floats rather than smaller ones: the file stays near a megabyte, and scores
 * agree with the trainer's own classifier to better than one in a million.
 */
public final class ModelFile {

  private static final int MAGIC = 0x42574c4d;
  private static final int FORMAT = 1;
  private static final int MAX_ENTRIES = 4_000_000;

  private ModelFile() {}

  /** Writes the model; the same model always gives the same bytes. */
  public static void write(FlatModel model, OutputStream out) throws IOException {
    var body = new ByteArrayOutputStream();
    var data = new DataOutputStream(body);
    data.writeInt(MAGIC);
    data.writeInt(FORMAT);
    data.writeInt(FeatureExtractor.VERSION);
    data.writeUTF(model.name());
    data.writeUTF(model.language());
    data.writeDouble(model.tau());
    writeLexicon(model.lexicon(), data);
    writeWeights(model.weights(), data);
    var bytes = body.toByteArray();
    var sealed = new DataOutputStream(out);
    sealed.write(bytes);
    sealed.writeLong(checksum(bytes, bytes.length));
    sealed.flush();
  }

  /**
   * Reads a model.
   *
   * @throws IOException when it is cut short, damaged, not a model, or made for another version of
   *     this software
   */
  public static FlatModel read(InputStream in) throws IOException {
    var bytes = in.readAllBytes();
    if (bytes.length < Integer.BYTES * 3 + Long.BYTES) {
      throw new IOException("model file is cut short: " + bytes.length + " bytes");
    }
    var data = new DataInputStream(new ByteArrayInputStream(bytes));
    require(data.readInt() == MAGIC, "not a Bellwether model file");
    int format = data.readInt();
    require(
        format == FORMAT, "model file has format " + format + ", this software reads " + FORMAT);
    int body = bytes.length - Long.BYTES;
    long written =
        new DataInputStream(new ByteArrayInputStream(bytes, body, Long.BYTES)).readLong();
    require(written == checksum(bytes, body), "model file is damaged: its checksum does not match");
    int features = data.readInt();
    require(
        features == FeatureExtractor.VERSION,
        "model was trained on features "
            + features
            + ", this software makes "
            + FeatureExtractor.VERSION
            + ": train it again");
    return new FlatModel(
        data.readUTF(), data.readUTF(), data.readDouble(), readLexicon(data), readWeights(data));
  }

  private static void writeLexicon(Lexicon lexicon, DataOutputStream data) throws IOException {
    data.writeInt(lexicon.size());
    for (int row = 0; row < lexicon.size(); row++) {
      data.writeInt(lexicon.hashAt(row));
      for (var column : Column.values()) {
        data.writeByte(lexicon.tenthsAt(row, column));
      }
    }
  }

  private static Lexicon readLexicon(DataInputStream data) throws IOException {
    int size = readSize(data);
    var entries = HashMap.<Integer, byte[]>newHashMap(size);
    for (int row = 0; row < size; row++) {
      int hash = data.readInt();
      entries.put(hash, data.readNBytes(Lexicon.COLUMNS));
    }
    return Lexicon.of(entries);
  }

  private static void writeWeights(WeightTable weights, DataOutputStream data) throws IOException {
    data.writeInt(weights.size());
    var values = new ByteArrayOutputStream();
    var valueData = new DataOutputStream(values);
    var failure = new IOException[1];
    weights.forEach(
        (feature, own) -> {
          try {
            data.writeInt(feature);
            for (float weight : own) {
              valueData.writeFloat(weight);
            }
          } catch (IOException e) {
            failure[0] = e;
          }
        });
    if (failure[0] != null) {
      throw failure[0];
    }
    data.write(values.toByteArray());
  }

  private static WeightTable readWeights(DataInputStream data) throws IOException {
    int size = readSize(data);
    var features = new int[size];
    for (int row = 0; row < size; row++) {
      features[row] = data.readInt();
      require(
          row == 0 || features[row - 1] < features[row], "model file's features are not in order");
    }
    var weights = new float[size * FlatModel.WIDTH];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = data.readFloat();
      require(Float.isFinite(weights[i]), "model file holds a weight that is not a number");
    }
    return WeightTable.ofSorted(features, weights);
  }

  private static int readSize(DataInputStream data) throws IOException {
    int size = data.readInt();
    require(size >= 0 && size <= MAX_ENTRIES, "model file claims " + size + " entries");
    return size;
  }

  private static long checksum(byte[] bytes, int length) {
    var checksum = new CRC32C();
    checksum.update(bytes, 0, length);
    return checksum.getValue();
  }

  private static void require(boolean holds, String otherwise) throws IOException {
    if (!holds) {
      throw new IOException(otherwise);
    }
  }
}
