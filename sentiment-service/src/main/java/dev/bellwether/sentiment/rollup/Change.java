package dev.bellwether.sentiment.rollup;

import dev.bellwether.contracts.sentiment.SentimentLabel;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** What a record says of a mention, as far as counts care. */
public sealed interface Change {

  String mention();

  /**
   * A revision with its score.
   *
   * @param hour start of the hour of its event time
   * @param monitors each once
   */
  record Scored(
      String mention, int revision, Instant hour, SentimentLabel label, List<String> monitors)
      implements Change {

    public Scored {
      monitors = monitors.stream().distinct().sorted().toList();
      hour = hour.truncatedTo(ChronoUnit.HOURS);
    }
  }

  /**
   * A revision that says the mention is erased: it no longer counts, and older revisions must not
   * bring it back.
   */
  record Erased(String mention, int revision) implements Change {}

  /**
   * The mention's tombstone: nothing of it is kept, its revision included. What it counted stays
   * counted unless it was {@link Erased} before: a post that expires was there, one that is erased
   * was not.
   */
  record Gone(String mention) implements Change {}
}
