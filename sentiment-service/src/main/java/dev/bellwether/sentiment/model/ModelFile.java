package dev.bellwether.sentiment.model;

import dev.bellwether.sentiment.features.FeatureExtractor;
import dev.bellwether.sentiment.features.FeatureOptions;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;

/**
 * The model file, big-endian; {@code UTF} is a short that counts bytes, then UTF-8:
 *
 * <pre>
 * int    magic "BWLM"
 * int    format version, 2
 * int    feature extractor's version
 * UTF    task; UTF language; UTF name
 * double tau; double temperature
 * int    classes; for each: UTF name, double bias
 * UTF    options of the extractor
 * int    lexicon columns; for each: UTF name, float step, byte 1 for stems
 * int    lexicon entries; all hashes (long, ascending); then for each entry one byte a column
 * float  a weight's step, for each class
 * int    features; all feature numbers (int, ascending); then for each one short a class
 * long   CRC-32C of everything before
 * </pre>
 */
public final class ModelFile {

  private static final int MAGIC = 0x42574c4d;
  private static final int FORMAT = 2;

  /** Thirty times the largest that ships. */
  private static final int MOST_BYTES = 64 << 20;

  private ModelFile() {}

  /** Writes the model; the same model always gives the same bytes. */
  public static void write(LinearModel model, OutputStream out) throws IOException {
    var body = new ByteArrayOutputStream();
    var data = new DataOutputStream(body);
    data.writeInt(MAGIC);
    data.writeInt(FORMAT);
    data.writeInt(FeatureExtractor.VERSION);
    utf(model.task().wireName(), data);
    utf(model.language(), data);
    utf(model.name(), data);
    data.writeDouble(model.tau());
    data.writeDouble(model.temperature());
    data.writeInt(model.bias().size());
    for (int c = 0; c < model.bias().size(); c++) {
      utf(model.task().classes().get(c), data);
      data.writeDouble(model.bias().get(c));
    }
    utf(model.options().format(), data);
    LexiconSection.write(model.lexicon(), data);
    WeightsSection.write(model.weights(), data);
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
  public static LinearModel read(InputStream in) throws IOException {
    var bytes = in.readNBytes(MOST_BYTES + 1);
    require(bytes.length <= MOST_BYTES, "no model file has more than " + MOST_BYTES + " bytes");
    require(
        bytes.length >= Integer.BYTES * 3 + Long.BYTES,
        "model file is cut short: " + bytes.length + " bytes");
    var data = ByteBuffer.wrap(bytes, 0, bytes.length - Long.BYTES);
    require(data.getInt() == MAGIC, "not a Bellwether model file");
    int format = data.getInt();
    require(
        format == FORMAT,
        "model file has format "
            + format
            + ", this software reads "
            + FORMAT
            + (format < FORMAT ? ": train the model again" : ": it needs a newer version"));
    long written = ByteBuffer.wrap(bytes, data.limit(), Long.BYTES).getLong();
    require(
        written == checksum(bytes, data.limit()),
        "model file is damaged: its checksum does not match");
    int features = data.getInt();
    require(
        features == FeatureExtractor.VERSION,
        "model was trained on features "
            + features
            + ", this software makes "
            + FeatureExtractor.VERSION
            + ": train it again");
    try {
      return model(data);
    } catch (BufferUnderflowException e) {
      throw new IOException("model file ends before its last section", e);
    } catch (IllegalArgumentException e) {
      throw new IOException("model file does not hold together: " + e.getMessage(), e);
    }
  }

  private static LinearModel model(ByteBuffer data) throws IOException {
    var task = Task.of(utf(data));
    var language = utf(data);
    var name = utf(data);
    double tau = data.getDouble();
    double temperature = data.getDouble();
    var bias = bias(task, data);
    var options = FeatureOptions.parse(utf(data));
    var lexicon = LexiconSection.read(data);
    var weights = WeightsSection.read(data, bias.size());
    require(!data.hasRemaining(), "model file has more bytes than its sections");
    return new LinearModel(task, language, name, bias, tau, temperature, options, lexicon, weights);
  }

  private static List<Double> bias(Task task, ByteBuffer data) throws IOException {
    int classes = count(data, Double.BYTES);
    var names = new ArrayList<String>();
    var bias = new ArrayList<Double>();
    for (int c = 0; c < classes; c++) {
      names.add(utf(data));
      bias.add(data.getDouble());
    }
    require(
        names.equals(task.classes()),
        "model file answers " + names + ", " + task.wireName() + " needs " + task.classes());
    return bias;
  }

  /** A number of things of at least {@code bytes} each, which must all fit what is left. */
  static int count(ByteBuffer data, int bytes) throws IOException {
    int count = data.getInt();
    require(
        count >= 0 && (long) count * bytes <= data.remaining(),
        "model file claims " + count + " entries");
    return count;
  }

  static void utf(String text, DataOutputStream data) throws IOException {
    var bytes = text.getBytes(StandardCharsets.UTF_8);
    require(bytes.length < 1 << Short.SIZE, "a name is too long for a model file");
    data.writeShort(bytes.length);
    data.write(bytes);
  }

  static String utf(ByteBuffer data) {
    var bytes = new byte[Short.toUnsignedInt(data.getShort())];
    data.get(bytes);
    return new String(bytes, StandardCharsets.UTF_8);
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
