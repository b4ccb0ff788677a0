package dev.bellwether.trend.api;

/** An answer that can say that it comes from a copy which may be behind. */
interface Marked<T> {

  T asStale();
}
