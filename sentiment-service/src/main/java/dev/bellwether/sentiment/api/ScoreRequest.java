package dev.bellwether.sentiment.api;

import java.util.List;

/**
 * A text to score; it is neither stored nor logged.
 *
 * @param text at most 10,000 characters
 * @param language ISO 639-1; {@code en} when absent
 * @param targets names of brands and products, at most 100, whose feeling is told apart
 */
public record ScoreRequest(String text, String language, List<String> targets) {}
