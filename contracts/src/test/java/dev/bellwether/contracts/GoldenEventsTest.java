package dev.bellwether.contracts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.bellwether.contracts.ads.AdPerformance;
import dev.bellwether.contracts.budget.BudgetPlan;
import dev.bellwether.contracts.mention.Mention;
import dev.bellwether.contracts.monitor.Monitor;
import dev.bellwether.contracts.sentiment.Correction;
import dev.bellwether.contracts.sentiment.ScoredMention;
import dev.bellwether.contracts.signal.Signal;
import dev.bellwether.contracts.trend.Trend;
import java.io.IOException;
import java.io.InputStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The events as they stand on the topics: a field that goes missing or changes its name breaks what
 * is stored.
 */
class GoldenEventsTest {

  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  static Stream<Arguments> events() {
    return Stream.of(
        Arguments.of("mention.json", Mention.class),
        Arguments.of("scored-mention.json", ScoredMention.class),
        Arguments.of("correction.json", Correction.class),
        Arguments.of("monitor.json", Monitor.class),
        Arguments.of("trend.json", Trend.class),
        Arguments.of("signal.json", Signal.class),
        Arguments.of("ad-performance.json", AdPerformance.class),
        Arguments.of("budget-plan.json", BudgetPlan.class));
  }

  @ParameterizedTest
  @MethodSource("events")
  void readsAndWritesTheGoldenFileUnchanged(String file, Class<?> type) throws IOException {
    try (InputStream golden = getClass().getResourceAsStream("/golden/" + file)) {
      assertNotNull(golden, file);
      var tree = JSON.readTree(golden);
      Object event = JSON.treeToValue(tree, type);
      assertEquals(tree, JSON.readTree(JSON.writeValueAsString(event)));
    }
  }
}
