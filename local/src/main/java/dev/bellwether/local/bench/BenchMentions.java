package dev.bellwether.local.bench;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bellwether.contracts.mention.Author;
import dev.bellwether.contracts.mention.Cause;
import dev.bellwether.contracts.mention.Engagement;
import dev.bellwether.contracts.mention.Flags;
import dev.bellwether.contracts.mention.Mention;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Posts as ingest would have written them, at an even pace of event time. The same posts give the
 * same mentions; where a source has come to its end it begins again, with new ids.
 *
 * @param monitors a post is of one or two of so many
 * @param pace between two posts, in event time
 */
record BenchMentions(BenchPosts posts, int monitors, Duration pace) {

  static final String WORKSPACE = "bench";

  private static final Instant BEGIN = Instant.parse("2026-11-01T00:00:00Z");

  private static final Pattern HASHTAG = Pattern.compile("(?<![\\w&/])#([\\p{L}\\p{N}_]+)");
  private static final Pattern ACCOUNT = Pattern.compile("(?<![\\w/])@(\\w+)");
  private static final Pattern LINK = Pattern.compile("https?://\\S+");

  /** One in so many posts matches a second monitor. */
  private static final int OF_TWO_MONITORS = 5;

  Mention mention(int number) {
    var row = posts.rows().get(number % posts.rows().size());
    var text = row.get("text").asText();
    var at = BEGIN.plus(pace.multipliedBy(number));
    return new Mention(
        Mention.SCHEMA_VERSION,
        WORKSPACE,
        "bench:" + number,
        1,
        Cause.CAPTURED,
        row.path("platform").asText("x"),
        null,
        "post",
        text,
        "en",
        at,
        at.plusSeconds(1),
        author(row),
        Engagement.NONE,
        all(HASHTAG, 1, text),
        all(ACCOUNT, 1, text),
        all(LINK, 0, text),
        null,
        monitorsOf(row.get("id").asInt()),
        Flags.NONE);
  }

  /** As long as a real pseudonym: 64 hexadecimal digits. */
  private static Author author(ObjectNode row) {
    var pseudonym = "%064x".formatted(row.get("author").asText().hashCode() & 0xffffffffL);
    return new Author(pseudonym, "bench", row.path("followers").asLong(100));
  }

  private List<String> monitorsOf(int post) {
    var first = "monitor-" + post % monitors;
    return post % OF_TWO_MONITORS != 0 || monitors == 1
        ? List.of(first)
        : List.of(first, "monitor-" + (post + 1) % monitors);
  }

  private static List<String> all(Pattern pattern, int group, String text) {
    return pattern
        .matcher(text)
        .results()
        .map(found -> found.group(group))
        .map(found -> group == 0 ? found : found.toLowerCase(Locale.ROOT))
        .distinct()
        .toList();
  }
}
