package dev.bellwether.sentiment.api;

/**
 * A text to score; it is neither stored nor logged.
 *
 * @param text at most 10,000 characters
 * @param language ISO 639-1; {@code en} when absent
 */
public record ScoreRequest(String text, String language) {}
