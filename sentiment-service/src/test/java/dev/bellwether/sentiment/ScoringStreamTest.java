package dev.bellwether.sentiment;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.bellwether.contracts.kafka.DeadLetterHeaders;
import dev.bellwether.contracts.kafka.Topics;
import dev.bellwether.contracts.mention.Cause;
import dev.bellwether.contracts.sentiment.SentimentLabel;
import dev.bellwether.testkit.RealBackends;
import dev.bellwether.testkit.TopicProbe;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of a mention's revisions, through a real broker and a real database. */
@QuarkusTest
@QuarkusTestResource(
    value = RealBackends.class,
    initArgs = @ResourceArg(name = "service", value = "sentiment"))
class ScoringStreamTest {

  @Inject ObjectMapper json;

  private SentimentProbe probe;
  private Mentions mentions;

  @BeforeEach
  void aWorkspaceOfItsOwn() {
    probe = SentimentProbe.alone(json);
    mentions = probe.mentions();
  }

  @Test
  void aRepeatedBatchAndALateRevisionChangeNothing() {
    probe.write(mentions.revision("x:1", 1, "I love this, best day ever"));
    probe.write(mentions.revision("x:1", 2, "I hate this, worst day ever"));
    probe.write(mentions.revision("x:1", 2, "I hate this, worst day ever"));
    probe.write(mentions.revision("x:1", 1, "I love this, best day ever"));
    var records = probe.everythingScoredOf("x:1");
    probe
        .counts("monitor=brand")
        .body("total.negative", equalTo(1))
        .body("total.positive", equalTo(0));
    assertEquals(2, revision(records.getLast()), "a late revision is not the last word");
  }

  private int revision(ConsumerRecord<String, String> record) {
    try {
      return json.readTree(record.value()).path("revision").asInt();
    } catch (java.io.IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void anErasedMentionIsTakenFromTheCountsAndFromScoredMentions() {
    probe.write(mentions.revision("x:1", 1, "I love this"));
    probe.awaitCount(SentimentLabel.POSITIVE, 1);
    probe.write(mentions.caused(Cause.ERASED, "x:1", 2));
    probe.write(mentions.revision("x:1", 1, "I love this"));
    TopicProbe.write(Topics.MENTIONS, probe.key("x:1"), null);
    var records = probe.everythingScoredOf("x:1");
    probe
        .counts("monitor=brand")
        .body("total.positive", equalTo(0))
        .body("total.unknown", equalTo(1));
    assertNull(records.getLast().value());
  }

  @Test
  void countsFollowAMentionIntoAMonitorThatIsBackFilledAndOutOfIt() {
    String text = "I love this, best day ever";
    probe.write(mentions.revision("x:1", 1, text));
    probe.write(mentions.inMonitors("x:1", 2, text, List.of("brand", "launch")));
    probe.everythingScoredOf("x:1");
    probe.counts("monitor=launch").body("total.positive", equalTo(1));
    probe.counts("monitor=brand").body("total.positive", equalTo(1));
    probe.counts("interval=total").body("total.positive", equalTo(1));
    probe.write(mentions.inMonitors("x:1", 3, text, List.of("brand")));
    await()
        .atMost(SentimentProbe.PATIENCE)
        .untilAsserted(() -> probe.counts("monitor=launch").body("total.mentions", equalTo(0)));
    probe.counts("monitor=brand").body("total.positive", equalTo(1));
  }

  /** A null without an erased revision before it: the retention's. */
  @Test
  void anExpiredMentionIsForgottenAndStaysInTheCountsThatNameNobody() {
    probe.write(mentions.revision("x:1", 1, "I love this, best day ever"));
    probe.awaitCount(SentimentLabel.POSITIVE, 1);
    TopicProbe.write(Topics.MENTIONS, probe.key("x:1"), null);
    var records = probe.everythingScoredOf("x:1");
    assertNull(records.getLast().value());
    probe.counts("monitor=brand").body("total.positive", equalTo(1));
  }

  @Test
  void aRecordThatCannotBeReadIsSetAsideAndTheNextOneIsTaken() {
    var key = probe.key("x:1");
    TopicProbe.write(Topics.MENTIONS, key, "{\"revision\": not json");
    TopicProbe.write(
        Topics.MENTIONS, key, "{\"workspace\":\"" + probe.workspace() + "\",\"id\":\"x:1\"}");
    TopicProbe.write(
        Topics.MENTIONS, key, probe.text(mentions.revision("x:9", 1, "another's key")));
    TopicProbe.write(
        Topics.MENTIONS, probe.key("x:\0"), probe.text(mentions.revision("x:\0", 1, "a NUL")));
    TopicProbe.write(
        Topics.MENTIONS,
        key,
        probe
            .text(mentions.revision("x:1", 1, "later"))
            .replace("\"schemaVersion\":1", "\"schemaVersion\":2"));
    TopicProbe.write(Topics.MENTIONS, key + "|more", null);
    probe.write(mentions.revision("x:1", 1, "I love this"));
    probe.awaitCount(SentimentLabel.POSITIVE, 1);
    var aside = lettersOf(Topics.MENTIONS, 6);
    assertEquals(
        Set.of(
            "is no JSON",
            "is missing or has another form",
            "key and value name different mentions",
            "schema version 2, and this service knows 1: upgrade it, then replay",
            "the key is not workspace and mention id"),
        aside.stream()
            .filter(letter -> !letter.key().contains("\0"))
            .map(ScoringStreamTest::reason)
            .collect(Collectors.toSet()));
    var removal = aside.stream().filter(letter -> letter.key().endsWith("|more")).findFirst();
    assertNull(removal.orElseThrow().value(), "a removal stays one");
  }

  @Test
  void aCorrectionThatBreaksTheContractIsSetAsideAndTheNextOneIsTaken() {
    var key = probe.key("x:1");
    probe.write(mentions.revision("x:1", 1, "I love this"));
    probe.awaitCount(SentimentLabel.POSITIVE, 1);
    TopicProbe.write(Topics.CORRECTIONS, key, "{no json");
    TopicProbe.write(
        Topics.CORRECTIONS, key, probe.text(probe.correction("x:1", SentimentLabel.UNKNOWN)));
    TopicProbe.write(
        Topics.CORRECTIONS, key, probe.text(probe.correction("x:2", SentimentLabel.NEGATIVE)));
    TopicProbe.write(
        Topics.CORRECTIONS,
        key,
        probe
            .text(probe.correction("x:1", SentimentLabel.NEGATIVE))
            .replace("\"negative\"", "\"furious\""));
    probe.correct("x:1", SentimentLabel.NEGATIVE);
    probe.awaitCount(SentimentLabel.NEGATIVE, 1);
    assertEquals(
        Set.of(
            "is no JSON",
            "is no valid SentimentLabel",
            "key and value name different mentions",
            "a person's label is negative, neutral or positive"),
        lettersOf(Topics.CORRECTIONS, 4).stream()
            .map(ScoringStreamTest::reason)
            .collect(Collectors.toSet()));
  }

  private List<ConsumerRecord<String, String>> lettersOf(String topic, int count) {
    return TopicProbe.read(
        Topics.deadLettersOf(topic),
        count,
        SentimentProbe.PATIENCE,
        record -> record.key().startsWith(probe.workspace()));
  }

  private static String reason(ConsumerRecord<String, String> letter) {
    return new String(
            letter.headers().lastHeader(DeadLetterHeaders.ERROR_MESSAGE).value(),
            StandardCharsets.UTF_8)
        .replaceAll(" at .*| \\(line.*", "");
  }
}
