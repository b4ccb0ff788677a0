package dev.bellwether.trend.topology;

import dev.bellwether.contracts.kafka.RecordKey;
import dev.bellwether.trend.detection.Fingerprint;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Scores that have come and wait for the next report. Whether the mention is counted before or
 * after its score does not matter: they meet where the trend is.
 */
record WaitingMoods(KeyValueStore<String, Waiting> store) {

  static final BinaryCodec<Waiting> CODEC = new Codec();

  /**
   * @param bucket of the mention
   */
  record Waiting(long bucket, Mood mood, List<String> monitors) {}

  void add(ScoreReading.Feels score, long bucket) {
    store.put(
        RecordKey.of(score.workspace(), score.mention()).encode(),
        new Waiting(bucket, score.mood(), score.monitors()));
  }

  void forget(String workspace, String mention) {
    var key = RecordKey.of(workspace, mention).encode();
    if (store.get(key) != null) {
      store.delete(key);
    }
  }

  /** Takes those of mentions before a bucket; by key of their monitor, then by bucket. */
  Map<String, NavigableMap<Long, Moods>> take(String workspace, long before) {
    var taken = new HashMap<String, NavigableMap<Long, Moods>>();
    var keys = new ArrayList<String>();
    try (var all = store.prefixScan(RecordKey.of(workspace, "").encode(), new StringSerializer())) {
      while (all.hasNext()) {
        var entry = all.next();
        var waiting = entry.value;
        if (waiting.bucket < before) {
          keys.add(entry.key);
          int post = (int) Fingerprint.of(RecordKey.decode(entry.key).parts().get(1));
          for (var monitor : waiting.monitors) {
            taken
                .computeIfAbsent(
                    RecordKey.of(workspace, monitor).encode(), unknown -> new TreeMap<>())
                .merge(waiting.bucket, Moods.NONE.with(post, waiting.mood), Moods::plus);
          }
        }
      }
    }
    keys.forEach(store::delete);
    return taken;
  }

  private static final class Codec implements BinaryCodec<Waiting> {

    private static final StringCodec STRINGS = new StringCodec();

    @Override
    public void write(Waiting waiting, DataOutputStream out) throws IOException {
      out.writeLong(waiting.bucket);
      out.writeByte(waiting.mood.ordinal());
      BinaryCodec.writeList(waiting.monitors, STRINGS, out);
    }

    @Override
    public Waiting read(DataInputStream in) throws IOException {
      return new Waiting(
          in.readLong(), Mood.of(in.readUnsignedByte()), BinaryCodec.readList(STRINGS, in));
    }
  }
}
