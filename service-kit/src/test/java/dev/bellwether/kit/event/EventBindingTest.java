package dev.bellwether.kit.event;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.bellwether.contracts.ads.AdPerformance;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class EventBindingTest {

  /** As Quarkus sets it up. */
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  private static final Map<String, Object> ROW =
      Map.ofEntries(
          Map.entry("schemaVersion", 1),
          Map.entry("workspace", "w"),
          Map.entry("account", "a"),
          Map.entry("campaign", "c"),
          Map.entry("adSet", "s"),
          Map.entry(
              "window",
              Map.of("start", "2026-11-01T00:00", "end", "2026-11-02T00:00", "timeZone", "UTC")),
          Map.entry("spendMicros", 1),
          Map.entry("currency", "EUR"),
          Map.entry("impressions", 1),
          Map.entry("clicks", 1),
          Map.entry("conversions", 1.5),
          Map.entry("tomorrow", "ignored"));

  private final EventBinding<AdPerformance> binding = EventBinding.of(JSON, AdPerformance.class);

  @Test
  void anEventIsReadAndFieldsNobodyKnowsArePassedOver() throws Exception {
    assertEquals("c", binding.read(row(Map.of())).campaign());
  }

  @Test
  void aNewerVersionIsRefusedWhetherItReadsOrNot() {
    var expected = "schema version 2, and this service knows 1: upgrade it, then replay";
    assertEquals(expected, refusal(row(Map.of("schemaVersion", 2))));
    assertEquals(expected, refusal(row(Map.of("schemaVersion", 2, "window", "P1D"))));
  }

  @Test
  void whatIsWrongIsSaidByPlaceAndNotQuoted() {
    assertEquals("is no JSON (line 1, column 2)", refusal("{SECRET"));
    assertTrue(refusal("{\"account\": \"SECRET").startsWith("is no JSON (line 1, column "));
    assertEquals("is no valid long at spendMicros", refusal(row(Map.of("spendMicros", "SECRET"))));
    assertEquals(
        "is no valid LocalDateTime at window.start",
        refusal(
            row(
                Map.of(
                    "window",
                    Map.of("start", "SECRET", "end", "2026-11-02T00:00", "timeZone", "UTC")))));
    assertEquals(
        "is refused at window: window start must lie before its end",
        refusal(
            row(
                Map.of(
                    "window",
                    Map.of(
                        "start", "2026-11-02T00:00",
                        "end", "2026-11-01T00:00",
                        "timeZone", "UTC")))));
    assertEquals("holds the word null; a tombstone holds nothing", refusal("null"));
    assertEquals("has not the form of the event (line 1, column 1)", refusal("[\"SECRET\"]"));
  }

  @Test
  void aMissingFieldIsNamedAndNeverReadAsZero() {
    for (var field : ROW.keySet()) {
      if (!field.equals("tomorrow")) {
        var without = new TreeMap<>(ROW);
        without.remove(field);
        assertEquals(
            field,
            refusal(bytes(without)).replaceAll("is missing or has another form at (\\w+).*", "$1"));
      }
    }
  }

  private String refusal(String value) {
    return refusal(value.getBytes(StandardCharsets.UTF_8));
  }

  private String refusal(byte[] value) {
    return assertThrows(UnreadableEventException.class, () -> binding.read(value)).getMessage();
  }

  private static byte[] row(Map<String, Object> with) {
    var row = new TreeMap<>(ROW);
    row.putAll(with);
    return bytes(row);
  }

  private static byte[] bytes(Map<String, Object> row) {
    try {
      return JSON.writeValueAsBytes(row);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
