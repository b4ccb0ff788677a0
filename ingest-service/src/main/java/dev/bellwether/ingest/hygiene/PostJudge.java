package dev.bellwether.ingest.hygiene;

import dev.bellwether.contracts.mention.Flags;
import dev.bellwether.ingest.hygiene.Assessment.Signs;
import dev.bellwether.ingest.hygiene.duplicate.Placement;
import dev.bellwether.ingest.hygiene.duplicate.Placements;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Says what is to be said of a post: spam, bot, copy, clock. Remembers when accounts have posted
 * and clusters have grown, in this instance's memory only, a bounded number of them; nothing else
 * is concluded of an account.
 */
public final class PostJudge {

  private static final int MOST_REMEMBERED = 20_000;

  private static final long MINUTE = 60;
  private static final long HOUR = 3_600;
  private static final int RAPID = 12;
  private static final int FEWEST_INTERVALS = 10;
  private static final double STEADY = 0.05;
  private static final int REPEATS = 6;
  private static final int COPIES = 5;
  private static final int COPIERS = 4;
  private static final double SIGN = 0.5;
  private static final double REPEAT_SIGN = 0.4;

  private static final Duration BEHIND = Duration.ofDays(1);

  private final Rhythms accounts = new Rhythms(MOST_REMEMBERED);
  private final Rhythms clusters = new Rhythms(MOST_REMEMBERED);

  /**
   * What the judge looks at.
   *
   * @param mention its id, by which a post that is sent again is known
   * @param kind as {@link dev.bellwether.contracts.mention.Mention#kind()}
   * @param author pseudonym, or null
   * @param placement null where the text is too short to compare
   * @param seenBefore whether this is another revision of a mention that has been judged
   * @param redacted codes of what was taken out of the text
   */
  public record Evidence(
      String workspace,
      String mention,
      String text,
      PostEntities entities,
      String kind,
      String author,
      Placement placement,
      Instant createdAt,
      Instant observedAt,
      boolean seenBefore,
      List<String> redacted) {}

  public Flags judge(Evidence post) {
    Assessment bot = bot(post);
    Assessment spam = SpamScore.of(post.text, post.entities, isCopiedByMany(post));
    List<String> reasons = new ArrayList<>(spam.reasons());
    if (bot != null) {
      reasons.addAll(bot.reasons());
    }
    return new Flags(
        spam.score(),
        bot == null ? null : bot.score(),
        reasons,
        post.placement == null ? null : post.placement.cluster(),
        post.placement != null && post.placement.copy() ? Boolean.TRUE : null,
        post.redacted,
        clock(post.createdAt, post.observedAt));
  }

  /** Null where nobody is known to have written it. */
  private Assessment bot(Evidence post) {
    if (post.author == null) {
      return null;
    }
    String name = post.workspace + '|' + post.author;
    int text = post.placement == null ? 0 : post.placement.cluster().hashCode();
    Rhythm rhythm =
        post.seenBefore
            ? accounts.of(name)
            : accounts.note(name, Placements.hash(post.mention), post.createdAt, text);
    var signs = new Signs();
    signs.add(rhythm.count() > 0 && rhythm.within(MINUTE) >= RAPID, "rapid-posts", SIGN);
    signs.add(rhythm.unevenness(FEWEST_INTERVALS) < STEADY, "steady-intervals", SIGN);
    signs.add(rhythm.mostOfOneLabel() >= REPEATS, "repeats-itself", REPEAT_SIGN);
    return signs.assessment();
  }

  /** Reposts are the way a platform passes things on; only those who post it as their own count. */
  private boolean isCopiedByMany(Evidence post) {
    if (post.placement == null || post.author == null || "repost".equals(post.kind)) {
      return false;
    }
    String name = post.workspace + '|' + post.placement.cluster();
    int author = post.author.hashCode();
    Rhythm rhythm =
        post.seenBefore
            ? clusters.of(name)
            : clusters.note(name, Placements.hash(post.mention), post.createdAt, author);
    return rhythm.count() > 0
        && rhythm.within(HOUR) >= COPIES
        && rhythm.labelsWithin(HOUR) >= COPIERS;
  }

  private static String clock(Instant claimed, Instant observed) {
    if (claimed.isAfter(observed)) {
      return "ahead";
    }
    return claimed.isBefore(observed.minus(BEHIND)) ? "behind" : null;
  }
}
