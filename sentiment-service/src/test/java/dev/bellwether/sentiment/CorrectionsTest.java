package dev.bellwether.sentiment;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.bellwether.contracts.kafka.Topics;
import dev.bellwether.contracts.mention.Cause;
import dev.bellwether.contracts.sentiment.ScoredMention;
import dev.bellwether.contracts.sentiment.SentimentLabel;
import dev.bellwether.kit.storage.WorkspaceTransaction;
import dev.bellwether.testkit.RealBackends;
import dev.bellwether.testkit.TopicProbe;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A person's word, through a real broker and a real database. */
@QuarkusTest
@QuarkusTestResource(
    value = RealBackends.class,
    initArgs = @ResourceArg(name = "service", value = "sentiment"))
class CorrectionsTest {

  private static final String LOVE = "I love this, best day ever";

  @Inject ObjectMapper json;
  @Inject WorkspaceTransaction transactions;

  private SentimentProbe probe;
  private Mentions mentions;

  @BeforeEach
  void aWorkspaceOfItsOwn() {
    probe = SentimentProbe.alone(json);
    mentions = probe.mentions();
  }

  @Test
  void aPersonsWordMovesTheCountsIsPublishedAndOutlivesTheNextRevision() throws Exception {
    probe.write(mentions.revision("x:1", 1, LOVE));
    probe.awaitCount(SentimentLabel.POSITIVE, 1);
    probe.correct("x:1", SentimentLabel.NEGATIVE);
    probe.awaitCount(SentimentLabel.NEGATIVE, 1);
    probe.write(mentions.revision("x:1", 2, LOVE + "!"));
    var score = last(probe.everythingScoredOf("x:1"));
    assertEquals(SentimentLabel.NEGATIVE, score.label());
    assertEquals(SentimentLabel.POSITIVE, score.modelLabel());
    assertEquals(2, score.revision());
    assertEquals(1, score.confidence());
    assertEquals(
        probe.correction("x:1", SentimentLabel.NEGATIVE).correctedAt(), score.correctedAt());
    assertEquals(0, probe.count(SentimentLabel.POSITIVE));
    probe.takeBackCorrection("x:1");
    probe.awaitCount(SentimentLabel.POSITIVE, 1);
    assertNull(last(probe.everythingScoredOf("x:1")).correctedAt());
    assertEquals(0, probe.count(SentimentLabel.NEGATIVE));
  }

  @Test
  void aCorrectionThatComesBeforeItsMentionWaitsForIt() throws Exception {
    probe.correct("x:1", SentimentLabel.NEGATIVE);
    await().atMost(SentimentProbe.PATIENCE).until(() -> corrections() == 1);
    probe.write(mentions.revision("x:1", 1, LOVE));
    probe.awaitCount(SentimentLabel.NEGATIVE, 1);
    assertEquals(SentimentLabel.NEGATIVE, last(probe.everythingScoredOf("x:1")).label());
  }

  @Test
  void withAnErasedMentionItsCorrectionGoesFromTheTableAndFromItsTopic() {
    probe.write(mentions.revision("x:1", 1, LOVE));
    probe.correct("x:1", SentimentLabel.NEGATIVE);
    probe.awaitCount(SentimentLabel.NEGATIVE, 1);
    probe.write(mentions.caused(Cause.ERASED, "x:1", 2));
    assertCorrectionGoes();
    assertEquals(0, probe.count(SentimentLabel.NEGATIVE));
    assertNull(probe.everythingScoredOf("x:1").getLast().value());
  }

  @Test
  void withAnExpiredMentionItsCorrectionGoesAndWhatItCountedStays() {
    probe.write(mentions.revision("x:1", 1, LOVE));
    probe.correct("x:1", SentimentLabel.NEGATIVE);
    probe.awaitCount(SentimentLabel.NEGATIVE, 1);
    TopicProbe.write(Topics.MENTIONS, probe.key("x:1"), null);
    assertCorrectionGoes();
    assertEquals(1, probe.count(SentimentLabel.NEGATIVE));
  }

  @Test
  void aCorrectionOfAMentionThatWasErasedMeanwhileIsTakenFromItsTopicAgain() {
    probe.write(mentions.revision("x:1", 1, LOVE));
    probe.write(mentions.caused(Cause.ERASED, "x:1", 2));
    assertNull(probe.everythingScoredOf("x:1").getLast().value());
    probe.correct("x:1", SentimentLabel.NEGATIVE);
    assertCorrectionGoes();
    assertEquals(0, probe.count(SentimentLabel.NEGATIVE));
  }

  private void assertCorrectionGoes() {
    var nulls =
        TopicProbe.read(
            Topics.CORRECTIONS,
            1,
            SentimentProbe.PATIENCE,
            record -> probe.key("x:1").equals(record.key()) && record.value() == null);
    assertTrue(!nulls.isEmpty(), "no null on the topic");
    await().atMost(SentimentProbe.PATIENCE).until(() -> corrections() == 0);
  }

  private long corrections() {
    return transactions.inWorkspace(
        probe.workspace(),
        connection -> {
          try (var statement = connection.prepareStatement("select count(*) from correction");
              var rows = statement.executeQuery()) {
            rows.next();
            return rows.getLong(1);
          }
        });
  }

  private ScoredMention last(List<ConsumerRecord<String, String>> records) throws Exception {
    return json.readValue(records.getLast().value(), ScoredMention.class);
  }
}
