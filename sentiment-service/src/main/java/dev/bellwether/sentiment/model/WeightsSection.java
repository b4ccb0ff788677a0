package dev.bellwether.sentiment.model;

import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;

/** The weights as they stand in a model file. */
final class WeightsSection {

  private WeightsSection() {}

  static void write(Weights weights, DataOutputStream data) throws IOException {
    for (int column = 0; column < weights.width(); column++) {
      data.writeFloat(weights.stepSize(column));
    }
    data.writeInt(weights.size());
    for (int row = 0; row < weights.size(); row++) {
      data.writeInt(weights.feature(row));
    }
    for (int row = 0; row < weights.size(); row++) {
      for (int column = 0; column < weights.width(); column++) {
        data.writeShort(weights.steps(row, column));
      }
    }
  }

  static Weights read(ByteBuffer data, int width) throws IOException {
    var sizes = new float[width];
    for (int column = 0; column < width; column++) {
      sizes[column] = data.getFloat();
    }
    int size = ModelFile.count(data, Integer.BYTES + width * Short.BYTES);
    var features = new int[size];
    data.asIntBuffer().get(features);
    data.position(data.position() + size * Integer.BYTES);
    var steps = new short[size * width];
    data.asShortBuffer().get(steps);
    data.position(data.position() + steps.length * Short.BYTES);
    return Weights.of(features, sizes, steps);
  }
}
