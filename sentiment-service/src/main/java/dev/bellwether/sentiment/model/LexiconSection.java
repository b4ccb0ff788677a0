package dev.bellwether.sentiment.model;

import dev.bellwether.sentiment.features.Lexicon;
import dev.bellwether.sentiment.features.Lexicon.Column;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;

/** The lexicon as it stands in a model file. */
final class LexiconSection {

  private LexiconSection() {}

  static void write(Lexicon lexicon, DataOutputStream data) throws IOException {
    data.writeInt(lexicon.columns().size());
    for (var column : lexicon.columns()) {
      ModelFile.utf(column.name(), data);
      data.writeFloat(column.step());
      data.writeBoolean(column.stems());
    }
    data.writeInt(lexicon.size());
    for (int row = 0; row < lexicon.size(); row++) {
      data.writeLong(lexicon.hashAt(row));
    }
    for (int row = 0; row < lexicon.size(); row++) {
      for (int column = 0; column < lexicon.columns().size(); column++) {
        data.writeByte(lexicon.stepsAt(row, column));
      }
    }
  }

  static Lexicon read(ByteBuffer data) throws IOException {
    int width = ModelFile.count(data, Short.BYTES + Float.BYTES + 1);
    var columns = new ArrayList<Column>();
    for (int column = 0; column < width; column++) {
      columns.add(new Column(ModelFile.utf(data), data.getFloat(), data.get() != 0));
    }
    int size = ModelFile.count(data, Long.BYTES + width);
    var hashes = new long[size];
    data.asLongBuffer().get(hashes);
    data.position(data.position() + size * Long.BYTES);
    var scores = new byte[size * width];
    data.get(scores);
    return Lexicon.ofSorted(columns, hashes, scores);
  }
}
