package dev.bellwether.local.simulator;

import java.time.Instant;
import java.util.Locale;
import java.util.random.RandomGenerator;

/**
 * A social network: how much of the feed it brings, how long its posts are, how it numbers them.
 */
enum Platform {
  X(0.38, 280),
  INSTAGRAM(0.20, 600),
  REDDIT(0.17, 900),
  BLUESKY(0.14, 300),
  MASTODON(0.11, 500);

  private static final String TID = "234567abcdefghijklmnopqrstuvwxyz";
  private static final long X_EPOCH = 1_288_834_974_657L;

  private final double share;
  private final int longest;

  Platform(double share, int longest) {
    this.share = share;
    this.longest = longest;
  }

  static Platform draw(RandomGenerator random) {
    double u = random.nextDouble();
    for (Platform platform : values()) {
      u -= platform.share;
      if (u < 0) {
        return platform;
      }
    }
    return X;
  }

  String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Characters a post may have. */
  int longest() {
    return longest;
  }

  /**
   * The id the platform would give: unique for a unique sequence number below 2^10 within a
   * millisecond.
   */
  String nativeId(Instant at, int sequence) {
    long millis = at.toEpochMilli();
    return switch (this) {
      case X -> Long.toString((millis - X_EPOCH) << 22 | sequence & 0x3FFFFF);
      case MASTODON -> Long.toString(millis << 16 | sequence & 0xFFFF);
      case BLUESKY -> tid(millis * 1000, sequence & 0x3FF);
      case INSTAGRAM -> "C" + Long.toString((millis - X_EPOCH) << 20 | sequence & 0xFFFFF, 36);
      case REDDIT ->
          "t1_"
              + Long.toString(
                  36L * 36 * 36 * 36 * 36 * 36 + sequence * 7L + (millis / 1000 % 7), 36);
    };
  }

  String url(String handle, String id) {
    return switch (this) {
      case X -> "https://x.example/" + handle + "/status/" + id;
      case INSTAGRAM -> "https://instagram.example/p/" + id;
      case REDDIT -> "https://reddit.example/comments/" + id.substring(3);
      case BLUESKY -> "https://bluesky.example/profile/" + handle + "/post/" + id;
      case MASTODON -> "https://mastodon.example/@" + handle + "/" + id;
    };
  }

  private static String tid(long micros, int clock) {
    long bits = micros << 10 | clock;
    StringBuilder id = new StringBuilder();
    for (int shift = 60; shift >= 0; shift -= 5) {
      id.append(TID.charAt((int) (bits >>> shift & 31)));
    }
    return id.toString();
  }
}
