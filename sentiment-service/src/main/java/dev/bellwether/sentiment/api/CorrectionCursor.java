package dev.bellwether.sentiment.api;

import dev.bellwether.contracts.kafka.RecordKey;
import dev.bellwether.kit.problem.ProblemException;
import dev.bellwether.kit.request.StorableText;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;

/**
 * Where a page of corrections ended; opaque to clients.
 *
 * @param correctedMicros since 1970, as exactly as the database keeps it
 */
record CorrectionCursor(long correctedMicros, String mention) {

  /** Some time in the year 9999; the database could not compare with a much later one. */
  private static final long LATEST = 253_402_300_799_999_999L;

  static CorrectionCursor after(Instant correctedAt, String mention) {
    return new CorrectionCursor(ChronoUnit.MICROS.between(Instant.EPOCH, correctedAt), mention);
  }

  Instant correctedAt() {
    return Instant.EPOCH.plus(correctedMicros, ChronoUnit.MICROS);
  }

  String encode() {
    String plain = RecordKey.of(Long.toString(correctedMicros), mention).encode();
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(plain.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * @throws ProblemException 400 when it is not one of ours
   */
  static CorrectionCursor decode(String cursor) {
    try {
      byte[] plain = Base64.getUrlDecoder().decode(cursor);
      List<String> parts = RecordKey.decode(new String(plain, StandardCharsets.UTF_8)).parts();
      if (parts.size() == 2 && StorableText.flaw(parts.get(1)).isEmpty()) {
        long micros = Long.parseLong(parts.get(0));
        if (micros >= 0 && micros <= LATEST) {
          return new CorrectionCursor(micros, parts.get(1));
        }
      }
    } catch (IllegalArgumentException e) {
      // falls through: whatever is wrong with it, the remedy is the same
    }
    throw ProblemException.badRequest(
        "cursor", "cursor is not one this service gave; leave it out to start again.");
  }
}
