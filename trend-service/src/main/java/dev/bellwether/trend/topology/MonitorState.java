package dev.bellwether.trend.topology;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.bellwether.trend.detection.MonitorMemory;
import dev.bellwether.trend.detection.TermTable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/**
 * All that detecting remembers of a monitor.
 *
 * @param lives by id of the trend, of those that go on
 */
record MonitorState(MonitorMemory memory, Map<String, Life> lives) {

  MonitorState {
    lives = Map.copyOf(lives);
  }

  MonitorState withTerms(TermTable terms) {
    return new MonitorState(memory.withTerms(terms), lives);
  }

  record Codec(MonitorMemoryCodec memories) implements BinaryCodec<MonitorState> {

    private static final StringCodec STRINGS = new StringCodec();

    Codec(ObjectMapper json) {
      this(new MonitorMemoryCodec(json));
    }

    @Override
    public void write(MonitorState state, DataOutputStream out) throws IOException {
      memories.write(state.memory, out);
      out.writeInt(state.lives.size());
      for (var life : state.lives.entrySet()) {
        STRINGS.write(life.getKey(), out);
        Life.CODEC.write(life.getValue(), out);
      }
    }

    @Override
    public MonitorState read(DataInputStream in) throws IOException {
      var memory = memories.read(in);
      int size = in.readInt();
      var lives = HashMap.<String, Life>newHashMap(size);
      for (int i = 0; i < size; i++) {
        lives.put(STRINGS.read(in), Life.CODEC.read(in));
      }
      return new MonitorState(memory, lives);
    }
  }
}
