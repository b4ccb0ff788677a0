package dev.bellwether.ingest.archive;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class SteadySinkTest {

  private static final Duration LONG = SteadySink.SILENCE.plusMillis(1);

  private final ObjectMapper json = JsonMapper.builder().findAndAddModules().build();
  private final ByteArrayOutputStream sent = new ByteArrayOutputStream();
  private final BufferedOutputStream out = new BufferedOutputStream(sent);
  private Instant now = Mentions.NOVEMBER;
  private final InstantSource ticking = () -> now;
  private final Clock clock = ticking.withZone(ZoneOffset.UTC);

  private static ArchivedMention found(String id) {
    return new ArchivedMention(Mentions.mention("w", id, 1, Mentions.NOVEMBER, "kettle"), null);
  }

  @Test
  void whileNothingIsFoundABlankIsSentNowAndThenAndEveryLineStaysJson() throws IOException {
    MentionSink lines = MentionSink.ndjson(out, json, false);
    var steady = new SteadySink(lines, clock);
    steady.nothing();
    assertEquals(0, sent.size());
    for (int blanks = 1; blanks <= 3; blanks++) {
      now = now.plus(LONG);
      steady.nothing();
      steady.nothing();
      assertEquals(" ".repeat(blanks), sent.toString(UTF_8));
    }
    assertTrue(steady.add(found("x:1")));
    now = now.plus(LONG);
    steady.nothing();
    assertTrue(steady.add(found("x:2")));
    lines.end();
    String[] got = sent.toString(UTF_8).split("\n");
    assertEquals(2, got.length);
    assertEquals("x:1", json.readTree(got[0]).get("id").asText());
    assertEquals("x:2", json.readTree(got[1]).get("id").asText());
  }

  @Test
  void aTableOnlySendsOnWhatItHas() throws IOException {
    MentionSink table = MentionSink.csv(out, false);
    var steady = new SteadySink(table, clock);
    steady.add(found("x:1"));
    now = now.plus(LONG);
    steady.nothing();
    String whole = sent.toString(UTF_8);
    assertEquals(2, whole.lines().count());
    now = now.plus(LONG);
    steady.nothing();
    table.end();
    out.flush();
    assertEquals(whole, sent.toString(UTF_8));
  }
}
