package dev.bellwether.local.simulator;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;

/** Rows as the HTTP API takes them. */
public final class WireFormat {
  private static final ObjectMapper JSON = JsonMapper.builder().build();

  private WireFormat() {}

  /** One JSON object a line ({@code application/x-ndjson}), each line ended. */
  public static String ndjson(List<? extends Record> rows) {
    StringBuilder lines = new StringBuilder();
    for (Record row : rows) {
      lines.append(json(row)).append('\n');
    }
    return lines.toString();
  }

  static String json(Record row) {
    try {
      return JSON.writeValueAsString(row);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a row of our own has no JSON form", e);
    }
  }
}
