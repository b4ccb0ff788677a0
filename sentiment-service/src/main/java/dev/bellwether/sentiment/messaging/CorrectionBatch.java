package dev.bellwether.sentiment.messaging;

import dev.bellwether.contracts.kafka.RecordKey;
import dev.bellwether.contracts.sentiment.Correction;
import dev.bellwether.contracts.sentiment.SentimentLabel;
import dev.bellwether.sentiment.rollup.Change;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a batch of corrections asks for: by workspace, in the order of the log. */
record CorrectionBatch(Map<String, List<Change>> changes) {

  CorrectionBatch() {
    this(new TreeMap<>());
  }

  /**
   * Takes one record in.
   *
   * @param correction null where it is taken back
   * @throws IllegalArgumentException when key and correction break the contract
   */
  void add(RecordKey key, Correction correction) {
    MentionBatch.requireMentionKey(key);
    String workspace = key.parts().get(0);
    String mention = key.parts().get(1);
    changes
        .computeIfAbsent(workspace, w -> new ArrayList<>())
        .add(correction == null ? new Change.Uncorrected(mention) : usable(key, correction));
  }

  private static Change usable(RecordKey key, Correction correction) {
    MentionBatch.require(
        RecordKey.of(correction.workspace(), correction.mentionId()).equals(key),
        "key and value name different mentions");
    MentionBatch.require(
        correction.label() != null && correction.label() != SentimentLabel.UNKNOWN,
        "a person's label is negative, neutral or positive");
    MentionBatch.require(
        correction.correctedAt() != null && correction.correctedBy() != null,
        "the correction has no correctedAt or correctedBy");
    return new Change.Corrected(correction.mentionId(), correction);
  }
}
