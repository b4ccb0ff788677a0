package dev.bellwether.trend.topology;

import dev.bellwether.trend.detection.TermTable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * The habits of every monitor's terms. A table has thousands of them and a bucket touches a few:
 * first comes the whole table, then what changed, and the whole again once the changes are as
 * large, so that writing costs about what is counted.
 *
 * @param store by monitor and number, the whole table being number 0
 * @param written what there is of the monitors that are at hand
 */
record RememberedTerms(KeyValueStore<String, TermTable> store, Map<String, Written> written) {

  static final BinaryCodec<TermTable> CODEC =
      new BinaryCodec<>() {
        @Override
        public void write(TermTable terms, DataOutputStream out) throws IOException {
          terms.write(out);
        }

        @Override
        public TermTable read(DataInputStream in) throws IOException {
          return TermTable.read(in);
        }
      };

  /** More small records than this are slow to read again. */
  private static final int MOST_CHANGES = 500;

  /**
   * @param changes records after the whole table
   * @param rows terms in them
   */
  private record Written(int changes, long rows) {}

  RememberedTerms(KeyValueStore<String, TermTable> store) {
    this(store, new HashMap<>());
  }

  /** Null where nothing was written. */
  TermTable read(String monitor) {
    TermTable terms = null;
    int changes = 0;
    long rows = 0;
    try (var stored = store.prefixScan(monitor + "|", new StringSerializer())) {
      while (stored.hasNext()) {
        var next = stored.next().value;
        if (terms == null) {
          terms = next;
        } else {
          terms.absorb(next);
          changes++;
          rows += next.size();
        }
      }
    }
    if (terms != null) {
      terms.written();
      written.put(monitor, new Written(changes, rows));
    }
    return terms;
  }

  /** Writes what changed since the table was read or written. */
  void write(String monitor, TermTable terms) {
    var before = written.get(monitor);
    var changes = before == null ? null : terms.changes();
    if (changes == null
        || before.changes == MOST_CHANGES
        || before.rows + changes.size() > terms.size()) {
      writeWhole(monitor, terms, before == null ? 0 : before.changes);
    } else if (changes.size() > 0) {
      store.put(key(monitor, before.changes + 1), changes);
      written.put(monitor, new Written(before.changes + 1, before.rows + changes.size()));
    }
    terms.written();
  }

  private void writeWhole(String monitor, TermTable terms, int outdated) {
    store.put(key(monitor, 0), terms);
    for (int change = 1; change <= outdated; change++) {
      store.delete(key(monitor, change));
    }
    written.put(monitor, new Written(0, 0));
  }

  /** Of a monitor that is no longer at hand; to be read again before it is written again. */
  void letGo(String monitor) {
    written.remove(monitor);
  }

  /** As many digits each, so that they sort as the numbers do. */
  private static String key(String monitor, int number) {
    return monitor + "|" + HexFormat.of().toHexDigits(number);
  }
}
