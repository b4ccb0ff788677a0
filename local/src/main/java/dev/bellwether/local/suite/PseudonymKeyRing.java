package dev.bellwether.local.suite;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The keys of {@code BELLWETHER_PSEUDONYM_KEY}, newest first: {@code base64}, {@code id:base64} or
 * {@code id:retired}.
 */
record PseudonymKeyRing(List<String> parts) {

  private static final String RETIRED = ":retired";

  PseudonymKeyRing {
    parts = List.copyOf(parts);
  }

  static PseudonymKeyRing parse(String text) {
    return new PseudonymKeyRing(List.of(text.split(",")));
  }

  static String newKey() {
    var bytes = new byte[32];
    new SecureRandom().nextBytes(bytes);
    return Base64.getEncoder().encodeToString(bytes);
  }

  PseudonymKeyRing withNew() {
    var next = new ArrayList<String>();
    next.add(newKey());
    next.addAll(parts);
    return new PseudonymKeyRing(next);
  }

  /**
   * @throws SuiteException when the id is that of the newest key, or of none
   */
  PseudonymKeyRing without(String id) {
    var next = new ArrayList<>(parts);
    int place = ids().indexOf(id);
    if (place < 0) {
      throw new SuiteException("no pseudonym key has the id " + id + "; there are " + summary());
    }
    if (place == 0) {
      throw new SuiteException(
          id + " makes the pseudonyms now: make a new key first, with ./bellwether rotate-key");
    }
    next.set(place, id + RETIRED);
    return new PseudonymKeyRing(next);
  }

  String text() {
    return String.join(",", parts);
  }

  String summary() {
    return "pseudonym keys, newest first: "
        + parts.stream()
            .map(part -> id(part) + (part.endsWith(RETIRED) ? " (retired)" : ""))
            .collect(Collectors.joining(", "));
  }

  List<String> ids() {
    return parts.stream().map(PseudonymKeyRing::id).toList();
  }

  /** Given, or the beginning of the key's digest, as ingest names it. */
  private static String id(String part) {
    int colon = part.indexOf(':');
    if (colon >= 0) {
      return part.substring(0, colon);
    }
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(Base64.getDecoder().decode(part.strip()));
      return HexFormat.of().formatHex(digest, 0, 4);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
