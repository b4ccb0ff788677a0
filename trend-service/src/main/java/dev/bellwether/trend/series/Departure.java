package dev.bellwether.trend.series;

/** In which way a series leaves its habit. */
public enum Departure {
  /** It does not. */
  NONE,
  /** Single values are too high. */
  SPIKE,
  /** Single values are too low. */
  DROP,
  /** It stays higher. */
  SHIFT_UP,
  /** It stays lower. */
  SHIFT_DOWN
}
