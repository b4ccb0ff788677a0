package dev.bellwether.ingest.hygiene.duplicate;

import dev.bellwether.ingest.hygiene.duplicate.TextIndex.Entry;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds the places of one request's texts, among those remembered and among one another. What it
 * finds becomes known to others when it has been stored.
 */
public final class Placements {

  private static final int AT_FIRST = 16;
  private static final int MOST_ROWS = 8_192;
  private static final long FNV_OFFSET = 0xcbf29ce484222325L;
  private static final long FNV_PRIME = 0x100000001b3L;

  private final WorkspaceTexts known;
  private final byte[] salt;
  private final Instant seenAt;
  private final TextIndex own = new TextIndex(AT_FIRST, MOST_ROWS);
  private final Map<String, Signature> signatures = new LinkedHashMap<>();

  /**
   * @param salt the workspace's secret: without it a cluster's id cannot be made from a text
   * @param seenAt when the request came
   */
  public Placements(WorkspaceTexts known, byte[] salt, Instant seenAt) {
    this.known = known;
    this.salt = salt.clone();
    this.seenAt = seenAt;
  }

  /**
   * The place of a mention's text; a later text of the same mention takes the earlier's place.
   *
   * @return nothing where the text is too short to compare
   */
  public Optional<Placement> place(String mentionId, String text) {
    return WordScanner.words(text).map(words -> place(mentionId, words));
  }

  private Placement place(String mentionId, Words words) {
    long mention = hash(mentionId);
    Optional<Entry> like = known.find(words).or(() -> own.find(words));
    long cluster = like.map(Entry::cluster).orElseGet(() -> idOf(words));
    own.add(new Entry(words, cluster, mention));
    signatures.put(mentionId, new Signature(mentionId, seenAt, cluster, words));
    return Placement.of(cluster, like.isPresent() && like.get().mention() != mention);
  }

  /** What is to be stored: the last text of each mention. */
  public List<Signature> signatures() {
    return new ArrayList<>(signatures.values());
  }

  /**
   * Made of the text that begins the cluster, so that two requests with the same new text agree
   * though neither sees the other.
   */
  private long idOf(Words words) {
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      sha256.update(salt);
      for (int i = 0; i < words.size(); i++) {
        int word = words.identity(i);
        for (int shift = 24; shift >= 0; shift -= 8) {
          sha256.update((byte) (word >>> shift));
        }
      }
      return ByteBuffer.wrap(sha256.digest()).getLong();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** FNV-1a of the id, 64 bits. */
  public static long hash(String mentionId) {
    long hash = FNV_OFFSET;
    for (int i = 0; i < mentionId.length(); i++) {
      hash = (hash ^ mentionId.charAt(i)) * FNV_PRIME;
    }
    return hash;
  }
}
