package dev.bellwether.campaign.allocation;

/** What bounds in micros must be to be worth a calculation. */
final class Bounds {

  /** A thousand times what the largest advertisers spend in a year; sums of these still fit. */
  static final long MOST = 1_000_000_000_000_000_000L;

  private Bounds() {}

  static void check(String what, long low, long high) {
    if (low < 0 || high < low) {
      throw new IllegalArgumentException(
          "bounds of " + what + " must be 0 <= least <= most, not " + low + " and " + high);
    }
    if (low > MOST) {
      throw new IllegalArgumentException("least of " + what + " is above " + MOST + " micros");
    }
  }

  /** A sum that stays at the largest number instead of going round. */
  static long plus(long one, long other) {
    return one > Long.MAX_VALUE - other ? Long.MAX_VALUE : one + other;
  }
}
