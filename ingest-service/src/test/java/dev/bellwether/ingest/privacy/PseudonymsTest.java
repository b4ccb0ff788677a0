package dev.bellwether.ingest.privacy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class PseudonymsTest {

  private static final byte[] KEY =
      "a key of thirty-two bytes or so.".getBytes(StandardCharsets.UTF_8);

  private final Pseudonyms pseudonyms = new Pseudonyms(KEY);

  @Test
  void oneAccountHasOnePseudonymHoweverItIsWritten() {
    assertEquals(pseudonyms.of("w", "x", "Jane"), pseudonyms.of("w", "x", "@jane"));
  }

  @Test
  void workspacesPlatformsAndKeysShareNone() {
    String jane = pseudonyms.of("w", "x", "jane");
    assertNotEquals(jane, pseudonyms.of("v", "x", "jane"));
    assertNotEquals(jane, pseudonyms.of("w", "bluesky", "jane"));
    byte[] other = KEY.clone();
    other[0]++;
    assertNotEquals(jane, new Pseudonyms(other).of("w", "x", "jane"));
  }

  @Test
  void aShortKeyIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> new Pseudonyms(new byte[31]));
  }
}
