package dev.bellwether.sentiment.scoring;

/** What a post feels beyond good or bad. */
public enum Emotion {
  ANGER,
  JOY,
  OPTIMISM,
  SADNESS,
  /** No feeling is told, or none stands out. */
  NONE
}
