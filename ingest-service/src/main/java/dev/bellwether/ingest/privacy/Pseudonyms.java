package dev.bellwether.ingest.privacy;

import dev.bellwether.contracts.kafka.RecordKey;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Names for authors that tell them apart but not who they are: HMAC-SHA-256 (RFC 2104) of platform
 * and account, under a key of the workspace that HKDF (RFC 5869) derives from a key kept apart from
 * the data. Two workspaces never share a pseudonym, and neither key can be told from the other's.
 *
 * <p>Keys are replaced from time to time. The newest makes pseudonyms; the older ones still find
 * those that they made.
 */
public final class Pseudonyms {

  private static final String PURPOSE = "pseudonym";

  private final List<PseudonymKey> keys;
  private final Map<RecordKey, HmacSha256> derived = new ConcurrentHashMap<>();

  /**
   * @param keys newest first
   * @throws IllegalArgumentException without a key, or with two of one id
   */
  public Pseudonyms(List<PseudonymKey> keys) {
    if (keys.isEmpty()) {
      throw new IllegalArgumentException("no pseudonym key is given");
    }
    if (keys.stream().map(PseudonymKey::id).distinct().count() < keys.size()) {
      throw new IllegalArgumentException("two pseudonym keys have the same id");
    }
    this.keys = List.copyOf(keys);
  }

  /** Of the key that makes new pseudonyms; says nothing of the key itself. */
  public String keyId() {
    return keys.getFirst().id();
  }

  /** Of every key, newest first. */
  public List<String> keyIds() {
    return keys.stream().map(PseudonymKey::id).toList();
  }

  /**
   * The pseudonym that a post gets now.
   *
   * @param account as {@link Account#normalised} takes it
   * @return 64 hexadecimal digits; null where the name stands for nobody, such as {@code [deleted]}
   */
  public String of(String workspace, String platform, String account) {
    String name = Account.normalised(platform, account);
    return name == null ? null : of(keys.getFirst(), workspace, platform, name);
  }

  /**
   * Every pseudonym that the account may have in what is stored, of every live key and of the way
   * in which version 0.1 made them: what an erasure, an export and a search must look for.
   *
   * @return newest first; empty where the name stands for nobody
   */
  public Set<String> all(String workspace, String platform, String account) {
    String name = Account.normalised(platform, account);
    Set<String> pseudonyms = new LinkedHashSet<>();
    if (name != null) {
      keys.forEach(key -> pseudonyms.add(of(key, workspace, platform, name)));
      keys.forEach(key -> pseudonyms.add(underived(key, workspace, platform, account)));
    }
    return pseudonyms;
  }

  private String of(PseudonymKey key, String workspace, String platform, String name) {
    return derived
        .computeIfAbsent(
            RecordKey.of(workspace, key.id()),
            of ->
                HmacSha256.under(
                    Hkdf.derive(key.secret(), RecordKey.of(PURPOSE, workspace).encode())))
        .hex(RecordKey.of(platform, name).encode());
  }

  /** As version 0.1 did: the key itself, and another way to read names. */
  private static String underived(
      PseudonymKey key, String workspace, String platform, String account) {
    String name = account.startsWith("@") ? account.substring(1) : account;
    return HmacSha256.under(key.secret())
        .hex(RecordKey.of(workspace, platform, name.toLowerCase(Locale.ROOT)).encode());
  }
}
