package dev.bellwether.sentiment.summary;

import dev.bellwether.sentiment.rollup.SentimentCounts;

/**
 * What mentions feel about one brand or product.
 *
 * @param name as the monitor has it
 * @param labels mentions that name it, by what they feel about it
 */
public record TargetCounts(String name, SentimentCounts labels) {}
