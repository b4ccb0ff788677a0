package dev.bellwether.contracts.kafka;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A record's key: parts joined by {@code |}, with {@code |} and {@code \} inside a part escaped by
 * {@code \}. So two different identities never share a key, and {@code kafka-console-consumer}
 * still shows something a person can read.
 */
public record RecordKey(List<String> parts) {

  public RecordKey {
    parts = List.copyOf(parts);
    if (parts.isEmpty()) {
      throw new IllegalArgumentException("a record key needs at least one part");
    }
  }

  public static RecordKey of(String... parts) {
    return new RecordKey(Arrays.asList(parts));
  }

  /** Reads what {@link #encode()} wrote. */
  public static RecordKey decode(String key) {
    var parts = new java.util.ArrayList<String>();
    var part = new StringBuilder();
    boolean escaped = false;
    for (int i = 0; i < key.length(); i++) {
      char c = key.charAt(i);
      if (escaped) {
        part.append(c);
        escaped = false;
      } else if (c == '\\') {
        escaped = true;
      } else if (c == '|') {
        parts.add(part.toString());
        part.setLength(0);
      } else {
        part.append(c);
      }
    }
    parts.add(part.toString());
    return new RecordKey(parts);
  }

  public String encode() {
    return parts.stream().map(RecordKey::escape).collect(Collectors.joining("|"));
  }

  private static String escape(String part) {
    return part.replace("\\", "\\\\").replace("|", "\\|");
  }
}
