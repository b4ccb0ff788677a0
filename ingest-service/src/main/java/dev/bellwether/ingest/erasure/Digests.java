package dev.bellwether.ingest.erasure;

import dev.bellwether.ingest.privacy.Account;
import dev.bellwether.ingest.privacy.Pseudonyms;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Set;

/**
 * Keyed digests (HMAC-SHA-256, as pseudonyms are) of what an erasure is about, and the pseudonyms
 * of an author under every key that is still kept. The one place here that knows how many keys
 * there are.
 */
@ApplicationScoped
public class Digests {

  private static final String MENTION = "erased-mention";
  private static final String AUTHOR = "erased-author";

  private final Pseudonyms pseudonyms;

  public Digests(Pseudonyms pseudonyms) {
    this.pseudonyms = pseudonyms;
  }

  /** Of the account, one for each key. */
  Set<String> pseudonyms(String workspace, String platform, String account) {
    return all(workspace, platform, account);
  }

  /** As {@link #ofMention}, one for each key under which it may have been written. */
  Set<String> allOfMention(String workspace, String id) {
    return all(workspace, MENTION, hex(id));
  }

  /** As {@link #ofAuthor}, one for each key under which it may have been written. */
  Set<String> allOfAuthor(String workspace, String platform, String account) {
    return all(workspace, AUTHOR, platform + ":" + plain(platform, account));
  }

  private Set<String> all(String workspace, String kind, String name) {
    return pseudonyms.all(workspace, kind, name);
  }

  String keyId() {
    return pseudonyms.keyId();
  }

  String ofMention(String workspace, String id) {
    return pseudonyms.of(workspace, MENTION, hex(id));
  }

  String ofAuthor(String workspace, String platform, String account) {
    return pseudonyms.of(workspace, AUTHOR, platform + ":" + plain(platform, account));
  }

  /** A post's id may differ from another's by case alone, which an account's name may not. */
  private static String hex(String id) {
    return HexFormat.of().formatHex(id.getBytes(StandardCharsets.UTF_8));
  }

  /** However it is written; a name that stands for nobody is compared as it is. */
  private static String plain(String platform, String account) {
    String name = Account.normalised(platform, account);
    return name == null ? account : name;
  }
}
