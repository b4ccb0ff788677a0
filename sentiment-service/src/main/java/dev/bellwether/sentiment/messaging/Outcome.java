package dev.bellwether.sentiment.messaging;

import dev.bellwether.contracts.kafka.RecordKey;
import dev.bellwether.contracts.sentiment.ScoredMention;
import dev.bellwether.sentiment.rollup.RollupStep;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * What a batch has led to so far and is to be published; of a mention the last counts.
 *
 * @param scores by record key; empty for a removal
 * @param withdrawn keys of corrections to be removed
 */
record Outcome(
    Map<String, Written<Optional<ScoredMention>>> scores, Map<String, Written<Void>> withdrawn) {

  /**
   * @param because the record that led to it
   */
  record Written<T>(T value, ConsumerRecord<String, byte[]> because) {}

  Outcome() {
    this(new LinkedHashMap<>(), new LinkedHashMap<>());
  }

  /**
   * @param sources by record key
   */
  void add(String workspace, RollupStep step, Map<String, ConsumerRecord<String, byte[]>> sources) {
    step.scores()
        .forEach(
            (mention, score) -> {
              var key = RecordKey.of(workspace, mention).encode();
              scores.put(key, new Written<>(score, sources.get(key)));
            });
    step.withdrawn()
        .forEach(
            mention -> {
              var key = RecordKey.of(workspace, mention).encode();
              withdrawn.put(key, new Written<>(null, sources.get(key)));
            });
  }
}
