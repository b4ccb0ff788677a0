package dev.bellwether.sentiment.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.bellwether.contracts.sentiment.Correction;
import dev.bellwether.contracts.sentiment.SentimentLabel;
import java.time.Instant;

/**
 * What a person said of a mention.
 *
 * @param mentionId {@code platform:nativeId}
 * @param label null where a correction is taken back
 * @param modelLabel what the model had said; absent where none had
 * @param model which; absent where none had
 * @param correctedBy id of the key that was used
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CorrectionView(
    String mentionId,
    @JsonInclude(JsonInclude.Include.ALWAYS) SentimentLabel label,
    SentimentLabel modelLabel,
    String model,
    Instant correctedAt,
    String correctedBy) {

  static CorrectionView of(Correction correction) {
    return new CorrectionView(
        correction.mentionId(),
        correction.label(),
        correction.modelLabel(),
        correction.model(),
        correction.correctedAt(),
        correction.correctedBy());
  }
}
