package dev.bellwether.local.simulator;

/** What makes a simulated post come about. */
public enum Event {
  /** Ordinary talk about a brand. */
  TALK,
  /** Talk of the same market that names no brand. */
  MARKET,
  /** Ternfell's new bottle, the Kittiwake. */
  LAUNCH,
  /** Ternfell's leaking lids. */
  STORM,
  SPAM
}
