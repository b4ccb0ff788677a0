package dev.bellwether.trend.topology;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;

/**
 * What the posts of one bucket feel, by hash of their id as {@code Sketch} keeps it; no id and no
 * text. Of more than {@link #MOST} posts those with the smallest hashes are kept, which are the
 * ones that the sketches of their terms keep as well.
 */
final class Moods {

  static final int MOST = 4_096;

  static final Moods NONE = new Moods(new int[0], new byte[0]);

  static final BinaryCodec<Moods> CODEC = new Codec();

  private final int[] posts;
  private final byte[] moods;

  private Moods(int[] posts, byte[] moods) {
    this.posts = posts;
    this.moods = moods;
  }

  /** How many posts it knows. */
  int size() {
    return posts.length;
  }

  /** {@link Mood#UNKNOWN} where it is not known. */
  Mood of(int post) {
    int at = Arrays.binarySearch(posts, post);
    return at < 0 ? Mood.UNKNOWN : Mood.of(moods[at]);
  }

  /** With one more, which takes the place of what was known of the post. */
  Moods with(int post, Mood mood) {
    return plus(new Moods(new int[] {post}, new byte[] {(byte) mood.ordinal()}));
  }

  /** With later ones; what was forgotten stays so. */
  Moods plus(Moods later) {
    if (posts.length == 0) {
      return later;
    }
    int length = Math.min(MOST, posts.length + later.posts.length);
    var allPosts = new int[length];
    var allMoods = new byte[length];
    int size = 0;
    int mine = 0;
    int theirs = 0;
    while (size < length && (mine < posts.length || theirs < later.posts.length)) {
      boolean both =
          mine < posts.length && theirs < later.posts.length && posts[mine] == later.posts[theirs];
      boolean takeMine =
          theirs == later.posts.length
              || mine < posts.length && posts[mine] < later.posts[theirs]
              || both && moods[mine] == Mood.FORGOTTEN.ordinal();
      allPosts[size] = takeMine ? posts[mine] : later.posts[theirs];
      allMoods[size] = takeMine ? moods[mine] : later.moods[theirs];
      mine += takeMine || both ? 1 : 0;
      theirs += !takeMine || both ? 1 : 0;
      size++;
    }
    return new Moods(Arrays.copyOf(allPosts, size), Arrays.copyOf(allMoods, size));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Moods that
        && Arrays.equals(posts, that.posts)
        && Arrays.equals(moods, that.moods);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(posts) + Arrays.hashCode(moods);
  }

  @Override
  public String toString() {
    return "Moods[" + posts.length + "]";
  }

  private static final class Codec implements BinaryCodec<Moods> {

    @Override
    public void write(Moods value, DataOutputStream out) throws IOException {
      out.writeInt(value.posts.length);
      for (int post : value.posts) {
        out.writeInt(post);
      }
      out.write(value.moods);
    }

    @Override
    public Moods read(DataInputStream in) throws IOException {
      var posts = new int[in.readInt()];
      for (int i = 0; i < posts.length; i++) {
        posts[i] = in.readInt();
      }
      var moods = new byte[posts.length];
      in.readFully(moods);
      return new Moods(posts, moods);
    }
  }
}
