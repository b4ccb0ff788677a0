package dev.bellwether.campaign.suggestion.storage;

import dev.bellwether.contracts.kafka.RecordKey;
import dev.bellwether.kit.problem.ProblemException;
import dev.bellwether.kit.request.StorableText;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;

/**
 * Where a page of suggestions ended; opaque to clients.
 *
 * @param openedAt as exactly as the database keeps it
 */
public record SuggestionCursor(Instant openedAt, String id) {

  /** Some time in the year 9999; the database could not compare with a much later one. */
  private static final long LATEST = 253_402_300_799_999_999L;

  public String encode() {
    String plain =
        RecordKey.of(Long.toString(ChronoUnit.MICROS.between(Instant.EPOCH, openedAt)), id)
            .encode();
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(plain.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * @throws ProblemException 400 when it is not one of ours
   */
  public static SuggestionCursor decode(String cursor) {
    try {
      byte[] plain = Base64.getUrlDecoder().decode(cursor);
      List<String> parts = RecordKey.decode(new String(plain, StandardCharsets.UTF_8)).parts();
      if (parts.size() == 2 && StorableText.flaw(parts.get(1)).isEmpty()) {
        long micros = Long.parseLong(parts.getFirst());
        if (Math.abs(micros) <= LATEST) {
          return new SuggestionCursor(Instant.EPOCH.plus(micros, ChronoUnit.MICROS), parts.get(1));
        }
      }
    } catch (IllegalArgumentException | DateTimeException e) {
      // falls through: whatever is wrong with it, the remedy is the same
    }
    throw ProblemException.badRequest(
        "cursor", "cursor is not one this service gave; leave it out to start again.");
  }
}
