package dev.bellwether.local.replay;

import dev.bellwether.contracts.kafka.DeadLetterHeaders;
import dev.bellwether.contracts.kafka.RecordKey;
import dev.bellwether.local.suite.SuiteException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/**
 * Sends dead records to where they stood. Record and receipt are one Kafka transaction: a crash
 * leaves both or neither, and who reads committed records only, as our services do, sees each
 * replay once. A second replay of the same topic ends the first.
 */
final class Replay implements AutoCloseable {

  /** Records a transaction; each may be of 2 MB. */
  private static final int CHUNK = 32;

  /** Records a receipt, which holds all their letters' offsets in a header. */
  private static final int RECEIPT = 1_000;

  private final DeadLetterTopic letters;
  private final KafkaProducer<String, byte[]> producer;
  private final byte[] otherValue;

  private Replay(
      DeadLetterTopic letters, KafkaProducer<String, byte[]> producer, byte[] otherValue) {
    this.letters = letters;
    this.producer = producer;
    this.otherValue = otherValue;
  }

  /**
   * Ends any other replay of the topic; only then may it be looked at.
   *
   * @param otherValue to send instead of the dead record's own; null for its own
   */
  static Replay of(DeadLetterTopic letters, byte[] otherValue) {
    var producer = letters.kafka().producer(letters.topic());
    try {
      producer.initTransactions();
      return new Replay(letters, producer, otherValue);
    } catch (KafkaException e) {
      producer.close();
      throw letters.kafka().refused(e);
    }
  }

  /**
   * Sends what can be sent and settles what is superseded.
   *
   * @param done hears how many records more are dealt with
   * @return what became of each; {@link Verdict.Replayable} means that it was sent
   */
  Map<DeadRecord, Verdict> run(List<DeadRecord> records, IntConsumer done) {
    var supersession = new Supersession(letters.kafka(), letters.topic());
    var outcome = new LinkedHashMap<>(supersession.judge(records));
    try {
      settle(Supersession.those(outcome, Verdict.Superseded.class), "superseded");
      var sendable = Supersession.those(outcome, Verdict.Replayable.class);
      done.accept(records.size() - sendable.size());
      for (int i = 0; i < sendable.size(); i += CHUNK) {
        var chunk = sendable.subList(i, Math.min(i + CHUNK, sendable.size()));
        outcome.putAll(send(chunk, supersession));
        done.accept(chunk.size());
      }
    } catch (ProducerFencedException | InvalidProducerEpochException e) {
      throw new SuiteException(
          "another replay of %s has begun: this one stops, and what it has not sent waits"
              .formatted(letters.topic()),
          e);
    } catch (KafkaException e) {
      throw letters.kafka().refused(e);
    }
    return outcome;
  }

  /**
   * Tries until all that can be sent is committed; what cannot is taken out one attempt at a time.
   */
  private Map<DeadRecord, Verdict> send(List<DeadRecord> chunk, Supersession supersession) {
    var offsets = chunk.stream().map(record -> record.first().offset()).toList();
    var whole = letters.whole(offsets);
    var refused = new HashMap<DeadRecord, Verdict>();
    var left = new ArrayList<>(chunk);
    while (!left.isEmpty()) {
      producer.beginTransaction();
      var before = refused.size();
      var sent = sendAll(left, whole, refused);
      if (refused.size() == before) {
        for (var overtaken : supersession.overtaken(sent)) {
          refused.put(overtaken, new Verdict.Superseded("a newer record of the key came just now"));
        }
      }
      if (refused.size() == before) {
        var _ = producer.send(receipt(left, "replayed"));
        producer.commitTransaction();
        break;
      }
      producer.abortTransaction();
      left.removeAll(refused.keySet());
    }
    settle(
        refused.entrySet().stream()
            .filter(entry -> entry.getValue() instanceof Verdict.Superseded)
            .map(Map.Entry::getKey)
            .toList(),
        "superseded");
    return refused;
  }

  private Map<DeadRecord, Long> sendAll(
      List<DeadRecord> records,
      Map<Long, ConsumerRecord<String, byte[]>> whole,
      Map<DeadRecord, Verdict> refused) {
    var sends = new LinkedHashMap<DeadRecord, Future<RecordMetadata>>();
    for (var record : records) {
      var letter = whole.get(record.first().offset());
      if (letter == null) {
        refused.put(record, new Verdict.Stays("its letter has expired meanwhile"));
        return Map.of();
      }
      if (otherValue == null
          && letter.headers().lastHeader(DeadLetterHeaders.VALUE_LEFT_OUT) != null) {
        // Without its value it would be a removal
        refused.put(
            record,
            new Verdict.Stays(
                "its value was too large for a letter: --value sends it with another"));
        return Map.of();
      }
      var send = producer.send(again(record, letter));
      sends.put(record, send);
      if (send.state() == Future.State.FAILED) {
        break; // the transaction takes no more
      }
    }
    producer.flush();
    return acknowledged(sends, refused);
  }

  /** What is too large is refused; then the others failed only because of it. */
  private static Map<DeadRecord, Long> acknowledged(
      Map<DeadRecord, Future<RecordMetadata>> sends, Map<DeadRecord, Verdict> refused) {
    var sent = new HashMap<DeadRecord, Long>();
    Throwable failure = null;
    for (var send : sends.entrySet()) {
      try {
        sent.put(send.getKey(), send.getValue().get().offset());
      } catch (ExecutionException e) {
        failure = e.getCause();
        if (failure instanceof RecordTooLargeException) {
          refused.put(send.getKey(), new Verdict.Stays("its topic takes no record so large"));
          return sent;
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new SuiteException("interrupted: what was not sent waits", e);
      }
    }
    if (failure != null) {
      throw failure instanceof KafkaException known ? known : new KafkaException(failure);
    }
    return sent;
  }

  private ProducerRecord<String, byte[]> again(
      DeadRecord record, ConsumerRecord<String, byte[]> letter) {
    var origin = record.first().origin().orElseThrow();
    var headers = new RecordHeaders();
    for (var header : letter.headers()) {
      if (!header.key().startsWith(DeadLetterHeaders.PREFIX)
          && !header.key().equals(DeadLetterHeaders.REPLAYED)) {
        headers.add(header);
      }
    }
    add(headers, DeadLetterHeaders.REPLAYED, Integer.toString(record.first().replayed() + 1));
    return new ProducerRecord<>(
        origin.topic(),
        origin.partition(),
        letter.key(),
        otherValue == null ? letter.value() : otherValue,
        headers);
  }

  private void settle(List<DeadRecord> records, String outcome) {
    for (int i = 0; i < records.size(); i += RECEIPT) {
      producer.beginTransaction();
      var _ =
          producer.send(
              receipt(records.subList(i, Math.min(i + RECEIPT, records.size())), outcome));
      producer.commitTransaction();
    }
  }

  private ProducerRecord<String, byte[]> receipt(List<DeadRecord> records, String outcome) {
    var settled =
        records.stream()
            .flatMap(record -> record.letters().stream())
            .map(letter -> Long.toString(letter.offset()))
            .collect(Collectors.joining(","));
    var headers = new RecordHeaders();
    add(headers, DeadLetterHeaders.SETTLES, settled);
    add(headers, DeadLetterHeaders.OUTCOME, outcome);
    // A key of its own, and a value: another receipt must not take its place, and it is no removal
    var key = RecordKey.of("settles", Long.toString(records.getFirst().first().offset()), outcome);
    return new ProducerRecord<>(letters.name(), 0, key.encode(), new byte[0], headers);
  }

  private static void add(Headers headers, String name, String value) {
    headers.add(name, value.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public void close() {
    producer.close();
  }
}
