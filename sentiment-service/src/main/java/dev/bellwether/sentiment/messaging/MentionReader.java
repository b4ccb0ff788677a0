package dev.bellwether.sentiment.messaging;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import dev.bellwether.contracts.kafka.RecordKey;
import dev.bellwether.contracts.mention.Cause;
import dev.bellwether.contracts.mention.Mention;
import dev.bellwether.sentiment.messaging.MentionRecord.Poison;
import java.io.IOException;
import java.time.Instant;

/** Reads records of the topic {@code mentions}; refuses what could be neither scored nor counted. */
final class MentionReader {

  /** UTF-16 units of workspace and id together: a PostgreSQL index row holds about 2,700 bytes. */
  private static final int MAX_KEY = 800;

  private static final Instant EARLIEST = Instant.parse("0001-01-02T00:00:00Z");
  private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");

  private final ObjectReader json;

  MentionReader(ObjectMapper json) {
    this.json = json.readerFor(Mention.class);
  }

  /** Never throws: what cannot be read is {@link Poison}. */
  MentionRecord read(String key, byte[] value) {
    if (key == null) {
      return new Poison("the record has no key");
    }
    var parts = RecordKey.decode(key).parts();
    if (parts.size() != 2 || parts.stream().anyMatch(String::isBlank)) {
      return new Poison("the key is not workspace and mention id");
    }
    if (key.length() > MAX_KEY || !storable(key)) {
      return new Poison("the key is longer than " + MAX_KEY + " characters, or holds U+0000 or broken UTF-16");
    }
    if (value == null) {
      return new MentionRecord.Tombstone(parts.get(0), parts.get(1));
    }
    try {
      return read(parts.get(0), parts.get(1), json.readValue(value));
    } catch (JsonProcessingException e) {
      var where = e.getLocation();
      return new Poison(
          "the value is not a mention: " + e.getClass().getSimpleName() + (where == null ? "" : " at byte " + where.getByteOffset()));
    } catch (IOException | RuntimeException e) {
      return new Poison("the value is not a mention: " + e.getClass().getSimpleName());
    }
  }

  private static MentionRecord read(String workspace, String id, Mention mention) {
    if (mention == null) {
      return new Poison("the value is a JSON null; a tombstone is a record without a value");
    }
    if (!workspace.equals(mention.workspace()) || !id.equals(mention.id())) {
      return new Poison("key and value name different mentions");
    }
    if (mention.revision() < 1 || mention.cause() == null) {
      return new Poison("the mention has no revision or cause");
    }
    if (mention.cause() == Cause.ERASED) {
      return new MentionRecord.Erased(workspace, id, mention.revision());
    }
    return countable(mention);
  }

  private static MentionRecord countable(Mention mention) {
    var createdAt = mention.createdAt();
    if (mention.text() == null || createdAt == null) {
      return new Poison("the mention has no text or createdAt");
    }
    if (createdAt.isBefore(EARLIEST) || createdAt.isAfter(LATEST)) {
      return new Poison("createdAt lies outside the years 1 to 9999");
    }
    if (mention.monitors().stream().anyMatch(monitor -> monitor.isEmpty() || monitor.length() > MAX_KEY || !storable(monitor))) {
      return new Poison("a monitor's id is empty, too long, or holds U+0000 or broken UTF-16");
    }
    return new MentionRecord.Present(mention);
  }

  /** Whether PostgreSQL takes the text. */
  private static boolean storable(String text) {
    return text.codePoints().noneMatch(c -> c == 0 || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE));
  }
}
