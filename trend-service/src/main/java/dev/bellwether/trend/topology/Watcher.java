package dev.bellwether.trend.topology;

import dev.bellwether.contracts.trend.Trend;
import java.time.Instant;

/** Is told what the topology does, for health and metrics. Called from the threads of Streams. */
public interface Watcher {

  /** Of nobody's interest, as in tests of the topology alone. */
  Watcher NOBODY =
      new Watcher() {
        @Override
        public void read(String topic, Instant appended) {}

        @Override
        public void setAside(String topic) {}

        @Override
        public void changed(Trend trend) {}
      };

  /**
   * A record of a topic was read.
   *
   * @param appended when the broker took it
   */
  void read(String topic, Instant appended);

  /** A record of a topic went to its dead letters. */
  void setAside(String topic);

  /** A trend has begun, changed or ended. */
  void changed(Trend trend);
}
