package dev.bellwether.ingest.archive;

import dev.bellwether.contracts.kafka.RecordKey;
import dev.bellwether.kit.problem.ProblemException;
import dev.bellwether.kit.request.StorableText;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;

/** Where a page of results ended; opaque to clients. */
record SearchCursor(Instant createdAt, String mentionId) {

  /** Of nanoseconds in a year of four digits; the database could not compare with a later one. */
  private static final int LONGEST_TIME = "2026-11-21T09:30:00.123456789Z".length();

  String encode() {
    String plain = RecordKey.of(createdAt.toString(), mentionId).encode();
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(plain.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * @throws ProblemException 400 when it is not one of ours
   */
  static SearchCursor decode(String cursor) {
    try {
      byte[] plain = Base64.getUrlDecoder().decode(cursor);
      List<String> parts = RecordKey.decode(new String(plain, StandardCharsets.UTF_8)).parts();
      if (parts.size() == 2
          && parts.get(0).length() <= LONGEST_TIME
          && StorableText.flaw(parts.get(1)).isEmpty()) {
        return new SearchCursor(Instant.parse(parts.get(0)), parts.get(1));
      }
    } catch (IllegalArgumentException | DateTimeException e) {
      // falls through: whatever is wrong with it, the remedy is the same
    }
    throw ProblemException.badRequest(
        "cursor", "cursor is not one this service gave; leave it out to start again.");
  }
}
