package dev.bellwether.trend.topology;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.apache.kafka.streams.Topology;

/** The topology as the service runs it, for what is outside of its package. */
public final class RunnableTopology {

  private RunnableTopology() {}

  public static Topology standard(ObjectMapper json) {
    return new TopologyProducer().topology(json, Watcher.NOBODY);
  }
}
