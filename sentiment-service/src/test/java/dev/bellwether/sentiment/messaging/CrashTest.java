package dev.bellwether.sentiment.messaging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.bellwether.contracts.kafka.RecordKey;
import dev.bellwether.contracts.kafka.Topics;
import dev.bellwether.contracts.mention.Cause;
import dev.bellwether.contracts.mention.Mention;
import dev.bellwether.contracts.sentiment.Correction;
import dev.bellwether.contracts.sentiment.ScoredMention;
import dev.bellwether.contracts.sentiment.SentimentLabel;
import dev.bellwether.kit.messaging.Event;
import dev.bellwether.kit.messaging.Publication;
import dev.bellwether.sentiment.SentimentProbe;
import dev.bellwether.testkit.RealBackends;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Between the database and Kafka: what is done to the one and has not reached the other. */
@QuarkusTest
@QuarkusTestResource(
    value = RealBackends.class,
    initArgs = @ResourceArg(name = "service", value = "sentiment"))
class CrashTest {

  private static final String LOVE = "I love this, best day ever";

  @Inject ObjectMapper json;
  @Inject MentionEffects effects;

  private SentimentProbe probe;

  @BeforeEach
  void aWorkspaceOfItsOwn() {
    probe = SentimentProbe.alone(json);
  }

  @Test
  void whatWasCountedBeforeACrashIsPublishedByTheReplayAndCountedOnce() {
    var mention = probe.mentions().revision("x:1", 1, LOVE);
    effects.score(List.of(event(mention)), new Outcome());
    assertEquals(1, probe.count(SentimentLabel.POSITIVE));
    probe.write(mention);
    assertEquals(1, probe.everythingScoredOf("x:1").size());
    assertEquals(1, probe.count(SentimentLabel.POSITIVE));
  }

  @Test
  void theNullForACorrectionIsPublishedByTheReplayToo() {
    var outcome = new Outcome();
    effects.score(List.of(event(probe.mentions().revision("x:1", 1, LOVE))), outcome);
    effects.correct(List.of(correction("x:1")), outcome);
    var erased = List.of(event(probe.mentions().caused(Cause.ERASED, "x:1", 2)));
    effects.score(erased, new Outcome());
    var replayed = new Outcome();
    effects.score(erased, replayed);
    assertEquals(
        List.of(Topics.SCORED_MENTIONS, Topics.CORRECTIONS),
        effects.publications(replayed).stream().map(Publication::topic).toList());
    assertTrue(effects.publications(replayed).stream().allMatch(one -> one.value() == null));
  }

  @Test
  void twoRevisionsAndACorrectionInOneBatchArePublishedOnceAndCountedOnce() throws Exception {
    var outcome = new Outcome();
    effects.score(
        List.of(
            event(probe.mentions().revision("x:1", 1, "I hate this")),
            event(probe.mentions().revision("x:1", 2, LOVE)),
            event(probe.mentions().revision("x:2", 1, LOVE))),
        outcome);
    effects.correct(List.of(correction("x:1")), outcome);
    var published = effects.publications(outcome);
    assertEquals(2, published.size());
    var first = json.readValue(published.getFirst().value(), ScoredMention.class);
    assertEquals("x:1", first.mentionId());
    assertEquals(2, first.revision());
    assertEquals(SentimentLabel.NEUTRAL, first.label());
    assertEquals(SentimentLabel.POSITIVE, first.modelLabel());
    assertNull(json.readValue(published.getLast().value(), ScoredMention.class).correctedAt());
    assertEquals(1, probe.count(SentimentLabel.NEUTRAL));
    assertEquals(1, probe.count(SentimentLabel.POSITIVE));
    assertEquals(0, probe.count(SentimentLabel.NEGATIVE));
  }

  private Event<Mention> event(Mention mention) {
    return event(Topics.MENTIONS, mention.id(), mention);
  }

  private Event<Correction> correction(String mention) {
    return event(Topics.CORRECTIONS, mention, probe.correction(mention, SentimentLabel.NEUTRAL));
  }

  private <T> Event<T> event(String topic, String mention, T value) {
    var key = RecordKey.of(probe.workspace(), mention);
    return new Event<>(key, value, new ConsumerRecord<>(topic, 0, 0, key.encode(), null));
  }
}
