package dev.bellwether.sentiment.messaging;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.bellwether.contracts.kafka.RecordKey;
import dev.bellwether.contracts.kafka.Topics;
import dev.bellwether.contracts.monitor.Monitor;
import dev.bellwether.contracts.monitor.Product;
import dev.bellwether.testkit.RealBackends;
import dev.bellwether.testkit.TopicProbe;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The topic of monitors in memory. */
@QuarkusTest
@QuarkusTestResource(
    value = RealBackends.class,
    initArgs = @ResourceArg(name = "service", value = "sentiment"))
class MonitorsTableTest {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @Inject ObjectMapper json;
  @Inject MonitorsTable table;
  @Inject MeterRegistry metrics;

  private final String workspace = "w-" + UUID.randomUUID();

  @Test
  void monitorsComeChangeAndGoAndWhatDoesNotReadIsCountedAndLeftOut() throws Exception {
    double leftOut = metrics.counter("bellwether.monitors.left.out").count();
    write("m1", monitor("m1", "Acme"));
    write("bad", "{no json");
    write("m2", monitor("m2", "Other"));
    awaitBrands("Acme", "Other");
    assertEquals("camera", table.of(workspace, List.of("m1")).getFirst().products().get(0).name());
    assertEquals(leftOut + 1, metrics.counter("bellwether.monitors.left.out").count());
    write("m1", monitor("m1", "Acme II"));
    write("m2", null);
    awaitBrands("Acme II");
    assertEquals(List.of(), table.of("another-workspace", List.of("m1")));
  }

  @Test
  void thereIsRoomForSoManyAndAChangeOfOneOfThemStillFits() {
    var reading = new MonitorsTable.Reading();
    for (int i = 0; i < MonitorsTable.MOST; i++) {
      assertTrue(reading.put(of("m" + i, "Acme")));
    }
    assertFalse(reading.put(of("one too many", "Acme")));
    assertTrue(reading.put(of("m0", "Acme II")));
    reading.remove(workspace, "m1");
    assertTrue(reading.put(of("one too many", "Acme")));
  }

  private void awaitBrands(String... brands) {
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                assertEquals(
                    List.of(brands),
                    table.of(workspace, List.of("m1", "m2", "bad")).stream()
                        .map(Monitor::brand)
                        .toList()));
  }

  private void write(String id, String value) {
    TopicProbe.write(Topics.MONITORS, RecordKey.of(workspace, id).encode(), value);
  }

  private String monitor(String id, String brand) throws Exception {
    return json.writeValueAsString(of(id, brand));
  }

  private Monitor of(String id, String brand) {
    return new Monitor(
        Monitor.SCHEMA_VERSION,
        workspace,
        id,
        1,
        id,
        "acme",
        List.of("acme"),
        List.of(),
        brand,
        List.of("acme inc"),
        List.of(new Product("camera", List.of())),
        List.of(),
        List.of(),
        true);
  }
}
