package dev.bellwether.ingest.privacy;

import java.util.Locale;
import java.util.Set;

/**
 * An account's name, however a source or a person writes it: without blanks and {@code @} around
 * it, without {@code u/} (Reddit) and {@code acct:} (the Fediverse), and in lower case, since no
 * platform gives two people names that differ by case; but YouTube's channel ids do differ by it.
 */
public final class Account {

  private static final String YOUTUBE = "youtube";
  private static final String CHANNEL = "UC";
  private static final int CHANNEL_LENGTH = 24;

  /** What platforms and exports show instead of a name that is gone or was never known. */
  private static final Set<String> NOBODY =
      Set.of(
          "[deleted]",
          "[removed]",
          "<deleted>",
          "deleted",
          "removed",
          "deleted user",
          "deleted account",
          "deleted_user",
          "[unknown]",
          "unknown",
          "anonymous",
          "n/a",
          "none",
          "null",
          "nan",
          "-");

  private Account() {}

  /** Null where the name stands for nobody. */
  public static String normalised(String platform, String account) {
    String name = account.strip();
    if (isChannel(platform, name)) {
      return name;
    }
    name = name.toLowerCase(Locale.ROOT);
    for (String prefix : prefixes(platform)) {
      if (name.startsWith(prefix)) {
        name = name.substring(prefix.length());
      }
    }
    int start = 0;
    while (start < name.length() && name.charAt(start) == '@') {
      start++;
    }
    name = name.substring(start);
    return name.isBlank() || NOBODY.contains(name) ? null : name;
  }

  private static boolean isChannel(String platform, String name) {
    return platform.equals(YOUTUBE) && name.length() == CHANNEL_LENGTH && name.startsWith(CHANNEL);
  }

  private static String[] prefixes(String platform) {
    return switch (platform) {
      case "reddit" -> new String[] {"/", "u/", "user/"};
      case "mastodon", "lemmy", "fediverse" -> new String[] {"acct:"};
      default -> new String[0];
    };
  }
}
