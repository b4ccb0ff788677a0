package dev.bellwether.trend.detection;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;

/**
 * How often a term was used.
 *
 * @param form the term as somebody wrote it
 * @param mentions posts that hold it
 * @param authors their authors; an author counts once, however often it posts
 * @param contents what they say; near copies count once, however many share them
 * @param posts the posts, by fingerprint of their id
 * @param samples ids of up to {@link #SAMPLES} of the posts
 */
public record TermCount(
    String form,
    int mentions,
    Sketch authors,
    Sketch contents,
    Sketch posts,
    List<String> samples) {

  public static final int SAMPLES = 3;

  public static final TermCount NONE =
      new TermCount("", 0, Sketch.EMPTY, Sketch.EMPTY, Sketch.EMPTY, List.of());

  public TermCount {
    samples = List.copyOf(samples);
  }

  /**
   * How many people say it in words of their own: neither one author who repeats it nor many who
   * repeat one text are more than one.
   */
  public double voices() {
    return Math.min(authors.distinct(), contents.distinct());
  }

  /** How many of the {@link #voices()} were not heard in {@code earlier}. */
  public double newVoices(TermCount earlier) {
    return Math.min(
        authors.distinctBeyond(earlier.authors), contents.distinctBeyond(earlier.contents));
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
        ? new TermCount(
            form, Math.max(0, mentions - 1), authors, contents, posts.without(post), others)
        : this;
  }

  /** Nobody likes to be shouted at; else any order serves, so long as it is one. */
  private static String better(String one, String other) {
    if (one.equals(other)) {
      return one;
    }
    boolean shouted = one.equals(one.toUpperCase(Locale.ROOT));
    if (shouted != other.equals(other.toUpperCase(Locale.ROOT))) {
      return shouted ? other : one;
    }
    return one.compareTo(other) <= 0 ? one : other;
  }

  /** Adds another part; the order does not show. */
  public TermCount plus(TermCount other) {
    return new TermCount(
        better(form, other.form),
        mentions + other.mentions,
        authors.union(other.authors),
        contents.union(other.contents),
        posts.union(other.posts),
        samplesWith(other.samples));
  }

  private List<String> samplesWith(List<String> more) {
    if (samples.size() == SAMPLES || more.isEmpty()) {
      return samples;
    }
    var both = new LinkedHashSet<>(samples);
    for (var id : more) {
      if (both.size() < SAMPLES) {
        both.add(id);
      }
    }
    return List.copyOf(both);
  }
}
