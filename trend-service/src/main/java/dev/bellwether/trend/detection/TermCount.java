package dev.bellwether.trend.detection;

import java.util.List;
import java.util.stream.Stream;

/**
 * How often a term was used.
 *
 * @param mentions posts that hold it
 * @param authors their authors; an author counts once, however often it posts
 * @param posts the posts, by fingerprint of their id
 * @param samples ids of up to {@link #SAMPLES} of the posts
 */
public record TermCount(int mentions, Sketch authors, Sketch posts, List<String> samples) {

  public static final int SAMPLES = 3;

  public static final TermCount NONE = new TermCount(0, Sketch.EMPTY, Sketch.EMPTY, List.of());

  public TermCount {
    samples = List.copyOf(samples);
  }

  public TermCount with(CountedPost post) {
    return new TermCount(
        mentions + 1,
        authors.with(post.author()),
        posts.with(Fingerprint.of(post.id())),
        samples.size() < SAMPLES
            ? Stream.concat(samples.stream(), Stream.of(post.id())).toList()
            : samples);
  }

  /**
   * Without a post, where it was counted here. Its author's share stays: whose that is, nothing
   * here says.
   *
   * @param post fingerprint of its id
   */
  public TermCount without(long post) {
    var others = samples.stream().filter(id -> Fingerprint.of(id) != post).toList();
    return posts.holds(post) || others.size() < samples.size()
        ? new TermCount(Math.max(0, mentions - 1), authors, posts.without(post), others)
        : this;
  }

  public TermCount plus(TermCount other) {
    return new TermCount(
        mentions + other.mentions,
        authors.union(other.authors),
        posts.union(other.posts),
        samples.size() == SAMPLES
            ? samples
            : Stream.concat(samples.stream(), other.samples.stream())
                .distinct()
                .limit(SAMPLES)
                .toList());
  }
}
