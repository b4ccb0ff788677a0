package dev.bellwether.ingest.privacy;

import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The keys of an installation.
 *
 * @param live newest first, at least one
 * @param retired ids of keys that are gone for good: what they named has expired
 */
public record PseudonymKeys(List<PseudonymKey> live, Set<String> retired) {

  private static final String RETIRED = "retired";

  public PseudonymKeys {
    live = List.copyOf(live);
    retired = Set.copyOf(retired);
  }

  /**
   * Keys as {@code BELLWETHER_PSEUDONYM_KEY} holds them, newest first, with a comma between two:
   * {@code id:base64}, or only {@code base64} for a key named by its digest, or {@code id:retired}.
   *
   * @throws IllegalArgumentException at the first that is none of these, and where none is live;
   *     never with a key in the message
   */
  public static PseudonymKeys parse(String text) {
    var live = new ArrayList<PseudonymKey>();
    Set<String> retired = new LinkedHashSet<>();
    String[] parts = text.split(",");
    for (int i = 0; i < parts.length; i++) {
      String key = parts[i].strip();
      int colon = key.indexOf(':');
      if (colon >= 0 && key.substring(colon + 1).equals(RETIRED)) {
        retired.add(key.substring(0, colon));
      } else {
        byte[] secret = decode(key.substring(colon + 1), i + 1);
        live.add(
            colon < 0
                ? PseudonymKey.of(secret)
                : new PseudonymKey(key.substring(0, colon), secret));
      }
    }
    if (live.isEmpty()) {
      throw new IllegalArgumentException("BELLWETHER_PSEUDONYM_KEY: no key is live");
    }
    return new PseudonymKeys(live, retired);
  }

  private static byte[] decode(String base64, int place) {
    try {
      return Base64.getDecoder().decode(base64);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "BELLWETHER_PSEUDONYM_KEY: part "
              + place
              + " is no key in base64; write id:base64, base64 or id:retired, newest first, with commas between",
          e);
    }
  }
}
