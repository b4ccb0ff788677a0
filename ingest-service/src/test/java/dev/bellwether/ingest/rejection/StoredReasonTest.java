package dev.bellwether.ingest.rejection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.bellwether.ingest.rows.RequestRows;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StoredReasonTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "likes must be a number such as 1234.56 (a point, no unit), not \"call me, Jane\" | likes must be a number such as 1234.56 (a point, no unit)",
        "likes must be zero or more, not -4915112345678 | likes must be zero or more",
        "the kind \"my \"secret\" life\" is unknown | the kind … is unknown",
        "text has 10001 characters; at most 10000 are taken | text has 10001 characters; at most 10000 are taken",
        "a row must be a JSON object, not array | a row must be a JSON object",
      })
  void theValueAtFaultIsLeftOut(String told, String kept) {
    assertEquals(kept, StoredReason.of("likes", told).reason());
    assertEquals("likes", StoredReason.of("likes", told).field());
  }

  @Test
  void theNameOfARepeatedFieldIsTheRowsOwnWordAndLeftOut() {
    assertNull(StoredReason.of("JaneDoe", RequestRows.REPEATED_FIELD).field());
    assertNull(StoredReason.of("Jane Doe, Elm Street", "x").field());
  }
}
