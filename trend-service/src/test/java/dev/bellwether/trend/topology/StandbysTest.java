package dev.bellwether.trend.topology;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StandbysTest {

  private static final String OF_STREAMS = "kafka-streams.num.standby.replicas";

  @Test
  void oneMachineKeepsNoCopyOfTheState() throws IOException {
    assertEquals("0", ofStreams(Map.of()));
  }

  @Test
  void whoRunsSeveralInstancesSetsHowManyCopiesAreKept() throws IOException {
    assertEquals("1", ofStreams(Map.of("bellwether.trend.standbys", "1")));
  }

  private static String ofStreams(Map<String, String> set) throws IOException {
    var service = StandbysTest.class.getResource("/application.properties");
    return new SmallRyeConfigBuilder()
        .addDefaultInterceptors()
        .withSources(new PropertiesConfigSource(service, 100))
        .withSources(new PropertiesConfigSource(set, "set", 300))
        .build()
        .getValue(OF_STREAMS, String.class);
  }
}
