package dev.bellwether.local.replay;

import dev.bellwether.contracts.kafka.DeadLetterHeaders;
import dev.bellwether.contracts.kafka.TopicSpec;
import dev.bellwether.contracts.kafka.Topics;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.common.TopicPartition;

/**
 * Keeps a replay from putting an old record over a newer one. On a compacted topic the last record
 * of a key is the truth, and what stands where a dead record stood tells: nothing means that it
 * gave way to a removal which is itself gone by now.
 */
final class Supersession {

  private record Place(int partition, String key) {}

  private final KafkaAccess kafka;
  private final String topic;
  private final boolean compacted;

  /** Up to where the topic has been looked at. */
  private final Map<TopicPartition, Long> seen = new HashMap<>();

  Supersession(KafkaAccess kafka, String topic) {
    this.kafka = kafka;
    this.topic = topic;
    this.compacted =
        Topics.ALL.stream()
            .filter(spec -> spec.name().equals(topic))
            .anyMatch(TopicSpec::isCompacted);
  }

  /** Looks at the topic from the oldest of the records on; holds only their keys. */
  Map<DeadRecord, Verdict> judge(List<DeadRecord> records) {
    var verdicts = new LinkedHashMap<DeadRecord, Verdict>();
    var sendable = records.stream().filter(record -> foreign(record) == null).toList();
    Map<Place, Long> last = compacted ? lastOf(sendable) : Map.of();
    for (var record : records) {
      var foreign = foreign(record);
      verdicts.put(record, foreign != null ? foreign : verdict(record, last.get(place(record))));
    }
    return verdicts;
  }

  private Verdict foreign(DeadRecord record) {
    if (record.first().origin().filter(origin -> origin.topic().equals(topic)).isEmpty()) {
      return new Verdict.Stays("its headers do not say that it stood on " + topic);
    }
    return compacted && record.first().key() == null
        ? new Verdict.Stays("it has no key, and " + topic + " takes no record without one")
        : null;
  }

  private Verdict verdict(DeadRecord record, Long last) {
    if (!compacted) {
      return new Verdict.Replayable();
    }
    if (last == null) {
      return new Verdict.Superseded("a removal followed it on " + topic);
    }
    return last > origin(record).offset()
        ? new Verdict.Superseded("a newer record of the key stands at offset " + last)
        : new Verdict.Replayable();
  }

  private Map<Place, Long> lastOf(List<DeadRecord> records) {
    Set<Place> wanted = records.stream().map(Supersession::place).collect(Collectors.toSet());
    Map<TopicPartition, Long> from =
        records.stream()
            .collect(Collectors.toMap(this::partition, r -> origin(r).offset(), Math::min));
    var last = new HashMap<Place, Long>();
    seen.putAll(
        new TopicScan(kafka)
            .toTheEnd(
                from,
                record -> {
                  var place = new Place(record.partition(), record.key());
                  if (wanted.contains(place)) {
                    last.put(place, record.offset());
                  }
                }));
    return last;
  }

  /**
   * What came between {@link #judge} and a record of ours that is sent but not committed; after it
   * may come what will, since it is then the newer.
   *
   * @param sent our records' offsets
   */
  Set<DeadRecord> overtaken(Map<DeadRecord, Long> sent) {
    var overtaken = new HashSet<DeadRecord>();
    if (!compacted || sent.isEmpty()) {
      return overtaken;
    }
    Map<TopicPartition, Long> to =
        sent.entrySet().stream()
            .collect(Collectors.toMap(e -> partition(e.getKey()), Map.Entry::getValue, Math::max));
    Map<TopicPartition, Long> from =
        to.keySet().stream().collect(Collectors.toMap(p -> p, seen::get));
    Map<Place, DeadRecord> ours =
        sent.keySet().stream().collect(Collectors.toMap(Supersession::place, r -> r));
    new TopicScan(kafka)
        .uncommitted(
            from,
            to,
            record -> {
              var own = ours.get(new Place(record.partition(), record.key()));
              // What is marked as replayed was sent by us, perhaps in a transaction that failed
              if (own != null
                  && record.offset() < sent.get(own)
                  && record.headers().lastHeader(DeadLetterHeaders.REPLAYED) == null) {
                overtaken.add(own);
              }
            });
    return overtaken;
  }

  private TopicPartition partition(DeadRecord record) {
    return new TopicPartition(topic, origin(record).partition());
  }

  private static Place place(DeadRecord record) {
    return new Place(origin(record).partition(), record.first().key());
  }

  private static Origin origin(DeadRecord record) {
    return record.first().origin().orElseThrow();
  }

  /** Those of a verdict. */
  static <V extends Verdict> List<DeadRecord> those(
      Map<DeadRecord, Verdict> verdicts, Class<V> verdict) {
    return verdicts.entrySet().stream()
        .filter(entry -> verdict.isInstance(entry.getValue()))
        .map(Map.Entry::getKey)
        .toList();
  }
}
