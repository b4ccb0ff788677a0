package dev.bellwether.ingest.mention;

import dev.bellwether.contracts.mention.Engagement;
import dev.bellwether.ingest.rows.RowFields;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How a post was taken up, as far as its row says; null where it says nothing. */
public record Figures(Long likes, Long reposts, Long replies, Long views, Long followers) {

  private static final int COUNT = 5;

  static Figures from(RowFields row) {
    return new Figures(
        row.count("likes", null),
        row.count("reposts", null),
        row.count("replies", null),
        row.count("views", null),
        row.count("followers", null));
  }

  /** These, and the earlier ones where these say nothing. */
  public Figures over(Figures earlier) {
    return new Figures(
        likes == null ? earlier.likes : likes,
        reposts == null ? earlier.reposts : reposts,
        replies == null ? earlier.replies : replies,
        views == null ? earlier.views : views,
        followers == null ? earlier.followers : followers);
  }

  public Engagement engagement() {
    return new Engagement(zero(likes), zero(reposts), zero(replies), zero(views));
  }

  private static long zero(Long count) {
    return count == null ? 0 : count;
  }

  /** {@code likes,reposts,replies,views,followers}, empty where unknown: reads back with decode. */
  public String encode() {
    return Stream.of(likes, reposts, replies, views, followers)
        .map(count -> count == null ? "" : count.toString())
        .collect(Collectors.joining(","));
  }

  /**
   * Reads what {@link #encode()} gave.
   *
   * @param text null gives figures that say nothing
   */
  public static Figures decode(String text) {
    Long[] counts =
        text == null
            ? new Long[COUNT]
            : Arrays.stream(text.split(",", COUNT))
                .map(count -> count.isEmpty() ? null : Long.valueOf(count))
                .toArray(Long[]::new);
    return new Figures(counts[0], counts[1], counts[2], counts[3], counts[4]);
  }
}
