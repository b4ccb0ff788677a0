package dev.bellwether.gateway.identity;

import java.util.Optional;

/** What a caller showed at the door. */
public sealed interface Presented {

  /** Neither {@code Authorization} nor {@code X-API-Key}. */
  record Nothing() implements Presented {}

  /** Something that cannot be a key of ours. */
  record Unreadable() implements Presented {}

  record Key(KeySecret secret) implements Presented {}

  /**
   * Reads {@code Authorization: Bearer bw_…} (the scheme in any case) or {@code X-API-Key: bw_…}.
   * Where both are sent the first decides, so that a good key cannot hide a bad one.
   *
   * @param authorization the header's value, or null
   * @param apiKey the header's value, or null
   */
  static Presented in(String authorization, String apiKey) {
    if (authorization != null) {
      String[] parts = authorization.strip().split(" +", 2);
      boolean bearer = parts.length == 2 && parts[0].equalsIgnoreCase("Bearer");
      return bearer ? read(parts[1]) : new Unreadable();
    }
    return apiKey == null ? new Nothing() : read(apiKey.strip());
  }

  private static Presented read(String text) {
    Optional<Presented> key = KeySecret.parse(text).map(Key::new);
    return key.orElseGet(Unreadable::new);
  }
}
